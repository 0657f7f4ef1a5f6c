"""Writing the recommendations of a meeting, while its minutes are written."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from django.db import transaction
from django.db.models import Max

from focal_points.opd.models import Opd
from pokja.meetings import owners
from pokja.meetings.guard import lock_recommendation, open_meeting, touch
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.rows import RecommendationFacts
from pokja.meetings.times import local_day
from pokja.meetings.workflow import RECORD_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record

ADDED = Verb("recommendation.added", "menambah rekomendasi pada {object}")
CHANGED = Verb("recommendation.changed", "mengubah {object}")
REMOVED = Verb("recommendation.removed", "menghapus {object}")

LONGEST = 2_000
LONGEST_PROOF = 250


@transaction.atomic
def add_recommendation(
    *, meeting: Meeting, facts: RecommendationFacts, by: Actor
) -> Recommendation:
    meeting = open_meeting(meeting, RECORD_OPEN, by)
    values, beside = _checked(facts, meeting)
    if meeting.recommendations.filter(text__iexact=values["text"]).exists():
        raise Refusal("Rekomendasi ini sudah tercatat pada rapat ini.", field="text")
    last = meeting.recommendations.aggregate(last=Max("order"))["last"] or 0
    made = Recommendation.objects.create(
        meeting=meeting, region=meeting.region, order=last + 1, **values
    )
    made.co_responsible.set(beside)
    touch(meeting)
    record(
        by=by,
        verb=ADDED,
        obj=meeting,
        region=meeting.region,
        changes={"rekomendasi": (None, made.text)},
    )
    return made


@transaction.atomic
def change_recommendation(
    *, recommendation: Recommendation, facts: RecommendationFacts, by: Actor
) -> Recommendation:
    meeting = open_meeting(recommendation.meeting, RECORD_OPEN, by)
    row = lock_recommendation(recommendation, by)
    values, beside = _checked(facts, meeting)
    changes = changed(row, values)
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    row.save(update_fields=list(changes))
    changes |= _set_beside(row, beside)
    if changes:
        touch(meeting)
        record(by=by, verb=CHANGED, obj=row, region=row.region, changes=changes)
    return row


@transaction.atomic
def remove_recommendation(*, recommendation: Recommendation, by: Actor) -> None:
    """Only a draft: what is settled is never removed, at most cancelled with a reason."""
    meeting = open_meeting(recommendation.meeting, RECORD_OPEN, by)
    row = lock_recommendation(recommendation, by)
    record(
        by=by,
        verb=REMOVED,
        obj=row,
        region=row.region,
        changes={"text": (row.text, None)},
    )
    row.delete()
    touch(meeting)


def _set_beside(row: Recommendation, beside: list[Opd]) -> dict[str, tuple[Any, Any]]:
    old = [opd.short_name for opd in owners.of(row)]
    row.co_responsible.set(beside)
    new = [opd.short_name for opd in owners.of(row)]
    return {"co_responsible": (old, new)} if old != new else {}


def _checked(
    facts: RecommendationFacts, meeting: Meeting
) -> tuple[dict[str, Any], list[Opd]]:
    """Its own fields, and the offices beside the first."""
    facts = replace(
        facts,
        text=one_line(facts.text),
        proposer=one_line(facts.proposer),
        responsible=one_line(facts.responsible),
        expected_proof=one_line(facts.expected_proof),
    )
    if not facts.text:
        raise Refusal("Tulis rekomendasinya.", field="text")
    if len(facts.text) > LONGEST:
        raise Refusal(f"Paling panjang {LONGEST} karakter.", field="text")
    _check_one(facts.proposer_opd, facts.proposer, "pengusul", "proposer", meeting)
    _check_one(
        facts.responsible_opd,
        facts.responsible,
        "penanggung jawab",
        "responsible",
        meeting,
    )
    _check_beside(facts, meeting)
    if len(facts.expected_proof) > LONGEST_PROOF:
        raise Refusal(
            f"Paling panjang {LONGEST_PROOF} karakter.", field="expected_proof"
        )
    if facts.due_on is None:
        raise Refusal("Isi tenggat rekomendasi.", field="due_on")
    if facts.due_on < local_day(meeting.starts_at, meeting.region):
        raise Refusal("Tenggat mendahului tanggal rapat.", field="due_on")
    values = {field.name: getattr(facts, field.name) for field in fields(facts)}
    return values, list(values.pop("co_responsible"))


def _check_beside(facts: RecommendationFacts, meeting: Meeting) -> None:
    for opd in facts.co_responsible:
        if opd.region_id != meeting.region_id:
            raise Refusal(
                f"{opd.short_name} bukan OPD daerah ini.", field="co_responsible"
            )
        if opd == facts.responsible_opd:
            raise Refusal(
                f"{opd.short_name} sudah menjadi penanggung jawab.",
                field="co_responsible",
            )


def _check_one(
    opd: Opd | None, other: str, what: str, field: str, meeting: Meeting
) -> None:
    """An OPD of this region, or another institution; never both, never none."""
    if (opd is None) == (not other):
        raise Refusal(
            f"Pilih OPD {what} atau tulis {what} lain, salah satu.", field=field
        )
    if opd is not None and opd.region_id != meeting.region_id:
        raise Refusal(f"{opd.short_name} bukan OPD daerah ini.", field=f"{field}_opd")
