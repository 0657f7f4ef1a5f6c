"""Giving indicators to those who answer them, and confirming last year's answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from focal_points.opd.models import Opd
from prasyarat.assessments.actions import (
    mark_not_applicable,
    open_draft,
    save_answer,
    submit_answer,
)
from prasyarat.assessments.checks import reply_of
from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.item import is_proof, item_of
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.rights import require_fill, why_not_assign
from prasyarat.assessments.writing import lock_region, locked
from prasyarat.instruments.models import Indicator
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

ASSIGNED = Verb("answer_duty.assigned", "menugaskan indikator prasyarat {object}")
DROPPED = Verb("answer_duty.dropped", "mencabut {object}")


@transaction.atomic
def assign_duties(
    *,
    region: Region,
    indicators: Iterable[Indicator],
    opd: Opd | None,
    since: dt.date,
    due_on: dt.date,
    by: Actor,
) -> int:
    """Again for the same indicator: the new day replaces the old. How many changed."""
    if sentence := why_not_assign(region, by):
        raise PermissionDenied(sentence)
    asked = list(indicators)
    _check(region, asked, opd, since, due_on)
    lock_region(region)
    known = {
        row.indicator_id: row
        for row in AnswerDuty.objects.filter(region=region, indicator__in=asked)
    }
    told = (opd.pk if opd else None, since, due_on)
    changed = [
        indicator
        for indicator in asked
        if (old := known.get(indicator.pk)) is None
        or (old.opd_id, old.since, old.due_on) != told
    ]
    AnswerDuty.objects.filter(region=region, indicator__in=changed).delete()
    AnswerDuty.objects.bulk_create(
        AnswerDuty(
            region=region, indicator=indicator, opd=opd, since=since, due_on=due_on
        )
        for indicator in changed
    )
    if changed:
        codes = ", ".join(indicator.code for indicator in changed)
        changes = {"indikator": ("", codes), "tenggat": ("", due_on.isoformat())}
        record(by=by, verb=ASSIGNED, obj=region, region=region, changes=changes)
    return len(changed)


def _check(
    region: Region,
    indicators: list[Indicator],
    opd: Opd | None,
    since: dt.date,
    due_on: dt.date,
) -> None:
    if not indicators:
        raise Refusal("Pilih indikator yang ditugaskan.", field="indicator")
    if due_on < since:
        raise Refusal("Tenggat lebih awal daripada tanggal mulai.", field="due_on")
    if opd is None:
        return
    if opd.region_id != region.pk:
        raise Refusal("OPD itu bukan milik daerah ini.", field="opd")
    if any(indicator.is_opd_only for indicator in indicators):
        raise Refusal(
            "Indikator OPD dijawab setiap OPD untuk dirinya sendiri. Kosongkan OPD, atau "
            "pilih indikator daerah.",
            field="opd",
        )


@transaction.atomic
def drop_duty(*, duty: AnswerDuty, by: Actor) -> None:
    if sentence := why_not_assign(duty.region, by):
        raise PermissionDenied(sentence)
    rows = AnswerDuty.objects.select_for_update(of=("self",))
    held = rows.select_related("indicator", "opd").filter(pk=duty.pk).first()
    if held is None:
        raise Refusal("Tugas ini sudah dicabut atau diganti.")
    changes = {
        "penanggung jawab": (held.opd.short_name if held.opd else "", ""),
        "tenggat": (held.due_on.isoformat(), ""),
    }
    record(by=by, verb=DROPPED, obj=held, region=duty.region, changes=changes)
    held.delete()


@transaction.atomic
def confirm_answer(*, answer: Answer, by: Actor) -> Answer:
    """«Masih berlaku»: an earlier year's answer, dated today and sent to be verified."""
    answer = locked(answer)
    item = item_of(answer)
    require_fill(item, by)
    if answer.as_of.year >= today().year:
        raise Refusal("Jawaban ini sudah dari tahun ini; tidak perlu dikonfirmasi.")
    if answer.state not in (State.VERIFIED, State.NOT_APPLICABLE) or answer.is_reverted:
        raise Refusal(
            "Yang dikonfirmasi adalah jawaban terverifikasi tahun sebelumnya."
        )
    if answer.state == State.NOT_APPLICABLE:
        reason = answer.not_applicable_reason
        return mark_not_applicable(item=item, as_of=today(), reason=reason, by=by)
    if is_proof(answer):
        # What the portal counts stays the answer: its evidence alone is sent again.
        fresh = open_draft(item=item, by=by)
    else:
        fresh = save_answer(item=item, as_of=today(), reply=reply_of(answer), by=by)
    try:
        with transaction.atomic():
            return submit_answer(answer=fresh, by=by)
    except ValidationError:
        # Its evidence ran out: it waits as a draft for a new one.
        return fresh
