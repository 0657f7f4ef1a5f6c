"""Hanging a meeting or a follow-up on a line of the work programme.

Where a meeting belongs is no part of its minutes: it may be told after they are settled.
"""

from __future__ import annotations

from django.db import transaction

from focal_points.opd.models import Opd
from pokja.meetings.choices import FollowUpState, State
from pokja.meetings.guard import lock_meeting, lock_recommendation
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import local_day
from pokja.programme.choices import State as ProgrammeState
from pokja.programme.line_actions import add_line, check_line
from pokja.programme.models import Programme, ProgrammeLine
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

DRAFT = ProgrammeState.DRAFT
ACTIVITY_MOST, OTHERS_MOST = 300, 200
MEETING_HUNG = Verb("meeting.hung", "mengaitkan rapat {object} dengan program kerja")
LINE_MADE = Verb("follow_up.line_made", "menjadikan {object} baris program kerja")
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
    if programme_line is not None and programme_line != row.programme_line:
        check_line(programme_line, programme_line.programme.year, row.region)
    _hang(row, programme_line, FOLLOW_UP_HUNG, by)
    return row


@transaction.atomic
def turn_into_line(*, recommendation: Recommendation, by: Actor) -> ProgrammeLine:
    """A new line of the draft programme that takes the recommendation over.

    Refused without a draft: a settled programme changes only through a new version.
    """
    require(by, Permission.MEETING_EDIT)
    row = lock_recommendation(recommendation, by)
    if not row.meeting.is_settled or not row.is_open:
        raise Refusal("Hanya tindak lanjut yang masih berjalan yang dijadikan baris.")
    if row.programme_line is not None:
        raise Refusal("Rekomendasi ini sudah terkait dengan program kerja.")
    programme = _draft_for(row)
    due = row.due_on if row.due_on and row.due_on.year == programme.year else None
    line = add_line(
        programme=programme,
        by=by,
        executors=_offices(row),
        others=row.responsible[:OTHERS_MOST],
        activity=" ".join(row.text.split())[:ACTIVITY_MOST],
        aim=f"Tindak lanjut {row}, {row.meeting} {row.meeting.days}.",
        to_month=due.month if due else None,
    )
    row.programme_line = line
    row.save(update_fields=["programme_line"])
    told = {"programme_line": (None, line)}
    record(by=by, verb=LINE_MADE, obj=row, region=row.region, changes=told)
    return line


def _offices(row: Recommendation) -> list[Opd]:
    first = [row.responsible_opd] if row.responsible_opd else []
    return first + list(row.co_responsible.all())


def _draft_for(row: Recommendation) -> Programme:
    """The draft of the year in which it is due, else the latest draft there is."""
    drafts = Programme.objects.filter(region=row.region, state=DRAFT)
    due = drafts.filter(year=row.due_on.year).first() if row.due_on else None
    found = due or drafts.order_by("-year", "-version").first()
    if found is None:
        raise Refusal(
            "Belum ada draf program kerja. Susun program kerja baru, atau buat perubahan "
            "dari program kerja yang berlaku, lalu tekan tombol ini lagi."
        )
    return found


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
