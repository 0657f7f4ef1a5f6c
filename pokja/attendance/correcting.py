"""A «ralat» of who came: marks by name; the figures follow from them.

The settled list stays until the correction is settled: what differs, and what the minutes
would then say, wait in the correction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction

from pokja.attendance.guard import check_mark
from pokja.attendance.models import COUNTED, Participant, Presence
from pokja.attendance.people import Mark
from pokja.attendance.recount import rows_of
from pokja.meetings.content import told_row
from pokja.meetings.correction_actions import open_draft, tell_data
from pokja.meetings.correction_data import corrected
from pokja.meetings.days import days_of
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Meeting, MinutesCorrection
from pokja.meetings.queries import attendance_totals
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.lib.dates import tanggal

# (chair, day)
Place = tuple[int, dt.date]
Marks = dict[Place, Mark]


def chairs_of(meeting: Meeting) -> list[Participant]:
    """In the order of the frozen list, each with its settled presences."""
    rows = meeting.participants.select_related("opd").prefetch_related("presences")
    return list(rows.order_by("order", "pk"))


def mark_of(presence: Presence | None) -> Mark:
    if presence is None:
        return Mark()
    return Mark(
        presence.state,
        presence.stand_in_name,
        presence.stand_in_position,
        presence.stand_in_sex,
        presence.note,
    )


def settled_marks(chairs: Iterable[Participant]) -> Marks:
    return {
        (chair.pk, presence.day): mark_of(presence)
        for chair in chairs
        for presence in chair.presences.all()
    }


def corrected_marks(correction: MinutesCorrection) -> Marks:
    """Only those that the correction changes."""
    found: Marks = {}
    for row in correction.by_name.get("marks", []):
        told = {name: value for name, value in row.items() if name != "chair"}
        day = dt.date.fromisoformat(told.pop("day"))
        found[row["chair"], day] = Mark(**told)
    return found


@transaction.atomic
def correct_people(
    *,
    correction: MinutesCorrection,
    day: dt.date,
    marks: Mapping[int, Mark],
    by: Actor,
    seen: str = "",
) -> MinutesCorrection:
    """`marks`: per chair what it should say for that day; others stay as they are."""
    found = open_draft(correction, by, seen)
    meeting = found.meeting
    if day not in days_of(meeting):
        raise Refusal(f"{tanggal(day)} bukan hari rapat ini.")
    chairs = chairs_of(meeting)
    settled = settled_marks(chairs)
    wanted = corrected_marks(found)
    known = {chair.pk: chair for chair in chairs}
    for pk, mark in marks.items():
        if pk in known:
            wanted[pk, day] = _clean(meeting, known[pk], day, mark)
    differing = {
        place: mark
        for place, mark in wanted.items()
        if mark != settled.get(place, Mark())
    }
    before = corrected(meeting, found)
    found.by_name = _worked_out(meeting, chairs, settled, differing)
    found.save(update_fields=["by_name"])
    tell_data(found, before, by)
    return found


def _clean(meeting: Meeting, chair: Participant, day: dt.date, mark: Mark) -> Mark:
    try:
        check_mark(meeting, chair, day, mark)
    except Refusal as refusal:
        raise Refusal(f"{chair.label}: {refusal.sentence}") from None
    words = {name: one_line(value) for name, value in asdict(mark).items()}
    if not mark.is_represented:
        words |= dict.fromkeys(
            ("stand_in_name", "stand_in_position", "stand_in_sex"), ""
        )
    return Mark(**words) if mark.state else Mark()


def _worked_out(
    meeting: Meeting, chairs: list[Participant], settled: Marks, differing: Marks
) -> dict[str, Any]:
    """Empty where nothing differs; else all that minutes and rows say from then on."""
    if not differing:
        return {}
    presences = _presences(chairs, {**settled, **differing})
    rows = rows_of(meeting, _first_days(presences))
    if not rows:
        raise Refusal("Ralat ini mengosongkan daftar hadir. Paling sedikit satu orang.")
    frozen = (meeting.settled_content or {})["people"]
    return {
        "marks": [
            {"chair": pk, "day": day.isoformat(), **asdict(mark)}
            for (pk, day), mark in differing.items()
        ],
        "people": [
            _person(told, chair, presences, differing)
            for told, chair in zip(frozen, chairs, strict=True)
        ],
        "attendance": [told_row(row) for row in rows],
        "totals": attendance_totals(rows).as_dict(),
        "rows": [
            {
                "opd_id": row.opd_id,
                "institution": row.institution,
                "is_leader": row.is_leader,
                "men": row.men,
                "women": row.women,
                "names": row.names,
            }
            for row in rows
        ],
    }


def _presences(chairs: list[Participant], marks: Marks) -> list[Presence]:
    """As they would stand, in the order of the list and of the days."""
    order = {chair.pk: place for place, chair in enumerate(chairs)}
    known = {chair.pk: chair for chair in chairs}
    places = sorted(marks, key=lambda place: (order[place[0]], place[1]))
    return [
        Presence(participant=known[pk], day=day, **asdict(marks[pk, day]))
        for pk, day in places
        if marks[pk, day].state
    ]


def _first_days(presences: Iterable[Presence]) -> list[Presence]:
    first: dict[int, Presence] = {}
    for row in presences:
        if row.state in COUNTED:
            first.setdefault(row.participant_id, row)
    return list(first.values())


def _person(
    told: dict[str, Any],
    chair: Participant,
    presences: list[Presence],
    differing: Marks,
) -> dict[str, Any]:
    """As it was frozen, but for the days that are corrected."""
    if not any(pk == chair.pk for pk, _day in differing):
        return told
    own = [row for row in presences if row.participant_id == chair.pk]
    days = [
        {"day": row.day.isoformat(), "told": row.told, "note": row.note} for row in own
    ]
    return {**told, "days": days}
