"""Giving one OPD more time after the lock, and taking it back."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from focal_points.opd.models import Opd
from focal_points.periods.dispensation_models import Dispensation
from focal_points.periods.models import ReportingPeriod
from focal_points.periods.queries import expected_opds
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, tanggal, tanggal_waktu, zone_of

GRANTED = Verb("dispensation.granted", "memberi dispensasi pengisian kepada {object}")
WITHDRAWN = Verb("dispensation.withdrawn", "mencabut dispensasi pengisian {object}")
# A wrong year in the date is the usual slip.
LONGEST = dt.timedelta(days=366)


@transaction.atomic
def grant(
    *,
    period: ReportingPeriod,
    opd: Opd,
    until: dt.datetime,
    reason: str,
    by: Actor,
    letter_number: str = "",
) -> Dispensation:
    """Opens this report of this OPD and no other; it closes by itself at `until`."""
    period = (
        ReportingPeriod.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=period.pk)
    )
    require_in(by, period.region, Permission.PERIOD_EDIT)
    if not expected_opds(period).filter(pk=opd.pk).exists():
        raise Refusal(
            f"{opd.short_name} tidak wajib melapor pada {period}.", field="opd"
        )
    if not reason.strip():
        raise Refusal("Tulis alasan dispensasi.", field="reason")
    _check_until(period, until)
    _check_alone(period, opd)
    given = Dispensation.objects.create(
        period=period,
        opd=opd,
        until=until,
        reason=reason.strip(),
        letter_number=letter_number.strip(),
        granted_at=now(),
        granted_by=by.user,
    )
    record(
        by=by,
        verb=GRANTED,
        obj=given,
        region=period.region,
        changes={"dibuka sampai": (None, until)},
        reason=given.reason,
    )
    return given


@transaction.atomic
def withdraw(*, dispensation: Dispensation, reason: str, by: Actor) -> Dispensation:
    """From this moment the report is closed again."""
    row = (
        Dispensation.objects.select_for_update(of=("self",))
        .select_related("period__region", "opd")
        .get(pk=dispensation.pk)
    )
    require_in(by, row.period.region, Permission.PERIOD_EDIT)
    if not row.is_open_at(now()):
        raise Refusal("Dispensasi ini sudah berakhir atau sudah dicabut.")
    if not reason.strip():
        raise Refusal("Tulis alasan pencabutan.", field="reason")
    row.withdrawn_at = now()
    row.withdrawn_by = by.user
    row.withdrawn_reason = reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record(
        by=by,
        verb=WITHDRAWN,
        obj=row,
        region=row.period.region,
        changes={"dicabut pada": (None, row.withdrawn_at)},
        reason=row.withdrawn_reason,
    )
    return row


def _check_until(period: ReportingPeriod, until: dt.datetime) -> None:
    if until <= now():
        raise Refusal("Waktu ini sudah lewat.", field="until_day")
    if until > now() + LONGEST:
        raise Refusal(
            "Dispensasi paling lama satu tahun. Periksa tahunnya.", field="until_day"
        )
    zone = zone_of(ZONES[period.region.zone])
    if until.astimezone(zone).date() <= period.locks_on:
        raise Refusal(
            f"{period} baru dikunci sesudah {tanggal(period.locks_on)}. Pilih waktu "
            "sesudah tanggal itu.",
            field="until_day",
        )


def _check_alone(period: ReportingPeriod, opd: Opd) -> None:
    running = Dispensation.objects.filter(period=period, opd=opd).open_at(now()).first()
    if running is not None:
        until = tanggal_waktu(running.until, ZONES[period.region.zone])
        raise Refusal(
            f"{opd.short_name} sudah mendapat dispensasi sampai {until}. Cabut dahulu "
            "bila waktunya perlu diubah.",
            field="opd",
        )
