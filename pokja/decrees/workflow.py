"""The states of a decree (domain.md §10.6); in force or not is computed."""

from pokja.decrees.models import State as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

EDITORS = (May.DECREE_EDIT, May.DECREE_EDIT_TECHNICAL)

WORKFLOW = Workflow(
    "Surat Keputusan",
    Step(S.DRAFT, S.ISSUED, EDITORS, "Catat penetapan"),
    Step(S.ISSUED, S.REVOKED, EDITORS, "Cabut"),
)
