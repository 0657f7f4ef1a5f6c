"""What becomes of a proposal: a decision may be corrected, never silently."""

from focal_points.planning.models import ProposalState as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Usulan gender Musrenbang",
    Step(S.OPEN, S.TAKEN, May.PLANNING_EDIT, "Ditampung OPD"),
    Step(S.OPEN, S.LEFT, May.PLANNING_EDIT, "Tidak ditampung"),
    Step(S.TAKEN, S.LEFT, May.PLANNING_EDIT, "Tidak jadi ditampung"),
    Step(S.LEFT, S.TAKEN, May.PLANNING_EDIT, "Ditampung kemudian"),
    Step(S.TAKEN, S.OPEN, May.PLANNING_EDIT, "Batalkan keputusan"),
    Step(S.LEFT, S.OPEN, May.PLANNING_EDIT, "Batalkan keputusan"),
)
