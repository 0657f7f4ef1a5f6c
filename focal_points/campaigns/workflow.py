"""The states of one collected document."""

from focal_points.campaigns.models import DocumentState as S
from pug_portal.access.permissions import Permission as May
from pug_portal.access.workflow import Step, Workflow

WORKFLOW = Workflow(
    "Dokumen pengumpulan",
    Step(S.MISSING, S.UPLOADED, May.CAMPAIGN_UPLOAD, "Unggah"),
    Step(S.UPLOADED, S.UPLOADED, May.CAMPAIGN_UPLOAD, "Ganti berkas"),
    Step(S.RETURNED, S.UPLOADED, May.CAMPAIGN_UPLOAD, "Unggah perbaikan"),
    Step(S.UPLOADED, S.ACCEPTED, May.CAMPAIGN_EDIT, "Terima"),
    Step(S.UPLOADED, S.RETURNED, May.CAMPAIGN_EDIT, "Kembalikan"),
    Step(S.ACCEPTED, S.RETURNED, May.CAMPAIGN_EDIT, "Batalkan penerimaan"),
)
