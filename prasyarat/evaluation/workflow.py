"""A period of evaluation: prepared, sent, closed once the ministry has answered."""

from __future__ import annotations

from prasyarat.evaluation.models import PeriodState
from pug_portal.access.permissions import Permission
from pug_portal.access.workflow import Step, Workflow

EDIT = Permission.EVALUATION_EDIT

WORKFLOW = Workflow(
    "Periode evaluasi PUG",
    Step(PeriodState.PREPARING, PeriodState.SENT, EDIT, "Tandai sudah dikirim"),
    Step(PeriodState.SENT, PeriodState.PREPARING, EDIT, "Kembali menyiapkan"),
    Step(PeriodState.SENT, PeriodState.CLOSED, EDIT, "Tutup, hasil sudah diterima"),
    Step(PeriodState.CLOSED, PeriodState.SENT, EDIT, "Buka kembali"),
)
