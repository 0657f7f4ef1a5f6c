"""Hanging a meeting or a follow-up on a line of the work programme.

Where a meeting belongs is no part of its minutes: it may be told after they are settled.
"""

from __future__ import annotations

from django.db import transaction

from pokja.meetings.choices import FollowUpState, State
from pokja.meetings.guard import lock_meeting, lock_recommendation
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import local_day
from pokja.programme.line_actions import check_line
from pokja.programme.models import ProgrammeLine
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

MEETING_HUNG = Verb("meeting.hung", "mengaitkan rapat {object} dengan program kerja")
FOLLOW_UP_HUNG = Verb("follow_up.hung", "mengaitkan {object} dengan program kerja")


@transaction.atomic
def hang_meeting(
    *, meeting: Meeting, programme_line: ProgrammeLine | None, by: Actor
) -> Meeting:
    require(by, Permission.MEETING_EDIT)
    meeting = lock_meeting(meeting, by)
    if meeting.state == State.CANCELLED:
        raise Refusal("Rapat yang dibatalkan tidak merealisasikan program kerja.")
    year = local_day(meeting.starts_at, meeting.region).year
    check_line(programme_line, year, meeting.region)
    _hang(meeting, programme_line, MEETING_HUNG, by)
    return meeting


@transaction.atomic
def hang_follow_up(
    *, recommendation: Recommendation, programme_line: ProgrammeLine | None, by: Actor
) -> Recommendation:
    """A follow-up may be done in a later year than its meeting."""
    require(by, Permission.MEETING_EDIT)
    row = lock_recommendation(recommendation, by)
    if not row.meeting.is_settled or row.state == FollowUpState.CANCELLED:
        raise Refusal("Hanya tindak lanjut yang berjalan atau selesai yang dikaitkan.")
    if programme_line is not None:
        check_line(programme_line, programme_line.programme.year, row.region)
    _hang(row, programme_line, FOLLOW_UP_HUNG, by)
    return row


def _hang(
    row: Meeting | Recommendation, line: ProgrammeLine | None, verb: Verb, by: Actor
) -> None:
    old = row.programme_line
    if old == line:
        return
    row.programme_line = line
    row.save(update_fields=["programme_line"])
    told = {"programme_line": (old, line)}
    record(by=by, verb=verb, obj=row, region=row.region, changes=told)
