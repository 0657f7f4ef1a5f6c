"""The states of a produk hukum; in force, amended or lapsed is computed."""

from pokja.regulations.models import State as S
from pug_portal.access.permissions import Permission as P
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Produk hukum",
    Step(S.DRAFT, S.ISSUED, P.REGULATION_EDIT, "Catat penetapan"),
    Step(S.ISSUED, S.REVOKED, P.REGULATION_EDIT, "Catat pencabutan"),
)
