"""What every verb of the list asks first: the meeting, the owner, the state, the day."""

from __future__ import annotations

import datetime as dt

from pokja.attendance.models import Coming, Participant
from pokja.attendance.people import Mark
from pokja.meetings.choices import State
from pokja.meetings.days import days_of
from pokja.meetings.guard import open_meeting
from pokja.meetings.models import Meeting
from pokja.meetings.times import today_in
from pokja.meetings.workflow import FACTS_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.lib.dates import tanggal

# Before the invitation is out nobody can answer it; after signing the list is frozen.
MARKS_OPEN = frozenset({State.INVITED, State.RUNNING})
NOT_BEFORE = (Coming.PRESENT, Coming.REPRESENTED, Coming.ABSENT)


def open_list(meeting: Meeting, by: Actor) -> Meeting:
    """The meeting's row is held: two writers of one list go one after the other."""
    return open_meeting(meeting, FACTS_OPEN, by)


def open_marks(meeting: Meeting, day: dt.date, by: Actor) -> Meeting:
    found = open_meeting(meeting, MARKS_OPEN, by)
    if day not in days_of(found):
        raise Refusal(f"{tanggal(day)} bukan hari rapat ini.")
    return found


def chair_of(meeting: Meeting, participant: Participant) -> Participant:
    """The row as it is now; the meeting is locked already."""
    rows = meeting.participants.select_related("opd").filter(pk=participant.pk)
    found = rows.first()
    if found is None:
        raise Refusal("Orang ini sudah dihapus dari daftar oleh orang lain.")
    return found


def check_mark(meeting: Meeting, chair: Participant, day: dt.date, mark: Mark) -> None:
    if mark.state and mark.state not in Coming:
        raise Refusal("Pilih salah satu keterangan kehadiran.", field="state")
    if mark.state in NOT_BEFORE and day > today_in(meeting.region):
        raise Refusal(
            f"{tanggal(day)} belum tiba. Sebelum hari itu hanya izin yang dapat dicatat.",
            field="state",
        )
    if mark.state == Coming.PRESENT and not chair.is_known:
        raise Refusal(
            f"Nama atau L/P dari {chair.label} belum diisi. Lengkapi dahulu datanya, "
            "atau catat sebagai diwakili.",
            field="state",
        )
    _check_stand_in(mark)


def _check_stand_in(mark: Mark) -> None:
    if not mark.is_represented:
        return
    if not mark.stand_in_name.strip():
        raise Refusal("Tulis nama yang mewakili.", field="stand_in_name")
    if mark.stand_in_sex not in {"L", "P"}:
        raise Refusal("Pilih L atau P dari yang mewakili.", field="stand_in_sex")
