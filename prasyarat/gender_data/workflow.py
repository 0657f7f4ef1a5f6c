"""A table of one year, from draft to verified: the way of the prerequisite answers."""

from __future__ import annotations

from prasyarat.gender_data.models import State
from pug_portal.access.permissions import Permission
from pug_portal.access.workflow import Step, Workflow

FILL, VERIFY = Permission.GENDER_DATA_FILL, Permission.GENDER_DATA_VERIFY

WORKFLOW = Workflow(
    "Tabel data terpilah",
    Step(State.DRAFT, State.SUBMITTED, FILL, "Ajukan"),
    Step(State.NEEDS_WORK, State.SUBMITTED, FILL, "Ajukan ulang"),
    Step(State.SUBMITTED, State.DRAFT, FILL, "Tarik kembali"),
    Step(State.SUBMITTED, State.VERIFIED, VERIFY, "Nyatakan terverifikasi"),
    Step(State.SUBMITTED, State.NEEDS_WORK, VERIFY, "Kembalikan"),
    Step(State.VERIFIED, State.NEEDS_WORK, VERIFY, "Buka kembali"),
)
