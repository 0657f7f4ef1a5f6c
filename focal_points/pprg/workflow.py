"""The states of a PPRG document (domain.md §4.8, §10.6)."""

from focal_points.pprg.models import State as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Dokumen PPRG",
    Step(S.DRAFT, S.SUBMITTED, May.PPRG_FILL, "Ajukan"),
    Step(S.SUBMITTED, S.DRAFT, May.PPRG_FILL, "Tarik kembali"),
    Step(S.SUBMITTED, S.REVISE, May.PPRG_FILL, "Tarik kembali pengajuan ulang"),
    Step(S.SUBMITTED, S.REVIEWING, May.PPRG_REVIEW, "Mulai telaah"),
    Step(S.REVIEWING, S.REVISE, May.PPRG_DECIDE, "Minta perbaikan"),
    Step(S.REVIEWING, S.APPROVED, May.PPRG_DECIDE, "Setujui"),
    Step(S.REVIEWING, S.REJECTED, May.PPRG_DECIDE, "Tolak"),
    Step(S.REVISE, S.SUBMITTED, May.PPRG_FILL, "Ajukan ulang"),
    Step(S.APPROVED, S.REVISE, May.PPRG_DECIDE, "Buka kembali"),
)
