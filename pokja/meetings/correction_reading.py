"""A correction as it is read: its text, what it changes, and a name for what was seen."""

from __future__ import annotations

from pokja.meetings.compare import Change, between
from pokja.meetings.content import digest
from pokja.meetings.correction_data import corrected, data_changes
from pokja.meetings.draft import Item
from pokja.meetings.holders import (
    RunningText,
    from_rows,
    plain_rows,
    recommendations_of,
)
from pokja.meetings.models import Meeting, MinutesCorrection


def current_text(meeting: Meeting) -> list[Item]:
    return [*RunningText(meeting).load(), *recommendations_of(meeting)]


def changes_of(correction: MinutesCorrection) -> list[Change]:
    """Against the version in force: facts and figures first, then the text."""
    meeting = correction.meeting
    told = data_changes(meeting.settled_content or {}, corrected(meeting, correction))
    before = plain_rows(current_text(meeting))
    return [*told, *between(before, correction.content)]


def seen_of(correction: MinutesCorrection) -> str:
    return digest(
        {
            "content": plain_rows(from_rows(correction.content)),
            "facts": correction.facts,
            "figures": correction.figures,
            "marks": correction.by_name.get("marks", []),
        }
    )
