"""The legal moves of a meeting and of a follow-up (who, from, to)."""

from __future__ import annotations

from pokja.meetings.choices import CorrectionState as C
from pokja.meetings.choices import FollowUpState as F
from pokja.meetings.choices import State as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

# rencana → berlangsung is for meetings entered afterwards: start_meeting() sees to it.
WORKFLOW = Workflow(
    "Rapat",
    Step(S.PLANNED, S.INVITED, May.MEETING_EDIT, "Catat undangan terkirim"),
    Step(S.PLANNED, S.RUNNING, May.MEETING_EDIT, "Catat jalannya rapat"),
    Step(S.PLANNED, S.POSTPONED, May.MEETING_EDIT, "Tunda"),
    Step(S.PLANNED, S.CANCELLED, May.MEETING_EDIT, "Batalkan"),
    Step(S.INVITED, S.RUNNING, May.MEETING_EDIT, "Catat jalannya rapat"),
    Step(S.INVITED, S.POSTPONED, May.MEETING_EDIT, "Tunda"),
    Step(S.INVITED, S.CANCELLED, May.MEETING_EDIT, "Batalkan"),
    Step(S.POSTPONED, S.PLANNED, May.MEETING_EDIT, "Jadwalkan ulang"),
    Step(S.POSTPONED, S.CANCELLED, May.MEETING_EDIT, "Batalkan"),
    Step(S.RUNNING, S.CORRECTION, May.MEETING_EDIT, "Tanda tangani notulen"),
    Step(
        S.CORRECTION,
        S.RUNNING,
        (May.MEETING_EDIT, May.MINUTES_SETTLE),
        "Kembalikan ke notulis",
    ),
    Step(S.CORRECTION, S.SETTLED, May.MINUTES_SETTLE, "Sahkan notulen"),
)

# Settled minutes never go back: a correction has its own states beside them, and its
# settlement makes the next version. Opening one needs a reason: open_correction().
CORRECTION_WORKFLOW = Workflow(
    "Ralat notulen",
    Step(C.DRAFT, C.SIGNED, May.MEETING_EDIT, "Tanda tangani ralat"),
    Step(
        C.SIGNED,
        C.DRAFT,
        (May.MEETING_EDIT, May.MINUTES_SETTLE),
        "Kembalikan ke notulis",
    ),
    Step(C.SIGNED, C.SETTLED, May.MINUTES_SETTLE, "Sahkan ralat"),
    Step(
        C.DRAFT, C.CANCELLED, (May.MEETING_EDIT, May.MINUTES_SETTLE), "Batalkan ralat"
    ),
)

FOLLOW_UP_WORKFLOW = Workflow(
    "Tindak lanjut",
    Step(F.OPEN, F.IN_PROGRESS, May.FOLLOW_UP_ANSWER, "Laporkan tindak lanjut"),
    Step(F.OPEN, F.CANCELLED, May.FOLLOW_UP_CONFIRM, "Batalkan"),
    Step(F.IN_PROGRESS, F.DONE, May.FOLLOW_UP_CONFIRM, "Nyatakan selesai"),
    Step(F.IN_PROGRESS, F.CANCELLED, May.FOLLOW_UP_CONFIRM, "Batalkan"),
    Step(F.DONE, F.IN_PROGRESS, May.FOLLOW_UP_CONFIRM, "Buka kembali"),
    Step(F.CANCELLED, F.OPEN, May.FOLLOW_UP_CONFIRM, "Buka kembali"),
)

# In which states each part of a meeting may still be written.
BEFORE_MEETING = frozenset({S.PLANNED, S.INVITED, S.POSTPONED})
FACTS_OPEN = BEFORE_MEETING | {S.RUNNING}
RECORD_OPEN = frozenset({S.RUNNING})
DELETABLE = frozenset(set(S) - {S.SETTLED})
# A signed text keeps the files it was signed with.
FILES_OPEN = FACTS_OPEN
