"""The report with its surat pengantar, to print, sign and send."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from focal_points.progress.paper import paper_docx, paper_of, paper_pdf
from focal_points.progress.queries import content_for
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import ReportMixin
from pug_portal.access.permissions import Permission
from pug_portal.files.views import attachment


class ProgressPaper(ReportMixin):
    """Everybody gets on paper what he may read on the screen."""

    permission = (Permission.PROGRESS_VIEW, *FILL)

    def get(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        progress = self.get_report()
        paper = paper_of(progress, content_for(progress, self.actor))
        made = paper_docx(paper) if kind == "docx" else paper_pdf(paper)
        code = progress.period.semester.code
        name = f"laporan-kemajuan-{progress.called_opd.short_name}-{code}.{kind}"
        return attachment(made, name, kind)
