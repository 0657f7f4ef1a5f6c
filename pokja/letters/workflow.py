"""A letter is written, finished once, and never changed again."""

from __future__ import annotations

from pokja.letters.choices import State
from pug_portal.access.permissions import Permission
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Surat rapat",
    Step(State.DRAFT, State.FINISHED, Permission.MEETING_EDIT, "Selesaikan surat"),
)
