"""From draft to verified. «Tidak berlaku» is verified too: same state, who and when set."""

from __future__ import annotations

from prasyarat.assessments.models import State
from pug_portal.access.permissions import Permission
from pug_portal.access.workflow import Step, Workflow

FILL, VERIFY = Permission.ANSWER_FILL, Permission.ANSWER_VERIFY

WORKFLOW = Workflow(
    "Jawaban prasyarat",
    Step(State.DRAFT, State.SUBMITTED, FILL, "Ajukan"),
    Step(State.NEEDS_WORK, State.SUBMITTED, FILL, "Ajukan ulang"),
    Step(State.DRAFT, State.NOT_APPLICABLE, FILL, "Nyatakan tidak berlaku"),
    Step(State.NEEDS_WORK, State.NOT_APPLICABLE, FILL, "Nyatakan tidak berlaku"),
    Step(State.SUBMITTED, State.DRAFT, FILL, "Tarik kembali"),
    Step(State.NOT_APPLICABLE, State.DRAFT, FILL, "Tarik kembali"),
    Step(State.SUBMITTED, State.VERIFIED, VERIFY, "Nyatakan terverifikasi"),
    Step(State.NOT_APPLICABLE, State.NOT_APPLICABLE, VERIFY, "Setujui tidak berlaku"),
    Step(State.SUBMITTED, State.NEEDS_WORK, VERIFY, "Kembalikan"),
    Step(State.NOT_APPLICABLE, State.NEEDS_WORK, VERIFY, "Kembalikan atau buka lagi"),
    Step(State.VERIFIED, State.NEEDS_WORK, VERIFY, "Buka kembali"),
)
