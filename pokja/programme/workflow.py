"""The legal moves of a RAD, a work programme and a line of it (who, from, to)."""

from __future__ import annotations

from pokja.programme.choices import LineStatus as L
from pokja.programme.choices import State as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

# The second move is never pressed: settling a perubahan makes it for the version before.
PROGRAMME_WORKFLOW = Workflow(
    "Program kerja",
    Step(S.DRAFT, S.SETTLED, May.PROGRAMME_SETTLE, "Tetapkan"),
    Step(S.SETTLED, S.REPLACED, May.PROGRAMME_SETTLE, "Ganti dengan perubahan"),
)
RAD_WORKFLOW = Workflow(
    "RAD PUG",
    Step(S.DRAFT, S.SETTLED, May.PROGRAMME_SETTLE, "Tetapkan"),
    Step(S.SETTLED, S.REPLACED, May.PROGRAMME_SETTLE, "Ganti dengan perubahan"),
)
LINE_WORKFLOW = Workflow(
    "Baris program kerja",
    Step(L.PLANNED, L.RUNNING, May.PROGRAMME_EDIT, "Mulai"),
    Step(L.PLANNED, L.DONE, May.PROGRAMME_EDIT, "Nyatakan selesai"),
    Step(L.PLANNED, L.POSTPONED, May.PROGRAMME_EDIT, "Tunda"),
    Step(L.PLANNED, L.CANCELLED, May.PROGRAMME_EDIT, "Batalkan"),
    Step(L.RUNNING, L.DONE, May.PROGRAMME_EDIT, "Nyatakan selesai"),
    Step(L.RUNNING, L.POSTPONED, May.PROGRAMME_EDIT, "Tunda"),
    Step(L.RUNNING, L.CANCELLED, May.PROGRAMME_EDIT, "Batalkan"),
    Step(L.POSTPONED, L.RUNNING, May.PROGRAMME_EDIT, "Lanjutkan"),
    Step(L.POSTPONED, L.CANCELLED, May.PROGRAMME_EDIT, "Batalkan"),
    Step(L.DONE, L.RUNNING, May.PROGRAMME_EDIT, "Buka kembali"),
    Step(L.CANCELLED, L.PLANNED, May.PROGRAMME_EDIT, "Rencanakan lagi"),
)
# These say why in «kendala».
NEEDS_OBSTACLE = frozenset({L.POSTPONED, L.CANCELLED})
