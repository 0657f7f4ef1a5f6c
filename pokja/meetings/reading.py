"""Who may read which part of a meeting and of a follow-up; views and the file gate ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from focal_points.appointments.scope import opd_ids_of
from pokja.meetings.choices import FileKind
from pokja.meetings.models import (
    FollowUpNote,
    Meeting,
    MeetingFile,
    Recommendation,
)
from pokja.meetings.queries import age_of
from pokja.meetings.scope import is_desk
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.files.models import StoredFile

# What OPD people may have before the minutes are settled: it goes out with the invitation.
_SENT_BEFORE = frozenset({FileKind.INVITATION, FileKind.MATERIAL})


def keeps(actor: Actor, region_id: int) -> bool:
    """The desk (sekretariat, Bappeda) of that very region."""
    if actor.is_system:
        return True
    own = actor.region is not None and actor.region.pk == region_id
    return own and is_desk(actor)


def may_read_record(actor: Actor, meeting: Meeting) -> bool:
    """Attendance, minutes and recommendations: a draft until they are settled."""
    return meeting.is_settled or keeps(actor, meeting.region_id)


def may_read_file(actor: Actor, attached: MeetingFile) -> bool:
    """For rows of a meeting the actor sees. The attendance list holds signatures and
    telephone numbers of other OPD: it is not for OPD people."""
    if keeps(actor, attached.meeting.region_id):
        return True
    if actor.role in OPD_ROLES and attached.kind == FileKind.ATTENDANCE:
        return False
    return attached.meeting.is_settled or attached.kind in _SENT_BEFORE


def may_read_notes(actor: Actor, row: Recommendation) -> bool:
    """What an OPD wrote is its own and the desk's until it is confirmed or cancelled."""
    if actor.role in OPD_ROLES:
        return row.falls_to(opd_ids_of(actor))
    return keeps(actor, row.region_id) or not row.is_open


@dataclass(frozen=True)
class FollowUpLine:
    """A recommendation as a list shows it: what is computed stands beside the row."""

    row: Recommendation
    days_late: int
    age: int
    is_link: bool


def follow_up_lines(
    rows: Iterable[Recommendation], actor: Actor, on: dt.date
) -> list[FollowUpLine]:
    seen = can(actor, Permission.FOLLOW_UP_VIEW)
    return [
        FollowUpLine(
            row,
            row.days_late(on),
            age_of(row, on),
            seen and row.number is not None and _falls_to(actor, row),
        )
        for row in rows
    ]


def _falls_to(actor: Actor, row: Recommendation) -> bool:
    if actor.role in OPD_ROLES:
        return row.falls_to(opd_ids_of(actor))
    return True


def file_gate(actor: Actor, file: StoredFile) -> bool:
    return _is_meeting_file(actor, file) or _is_note_file(actor, file)


def _is_meeting_file(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.MEETING_VIEW):
        return False
    seen = Meeting.objects.for_actor(actor)
    rows = MeetingFile.objects.filter(file=file, meeting__in=seen)
    return any(may_read_file(actor, row) for row in rows.select_related("meeting"))


def _is_note_file(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.FOLLOW_UP_VIEW):
        return False
    seen = Recommendation.objects.for_actor(actor)
    notes = FollowUpNote.objects.filter(file=file, recommendation__in=seen)
    rows = notes.select_related("recommendation")
    return any(may_read_notes(actor, note.recommendation) for note in rows)
