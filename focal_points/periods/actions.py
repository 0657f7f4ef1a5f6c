"""Opening reporting periods, changing their dates, and who need not report."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from focal_points.opd.models import Opd
from focal_points.periods.calendar import default_dates
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.periods.verbs import (
    CHANGED,
    EXEMPTED,
    EXEMPTION_UNDONE,
    OPENED,
)
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import changed, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import Semester, tanggal
from pug_portal.regions.models import Region

# What the trail calls the office in question.
EXEMPT = "OPD"
DATES = ("figures_as_of", "opens_on", "due_on", "locks_on")


@transaction.atomic
def open_period(
    *,
    region: Region,
    year: int,
    half: int,
    figures_as_of: dt.date,
    opens_on: dt.date,
    due_on: dt.date,
    locks_on: dt.date,
    by: Actor,
) -> ReportingPeriod:
    require_in(by, region, Permission.PERIOD_EDIT)
    semester = Semester(year, half)
    period = ReportingPeriod(
        region=region,
        year=year,
        half=half,
        figures_as_of=figures_as_of,
        opens_on=opens_on,
        due_on=due_on,
        locks_on=locks_on,
    )
    _check_dates(period)
    twice = Refusal(
        f"Periode {semester} sudah dibuka. Ubah tanggalnya bila perlu.", field="half"
    )
    if ReportingPeriod.objects.filter(region=region, year=year, half=half).exists():
        raise twice
    try:
        with transaction.atomic():
            period.save()
    except IntegrityError as collision:
        raise twice from collision
    record(
        by=by,
        verb=OPENED,
        obj=period,
        region=region,
        changes={name: (None, getattr(period, name)) for name in DATES},
    )
    return period


def open_with_defaults(
    *, region: Region, semester: Semester, by: Actor
) -> ReportingPeriod:
    """The one button: this semester with the usual dates."""
    return open_period(
        region=region,
        year=semester.year,
        half=semester.half,
        by=by,
        **default_dates(semester),
    )


@transaction.atomic
def change_period(
    *, period: ReportingPeriod, reason: str, by: Actor, **dates: dt.date
) -> ReportingPeriod:
    """New dates for an open period; OPD are told why, so the reason is required."""
    period = (
        ReportingPeriod.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=period.pk)
    )
    require_in(by, period.region, Permission.PERIOD_EDIT)
    unknown = set(dates) - set(DATES)
    if unknown:
        raise TypeError(f"a period has no {', '.join(sorted(unknown))}")
    changes = changed(period, dates)
    if not changes:
        return period
    for name, value in dates.items():
        setattr(period, name, value)
    _check_dates(period)
    if not reason.strip():
        raise Refusal("Tulis alasan perubahan tanggal.", field="reason")
    period.save(update_fields=list(changes))
    record(
        by=by,
        verb=CHANGED,
        obj=period,
        region=period.region,
        changes=changes,
        reason=reason.strip(),
    )
    return period


@transaction.atomic
def exempt(*, period: ReportingPeriod, opd: Opd, reason: str, by: Actor) -> Exemption:
    """«Tidak wajib»: the OPD leaves the denominator of this period only."""
    require_in(by, period.region, Permission.PERIOD_EDIT)
    if opd.region_id != period.region_id:
        raise Refusal("OPD ini milik daerah lain.", field="opd")
    if not reason.strip():
        raise Refusal("Tulis alasan OPD ini tidak wajib melapor.", field="reason")
    twice = Refusal(
        f"{opd.short_name} sudah tercatat tidak wajib melapor pada {period}.",
        field="opd",
    )
    try:
        with transaction.atomic():
            exemption, is_new = Exemption.objects.get_or_create(
                period=period,
                opd=opd,
                defaults={
                    "reason": reason.strip(),
                    "decided_by": by.user,
                    "decided_at": now(),
                },
            )
    except IntegrityError as collision:
        raise twice from collision
    if not is_new:
        raise twice
    # Told of the period: an exemption that is undone leaves no page of its own.
    record(
        by=by,
        verb=EXEMPTED,
        obj=period,
        region=period.region,
        changes={EXEMPT: (None, opd.name)},
        reason=reason.strip(),
    )
    return exemption


@transaction.atomic
def undo_exemption(*, exemption: Exemption, by: Actor) -> None:
    region = exemption.period.region
    require_in(by, region, Permission.PERIOD_EDIT)
    found = Exemption.objects.select_for_update().filter(pk=exemption.pk).first()
    if found is None:
        return
    record(
        by=by,
        verb=EXEMPTION_UNDONE,
        obj=exemption.period,
        region=region,
        changes={EXEMPT: (exemption.opd.name, None), "alasan": (found.reason, None)},
    )
    found.delete()


def _check_dates(period: ReportingPeriod) -> None:
    """Figures, opening, due, lock: in this order, each refusal beside its own date."""
    semester = period.semester
    if period.figures_as_of < semester.start:
        raise Refusal(
            f"Angka per tanggal tidak dapat mendahului awal {semester} "
            f"({tanggal(semester.start)}).",
            field="figures_as_of",
        )
    if period.opens_on < semester.start:
        raise Refusal(
            f"Periode tidak dapat dibuka sebelum {semester} dimulai "
            f"({tanggal(semester.start)}).",
            field="opens_on",
        )
    if period.due_on < period.opens_on:
        raise Refusal(
            f"Tenggat mendahului tanggal dibuka ({tanggal(period.opens_on)}).",
            field="due_on",
        )
    if period.due_on < period.figures_as_of:
        raise Refusal(
            "Tenggat mendahului tanggal angka ditutup "
            f"({tanggal(period.figures_as_of)}).",
            field="due_on",
        )
    if period.locks_on < period.due_on:
        raise Refusal(
            f"Tanggal dikunci mendahului tenggat ({tanggal(period.due_on)}).",
            field="locks_on",
        )
