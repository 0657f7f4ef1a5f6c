"""The states of a progress report (domain.md §10.6)."""

from focal_points.progress.models import State as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

FILLERS = (May.PROGRESS_FILL, May.PROGRESS_FILL_FOR)

WORKFLOW = Workflow(
    "Laporan kemajuan OPD",
    Step(S.DRAFT, S.AWAITING_HEAD, FILLERS, "Minta persetujuan Kepala OPD"),
    Step(S.RETURNED, S.AWAITING_HEAD, FILLERS, "Minta persetujuan Kepala OPD"),
    Step(
        S.AWAITING_HEAD,
        S.DRAFT,
        (May.PROGRESS_APPROVE, *FILLERS),
        "Kembalikan ke draf",
    ),
    Step(S.AWAITING_HEAD, S.SUBMITTED, FILLERS, "Ajukan"),
    Step(S.SUBMITTED, S.DRAFT, FILLERS, "Tarik kembali"),
    Step(S.SUBMITTED, S.RETURNED, May.PROGRESS_VERIFY, "Kembalikan"),
    Step(S.SUBMITTED, S.VERIFIED, May.PROGRESS_VERIFY, "Nyatakan terverifikasi"),
    Step(S.VERIFIED, S.RETURNED, May.PROGRESS_REOPEN, "Buka kembali"),
)
