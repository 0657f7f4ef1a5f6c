"""Planning a meeting and moving it along; what is written in it stands in part_actions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from pokja.meetings.choices import State
from pokja.meetings.guard import lock_meeting, open_meeting, reason_of, touch
from pokja.meetings.models import Meeting
from pokja.meetings.times import local_day, today_in
from pokja.meetings.workflow import BEFORE_MEETING, FACTS_OPEN, WORKFLOW
from pokja.programme.line_actions import check_line
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

PLANNED = Verb("meeting.planned", "merencanakan rapat {object}")
CHANGED = Verb("meeting.changed", "mengubah data rapat {object}")
INVITED = Verb("meeting.invited", "mencatat undangan rapat {object}")
STARTED = Verb("meeting.started", "mulai mencatat jalannya rapat {object}")
POSTPONED = Verb("meeting.postponed", "menunda rapat {object}")
RESCHEDULED = Verb("meeting.rescheduled", "menjadwalkan ulang rapat {object}")
CANCELLED = Verb("meeting.cancelled", "membatalkan rapat {object}")

LONGEST = dt.timedelta(days=31)


@transaction.atomic
def plan_meeting(*, region: Region, by: Actor, **facts: Any) -> Meeting:
    """A meeting to come, or with `is_past_entry` one that was held before it is entered."""
    require(by, Permission.MEETING_EDIT)
    # Two clicks on one button arrive together: the second must see the first.
    region = Region.objects.select_for_update().get(pk=region.pk)
    meeting = Meeting(region=region, **facts)
    _check_times(meeting)
    _check_is_past(meeting)
    _check_line(meeting)
    _check_quorum(meeting)
    twin = Meeting.objects.filter(
        region=region, title__iexact=meeting.title, starts_at=meeting.starts_at
    )
    if twin.exists():
        raise Refusal(
            "Rapat dengan nama dan waktu mulai yang sama sudah tercatat.", field="title"
        )
    meeting.save()
    record(by=by, verb=PLANNED, obj=meeting, region=region)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, by: Actor, revision: int | None = None, **facts: Any
) -> Meeting:
    meeting = open_meeting(meeting, FACTS_OPEN, by, revision)
    changes = changed(meeting, facts)
    if not changes:
        return meeting
    for name in changes:
        setattr(meeting, name, facts[name])
    _check_times(meeting)
    _check_quorum(meeting)
    if {"starts_at", "is_past_entry"} & set(changes):
        _check_is_past(meeting)
    if {"starts_at", "programme_line"} & set(changes):
        _check_line(meeting)
    touch(meeting, *changes)
    record(by=by, verb=CHANGED, obj=meeting, region=meeting.region, changes=changes)
    return meeting


@transaction.atomic
def invite(*, meeting: Meeting, by: Actor) -> Meeting:
    return _move(meeting, State.INVITED, INVITED, by)


@transaction.atomic
def start_meeting(*, meeting: Meeting, by: Actor) -> Meeting:
    """From here attendance, minutes and recommendations are written."""
    meeting = lock_meeting(meeting, by)
    WORKFLOW.check(meeting.state, State.RUNNING, by=by)
    if meeting.state == State.CORRECTION:
        raise Refusal("Notulen sedang dikoreksi. Kembalikan dahulu ke notulis.")
    if meeting.state == State.PLANNED and not meeting.is_past_entry:
        raise Refusal(
            "Catat dahulu bahwa undangan sudah terkirim, atau tandai di data rapat "
            "bahwa rapat ini dicatat sesudah berlangsung."
        )
    held_on = local_day(meeting.starts_at, meeting.region)
    if today_in(meeting.region) < held_on:
        raise Refusal(
            f"Rapat ini dijadwalkan {tanggal(held_on)}; jalannya rapat dapat dicatat "
            "mulai hari itu."
        )
    return _move(meeting, State.RUNNING, STARTED, by)


@transaction.atomic
def postpone(*, meeting: Meeting, reason: str, by: Actor) -> Meeting:
    reason = reason_of(reason, "Tulis alasan rapat ditunda.")
    return _move(meeting, State.POSTPONED, POSTPONED, by, reason)


@transaction.atomic
def cancel(*, meeting: Meeting, reason: str, by: Actor) -> Meeting:
    reason = reason_of(reason, "Tulis alasan rapat dibatalkan.")
    return _move(meeting, State.CANCELLED, CANCELLED, by, reason)


@transaction.atomic
def reschedule(
    *, meeting: Meeting, starts_at: dt.datetime, ends_at: dt.datetime, by: Actor
) -> Meeting:
    """A postponed meeting gets its new time and is planned again."""
    meeting = lock_meeting(meeting, by)
    WORKFLOW.check(meeting.state, State.PLANNED, by=by)
    changes = changed(meeting, {"starts_at": starts_at, "ends_at": ends_at})
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    _check_times(meeting)
    _check_is_past(meeting)
    _check_line(meeting)
    changes["state"] = (meeting.get_state_display(), State.PLANNED.label)
    meeting.state = State.PLANNED
    meeting.state_reason = ""
    touch(meeting, "starts_at", "ends_at", "state", "state_reason")
    record(by=by, verb=RESCHEDULED, obj=meeting, region=meeting.region, changes=changes)
    return meeting


def _move(
    meeting: Meeting, target: State, verb: Verb, by: Actor, reason: str = ""
) -> Meeting:
    meeting = lock_meeting(meeting, by)
    WORKFLOW.check(meeting.state, target, by=by)
    old = meeting.get_state_display()
    meeting.state = target
    meeting.state_reason = reason
    touch(meeting, "state", "state_reason")
    record(
        by=by,
        verb=verb,
        obj=meeting,
        region=meeting.region,
        changes={"state": (old, target.label)},
        reason=reason,
    )
    return meeting


def _check_times(meeting: Meeting) -> None:
    if meeting.ends_at < meeting.starts_at:
        raise Refusal(
            "Rapat selesai sebelum dimulai. Perbaiki tanggal atau jam selesai.",
            field="ends_time",
        )
    if meeting.ends_at - meeting.starts_at > LONGEST:
        raise Refusal(
            "Rapat lebih lama dari 31 hari. Periksa tahun dan bulan selesainya.",
            field="ends_on",
        )


def _check_is_past(meeting: Meeting) -> None:
    if meeting.state not in BEFORE_MEETING:
        return
    day, today = local_day(meeting.starts_at, meeting.region), today_in(meeting.region)
    if day < today and not meeting.is_past_entry:
        raise Refusal(
            "Tanggal rapat sudah lewat. Perbaiki tanggalnya, atau tandai «dicatat "
            "sesudah rapat».",
            field="starts_on",
        )
    if day > today and meeting.is_past_entry:
        raise Refusal(
            "Rapat ini belum berlangsung, jadi tidak dapat dicatat sesudah rapat.",
            field="is_past_entry",
        )


def _check_quorum(meeting: Meeting) -> None:
    share = meeting.quorum_percent
    if share is not None and not 1 <= share <= 100:
        raise Refusal("Isi kuorum 1 sampai 100 persen.", field="quorum_percent")


def _check_line(meeting: Meeting) -> None:
    year = local_day(meeting.starts_at, meeting.region).year
    check_line(meeting.programme_line, year, meeting.region)
