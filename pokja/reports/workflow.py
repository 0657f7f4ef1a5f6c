"""From a draft in print to a settled report that was sent."""

from pokja.reports.models import State as S
from pug_portal.access.permissions import Permission as P
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Laporan Pokja",
    Step(S.DRAFT, S.SUBMITTED, P.REPORT_REQUEST, "Ajukan untuk disahkan"),
    Step(S.SUBMITTED, S.DRAFT, P.REPORT_SETTLE, "Kembalikan menjadi draf"),
    Step(S.SUBMITTED, S.SETTLED, P.REPORT_SETTLE, "Sahkan"),
    Step(S.SETTLED, S.SENT, P.REPORT_REQUEST, "Tandai terkirim"),
)
