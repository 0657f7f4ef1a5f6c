"""The states of a decree (domain.md §10.6); in force or not is computed."""

from pokja.decrees.models import EDITORS
from pokja.decrees.models import State as S
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Surat Keputusan",
    Step(S.DRAFT, S.ISSUED, EDITORS, "Catat penetapan"),
    Step(S.ISSUED, S.REVOKED, EDITORS, "Cabut"),
)
