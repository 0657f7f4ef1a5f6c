"""A past meeting from a data file, recorded through the real verbs up to its settlement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.opd.models import Opd
from pokja.meetings import (
    actions,
    agenda_actions,
    follow_up_actions,
    minutes_actions,
    part_actions,
)
from pokja.meetings.choices import FileKind, Section
from pokja.meetings.draft import SUMMARY, Item, marks_of
from pokja.meetings.draft_actions import Sent, fresh_key, save_draft
from pokja.meetings.file_actions import attach_file
from pokja.meetings.holders import RunningText
from pokja.meetings.models import Meeting
from pokja.meetings.recommendation_actions import add_recommendation
from pokja.meetings.rows import (
    AgendaRow,
    AttendanceRow,
    OutcomeRow,
    RecommendationFacts,
)
from pokja.meetings.times import moment
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import standing_at
from pug_portal.regions.models import Region

SCHEMA = 1
# Facts taken over as they stand; times, speakers and parts are read below.
PLAIN = (
    "kind",
    "title",
    "theme",
    "place",
    "organiser",
    "host",
    "chair_name",
    "chair_position",
    "opened_by",
    "represents",
    "planned_participants",
    "duties",
    "source_note",
)

Offices = Mapping[str, Opd]
# Brings the people of these rows to the meeting; without one the rows are counted.
Attend = Callable[[Meeting, Sequence[AttendanceRow]], None]


class SceneError(ValueError):
    """The data file does not fit: another region, or an office that is not there."""


@transaction.atomic
def record_scene(
    *,
    region: Region,
    data: Mapping[str, Any],
    opd_by_short_name: Offices,
    by_sekretariat: Actor,
    by_bappeda: Actor,
    photos: Sequence[tuple[UploadedFile, str]] = (),
    attend: Attend | None = None,
) -> Meeting:
    """Recorded once: the second call finds the meeting and leaves it alone.

    `photos`: uploads with their captions. `attend`: where there is a list by name.
    """
    if data["schema"] != SCHEMA or data["region"] != region.code:
        raise SceneError(f"this scene is not written for {region.code}")
    facts = _facts(data["meeting"], region)
    found = Meeting.objects.filter(
        region=region, title=facts["title"], starts_at=facts["starts_at"]
    ).first()
    if found is not None:
        return found
    by = by_sekretariat
    meeting = actions.plan_meeting(region=region, by=by, **facts)
    meeting = actions.start_meeting(meeting=meeting, by=by)
    _record(meeting, data, opd_by_short_name, by, attend)
    for photo, caption in photos:
        attach_file(
            meeting=meeting,
            upload=photo,
            kind=FileKind.PHOTO,
            caption=caption,
            by=by,
        )
    minutes_actions.sign_minutes(meeting=meeting, notulis=data["notulis"], by=by)
    meeting = minutes_actions.settle_minutes(meeting=meeting, by=by_bappeda)
    _follow_up(meeting, data["recommendations"], by)
    return meeting


def _facts(row: Mapping[str, Any], region: Region) -> dict[str, Any]:
    facts = {name: row[name] for name in PLAIN if name in row}
    last = row.get("ends_on", row["starts_on"])
    return {
        **facts,
        "speakers": "\n".join(row.get("speakers", [])),
        "starts_at": _moment(row["starts_on"], row["starts_time"], region),
        "ends_at": _moment(last, row["ends_time"], region),
        "is_past_entry": True,
    }


def _moment(day: str, time: str, region: Region) -> dt.datetime:
    return moment(dt.date.fromisoformat(day), dt.time.fromisoformat(time), region)


def _record(
    meeting: Meeting,
    data: Mapping[str, Any],
    offices: Offices,
    by: Actor,
    attend: Attend | None,
) -> None:
    agenda = [AgendaRow(**row) for row in data["agenda"]]
    outcomes = [OutcomeRow(**row) for row in data["outcomes"]]
    attendance = [_attendance(row, offices) for row in data["attendance"]]
    agenda_actions.set_agenda(meeting=meeting, rows=agenda, by=by)
    part_actions.set_outcomes(meeting=meeting, rows=outcomes, by=by)
    if attend is None:
        part_actions.set_attendance(meeting=meeting, rows=attendance, by=by)
    else:
        attend(meeting, attendance)
    there = marks_of(RunningText(meeting).load())
    save_draft(meeting=meeting, sent=Sent(list(_written(data)), there), by=by)
    for row in data["recommendations"]:
        facts = _recommendation(row, offices)
        add_recommendation(meeting=meeting, facts=facts, by=by)


def _written(data: Mapping[str, Any]) -> Iterator[Item]:
    """`minutes` is the discussion; what else was said stands under its section."""
    yield Item(SUMMARY, SUMMARY, 0, data.get("summary", ""))
    for section, texts in data.get("sections", {}).items():
        yield from _points(Section(section), texts)
    yield from _points(Section.DISCUSSION, data["minutes"])


def _points(section: Section, rows: Sequence[Any], depth: int = 0) -> Iterator[Item]:
    """A point is its text, or its text with the points under it."""
    for row in rows:
        point = {"text": row} if isinstance(row, str) else row
        yield Item(fresh_key(), section.value, depth, point["text"])
        yield from _points(section, point.get("subs", []), depth + 1)


def _attendance(row: Mapping[str, Any], offices: Offices) -> AttendanceRow:
    return AttendanceRow(
        opd=_office(row, "opd", offices),
        institution=row.get("institution", ""),
        men=row.get("men", 0),
        women=row.get("women", 0),
        names="\n".join(row.get("names", [])),
        represents=row.get("represents", ""),
        is_leader=row.get("is_leader", False),
    )


def _recommendation(row: Mapping[str, Any], offices: Offices) -> RecommendationFacts:
    return RecommendationFacts(
        text=row["text"],
        proposer_opd=_office(row, "proposer_opd", offices),
        proposer=row.get("proposer", ""),
        responsible_opd=_office(row, "responsible_opd", offices),
        responsible=row.get("responsible", ""),
        due_on=dt.date.fromisoformat(row["due_on"]),
        is_example=row.get("is_example", False),
        expected_proof=row.get("expected_proof", ""),
        co_responsible=tuple(
            _named(name, offices) for name in row.get("co_responsible", [])
        ),
    )


def _office(row: Mapping[str, Any], key: str, offices: Offices) -> Opd | None:
    name = row.get(key)
    return None if name is None else _named(name, offices)


def _named(name: str, offices: Offices) -> Opd:
    if name not in offices:
        raise SceneError(f"no office «{name}» in the list of this region")
    return offices[name]


def _follow_up(meeting: Meeting, rows: list[Mapping[str, Any]], by: Actor) -> None:
    """What was told afterwards, each at its own time."""
    made = meeting.recommendations.order_by("order")
    for row, recommendation in zip(rows, made, strict=True):
        for note in row.get("follow_up", []):
            with standing_at(note["at"]):
                follow_up_actions.report_follow_up(
                    recommendation=recommendation, text=note["text"], by=by
                )
        if "done_on" in row:
            with standing_at(f"{row['done_on']}T15:00"):
                follow_up_actions.confirm_done(
                    recommendation=recommendation,
                    done_on=dt.date.fromisoformat(row["done_on"]),
                    by=by,
                )
