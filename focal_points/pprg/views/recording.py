"""«Berita Acara» as PDF and DOCX."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from focal_points.opd.models import Opd
from focal_points.pprg.models import PprgDocument
from focal_points.pprg.review_paper import record_docx, record_pdf
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.files.views import attachment


class ReviewRecord(PermissionView):
    """«Berita Acara» of the review of one OPD's documents of one year."""

    permission = (Permission.PPRG_REVIEW, Permission.PPRG_FILL)
    suffix = "pdf"

    def get(self, request: HttpRequest, opd: int, year: int) -> HttpResponse:
        rows = PprgDocument.objects.readable_by(self.actor).exclude(sent_count=0)
        rows = rows.filter(opd__region=self.actor.region)
        found = rows.filter(opd=opd, year=year).select_related(
            "opd__region", "approved_by"
        )
        documents = list(found.order_by("kind", "pk"))
        if not documents:
            raise Http404
        office = documents[0].opd
        content = self.make(office, year, documents)
        name = f"Berita acara PPRG {office.short_name} {year}"
        return attachment(content, name, self.suffix)

    def make(self, opd: Opd, year: int, documents: list[PprgDocument]) -> bytes:
        return record_pdf(opd, year, documents)


class ReviewRecordDocx(ReviewRecord):
    suffix = "docx"

    def make(self, opd: Opd, year: int, documents: list[PprgDocument]) -> bytes:
        return record_docx(opd, year, documents)
