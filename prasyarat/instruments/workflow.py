"""An instrument is written, then published, and never edited again."""

from __future__ import annotations

from prasyarat.instruments.models import DraftState
from pug_portal.access.permissions import Permission
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Instrumen penilaian",
    Step(
        DraftState.DRAFT, DraftState.PUBLISHED, Permission.INSTRUMENT_EDIT, "Terbitkan"
    ),
)
