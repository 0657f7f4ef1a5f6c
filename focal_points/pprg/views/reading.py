"""The list of documents and one document to read and to print."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.generic import ListView

from focal_points.appointments.scope import opd_ids_of
from focal_points.filters import FilterForm
from focal_points.pprg.models import (
    EDITABLE,
    DocumentQuerySet,
    Kind,
    PprgDocument,
    PprgNote,
    State,
)
from focal_points.pprg.paper import paper_docx, paper_pdf
from focal_points.pprg.queries import (
    as_line,
    document_list,
    latest_year,
)
from focal_points.pprg.reading import parts, version_shown
from focal_points.pprg.review_paper import review_sheet_docx, review_sheet_pdf
from focal_points.pprg.team import sees_review, why_not_review
from focal_points.pprg.views.finding import DocumentMixin
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.audit.queries import history_of
from pug_portal.lib.docx_parts import CONTENT_TYPE
from pug_portal.regions.choice import chosen_region, regions_offered

PDF = "application/pdf"
NEXT_LABEL = {Kind.GAP: "Buat GBS dari GAP ini", Kind.GBS: "Buat KAK dari GBS ini"}


class DocumentFilterForm(FilterForm):
    q = forms.CharField(label="OPD atau judul", required=False, max_length=100)
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int)
    jenis = forms.ChoiceField(
        label="Jenis", required=False, choices=[("", "Semua jenis"), *Kind.choices]
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Semua status"), *State.choices]
    )

    def __init__(self, data: Any, *, newest: int) -> None:
        super().__init__({"tahun": newest, **data})
        years = range(newest + 1, newest - 6, -1)
        self.fields["tahun"].choices = [(year, year) for year in years]  # type: ignore[attr-defined]


class DocumentList(PermissionView, ListView):
    permission = Permission.PPRG_VIEW
    template_name = "focal_points/pprg/list.html"
    paginate_by = 60

    def get_queryset(self) -> DocumentQuerySet:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        newest = latest_year(self.actor, self.region)
        self.filter = DocumentFilterForm(self.request.GET.dict(), newest=newest)
        asked = self.filter.cleaned_data if self.filter.is_valid() else {}
        self.year = asked.get("tahun") or newest
        return document_list(
            self.actor,
            region=self.region,
            year=self.year,
            kind=asked.get("jenis", ""),
            state=asked.get("status", ""),
            words=asked.get("q", ""),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        actor = self.actor
        asked = ("q", "jenis", "status")
        return {
            **found,
            "lines": [as_line(each) for each in found["page_obj"]],
            "filter": self.filter,
            "year": self.year,
            "shown_region": self.region,
            "regions": regions_offered(actor),
            "is_filtered": any(self.request.GET.get(name) for name in asked),
            "is_opd": actor.role in OPD_ROLES,
            "can_start": can(actor, Permission.PPRG_FILL) and bool(opd_ids_of(actor)),
            "can_arg": can(actor, Permission.ARG_VIEW),
            "can_team": can(actor, Permission.PPRG_TEAM)
            and self.region == actor.region,
        }


class DocumentDetail(DocumentMixin):
    template_name = "focal_points/pprg/detail.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        version = version_shown(document, self.actor)
        content = version.content if version else document.content
        notes = self._notes(document)
        moves = self._moves(document)
        found = parts(document, content, notes)
        left = [part for part in found if part.is_open] if moves["can_fill"] else []
        context = {
            "document": document,
            "version": version,
            "line": as_line(document),
            "parts": found,
            "next_part": next(iter(left), None),
            "general_notes": [note for note in notes if not note.step],
            "derived": self.rows().filter(source=document).order_by("pk").first(),
            **moves,
            **self._history(document),
        }
        return render(request, self.template_name, context)

    def _notes(self, document: PprgDocument) -> list[PprgNote]:
        if not sees_review(self.actor, document.opd.region):
            return []
        return list(document.notes.select_related("written_by", "file"))

    def _moves(self, document: PprgDocument) -> dict[str, Any]:
        actor = self.actor
        is_ours = document.opd.region == actor.region
        fills = can(actor, Permission.PPRG_FILL)
        return {
            "can_fill": fills and document.state in EDITABLE,
            "can_withdraw": fills and document.state == State.SUBMITTED,
            "can_sign": fills,
            "next_label": NEXT_LABEL.get(Kind(document.kind)) if fills else None,
            "can_review": is_ours
            and can(actor, Permission.PPRG_REVIEW)
            and document.state
            in {State.SUBMITTED, State.REVIEWING, State.APPROVED, State.REVISE}
            and not why_not_review(document, actor),
            "has_sheet": bool(document.sent_count),
        }

    def _history(self, document: PprgDocument) -> dict[str, Any]:
        actor = self.actor
        if not sees_review(actor, document.opd.region):
            return {"verdicts": [], "versions": [], "history": []}
        history: Any = []
        if actor.role in OPD_ROLES or can(actor, Permission.AUDIT_VIEW):
            history = history_of(document)
        return {
            "verdicts": list(document.verdicts.select_related("reviewer")),
            "versions": list(
                document.versions.filter(withdrawn_at=None).select_related(
                    "submitted_by"
                )
            ),
            "history": history,
        }


class _Paper(DocumentMixin):
    suffix = "pdf"
    kind = PDF

    def make(self, document: PprgDocument) -> bytes:
        raise NotImplementedError

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        response = HttpResponse(self.make(document), content_type=self.kind)
        name = f"{self.prefix(document)}-{slugify(document.opd.short_name)}-{document.year}"
        disposition = f'attachment; filename="{name}-{document.pk}.{self.suffix}"'
        response["Content-Disposition"] = disposition
        response["Cache-Control"] = "private, no-store"
        return response

    def prefix(self, document: PprgDocument) -> str:
        return str(document.kind)


class DocumentPdf(_Paper):
    def make(self, document: PprgDocument) -> bytes:
        return paper_pdf(document, version_shown(document, self.actor))


class DocumentDocx(_Paper):
    suffix = "docx"
    kind = CONTENT_TYPE

    def make(self, document: PprgDocument) -> bytes:
        return paper_docx(document, version_shown(document, self.actor))


class ReviewSheet(_Paper):
    """«Lembar Telaah»: what each office of the team said, step by step."""

    permission = (Permission.PPRG_REVIEW, Permission.PPRG_FILL)

    def rows(self) -> QuerySet[PprgDocument]:
        return super().rows().filter(opd__region=self.actor.region)

    def make(self, document: PprgDocument) -> bytes:
        return review_sheet_pdf(document)

    def prefix(self, document: PprgDocument) -> str:
        return f"lembar-telaah-{document.kind}"


class ReviewSheetDocx(ReviewSheet):
    suffix = "docx"
    kind = CONTENT_TYPE

    def make(self, document: PprgDocument) -> bytes:
        return review_sheet_docx(document)
