"""The settled minutes as one frozen text: what was read, signed and settled, and its hash."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from django.db.models import F

from pokja.meetings.agenda import agenda_of
from pokja.meetings.carry_over import CarriedOver
from pokja.meetings.choices import FileKind
from pokja.meetings.models import Attendance, Meeting
from pokja.meetings.queries import attendance_totals
from pokja.meetings.quorum import asked_to, quorum_of
from pokja.meetings.sections import as_rows, sections_of

SCHEMA = 2
MARK = (
    "day",
    "state",
    "stand_in_name",
    "stand_in_position",
    "stand_in_sex",
    "note",
)


def freeze(meeting: Meeting) -> dict[str, Any]:
    """Everything the minutes say, in words: it must still tell when the rows are gone."""
    attendance = list(meeting.attendance.select_related("opd"))
    recommendations = meeting.recommendations.with_owners().select_related(
        "proposer_opd"
    )
    return {
        "schema": SCHEMA,
        "region": meeting.region.code,
        "meeting": _facts(meeting),
        **_agenda(meeting),
        "outcomes": [
            {"text": outcome.text, "verdict": outcome.verdict}
            for outcome in meeting.outcomes.all()
        ],
        "attendance": [told_row(row) for row in attendance],
        "totals": attendance_totals(attendance).as_dict(),
        **_quorum(meeting, attendance),
        **_by_name(meeting),
        "summary": meeting.summary,
        "minutes": as_rows(sections_of(meeting)),
        "recommendations": [
            {
                "number": row.number,
                "year": row.year,
                "text": row.text,
                "proposer": row.proposed_by,
                "responsible": row.owner_on(meeting.day),
                "due_on": _iso(row.due_on),
                "expected_proof": row.expected_proof,
                "is_example": row.is_example,
            }
            for row in recommendations
        ],
        "photos": [
            {
                "sha256": row.file.sha256,
                "caption": row.caption or f"Foto {meeting.title}",
            }
            for row in meeting.files.select_related("file")
            if row.kind == FileKind.PHOTO
        ],
        "signed": {"notulis": meeting.notulis, "at": _iso(meeting.signed_at)},
    }


def _quorum(meeting: Meeting, attendance: list[Attendance]) -> dict[str, Any]:
    if meeting.quorum_percent is None:
        return {}
    came = attendance_totals(attendance).total
    found = quorum_of(meeting, came, asked_to(meeting))
    return {"quorum": found.told} if found else {}


def told_row(row: Attendance) -> dict[str, Any]:
    return {
        "who": row.called_opd.name if row.called_opd else row.institution,
        "represents": row.represents,
        "is_leader": row.is_leader,
        "names": row.names.splitlines(),
        "men": row.men,
        "women": row.women,
    }


def _agenda(meeting: Meeting) -> dict[str, Any]:
    """With its hours, and each open recommendation once: at its place, or at the end."""
    carried = CarriedOver(meeting)
    agenda = agenda_of(meeting, carried)
    return {
        "agenda": [
            {
                "time": slot.time,
                "text": slot.text,
                "speaker": slot.speaker,
                **({"carried": [row.told for row in slot.below]} if slot.below else {}),
            }
            for slot in agenda.printed
        ],
        "approval": carried.approval_told,
        "carried": agenda.left_told,
    }


def with_settlement(meeting: Meeting, content: dict[str, Any]) -> dict[str, Any]:
    settled = {
        "by": str(meeting.settled_by),
        "for": meeting.chair_position or meeting.chair_name,
        "at": _iso(meeting.settled_at),
    }
    return {**content, "settled": settled}


def _by_name(meeting: Meeting) -> dict[str, Any]:
    """The list by name where there is one: also who was excused and who stayed away."""
    marks = {f"mark_{name}": F(f"presences__{name}") for name in MARK}
    rows = meeting.participants.select_related("opd").annotate(**marks)
    found: dict[int, dict[str, Any]] = {}
    # A row for each day of a chair, in one query.
    for chair in rows.order_by("order", "pk", "presences__day"):
        told = found.setdefault(
            chair.pk,
            {
                "who": chair.label,
                "position": chair.position,
                "agency": chair.agency,
                "sex": chair.sex,
                "days": [],
            },
        )
        mark = {name: getattr(chair, f"mark_{name}") for name in MARK}
        if mark["day"] is not None:
            presence = chair.presences.model(**mark)
            note = {"told": presence.told, "note": presence.note}
            told["days"].append({"day": _iso(presence.day), **note})
    return {"people": list(found.values())} if found else {}


def _facts(meeting: Meeting) -> dict[str, Any]:
    return {
        "title": meeting.title,
        "kind": meeting.kind,
        "theme": meeting.theme,
        "starts_at": _iso(meeting.starts_at),
        "ends_at": _iso(meeting.ends_at),
        "zone": meeting.region.zone,
        "place": meeting.place,
        "organiser": meeting.organiser,
        "host": meeting.host,
        "chair_name": meeting.chair_name,
        "chair_position": meeting.chair_position,
        "opened_by": meeting.opened_by,
        "represents": meeting.represents,
        "speakers": meeting.speakers.splitlines(),
        "planned_participants": meeting.planned_participants,
        "duties": meeting.duties,
        "source_note": meeting.source_note,
    }


def digest(content: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON text."""
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()


def is_intact(meeting: Meeting) -> bool:
    """The stored minutes still have the hash they were settled with."""
    content = meeting.settled_content
    return content is not None and digest(content) == meeting.settled_sha256


def _iso(value: dt.date | None) -> str | None:
    if isinstance(value, dt.datetime):
        # One moment, one text: whatever zone the database hands it back in.
        return value.astimezone(dt.UTC).isoformat()
    return value.isoformat() if value else None
