"""The editor: a draft's head, prerequisites and items; its check and its publication."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.instruments import editing
from prasyarat.instruments.document import Document
from prasyarat.instruments.draft_actions import drop_draft, edit_draft, publish_draft
from prasyarat.instruments.draft_forms import (
    DraftForm,
    HeadForm,
    IndicatorForm,
    PrerequisiteForm,
    head_values,
    indicator_values,
)
from prasyarat.instruments.drafts import document_in, faults_of
from prasyarat.instruments.models import AnswerType, DraftState, InstrumentDraft
from prasyarat.instruments.owners import drafts_of
from prasyarat.instruments.words import LEVELS
from prasyarat.instruments.workflow import WORKFLOW
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.lib.numbers import angka


class DraftView(PermissionView):
    """A published draft has no editor: its instrument is shown instead."""

    permission = Permission.INSTRUMENT_EDIT

    @cached_property
    def draft(self) -> InstrumentDraft:
        rows = drafts_of(self.actor).select_related("changed_by", "origin")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def document(self) -> Document:
        return document_in(self.draft)

    @property
    def draft_url(self) -> str:
        return reverse("instrument-draft", args=[self.draft.pk])

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = super().dispatch
        if self.is_allowed() and not self.draft.is_open:
            messages.info(
                request,
                "Instrumen ini sudah terbit dan tidak diubah lagi. Mulai versi baru "
                "untuk mengubahnya.",
            )
            url = reverse("instrument-detail", args=[self.draft.published_id])
            return HttpResponseRedirect(url)
        return response(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        return bool(WORKFLOW.offered(DraftState.DRAFT, self.actor))


@dataclass(frozen=True)
class ItemLine:
    item: dict[str, Any]
    kind: str
    scores: str
    levels: str
    points: str
    was: str


@dataclass(frozen=True)
class PartLine:
    part: dict[str, Any]
    items: list[ItemLine]


class DraftPage(DraftView, TemplateView):
    template_name = "prasyarat/instruments/draft.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        document = self.document
        return super().get_context_data(
            draft=self.draft,
            document=document,
            groups=[
                PartLine(part, [self.line(i) for i in document["indicators"] if i["prerequisite"] == part["code"]])
                for part in document["prerequisites"]
            ],
            item_count=len(document["indicators"]),
            points=angka(_points(document)),
            faults=faults_of(document),
            steps=WORKFLOW.offered(self.draft.state, self.actor),
            **{k: v for k, v in kwargs.items() if k != "pk"},
        )  # fmt: skip

    def line(self, item: dict[str, Any]) -> ItemLine:
        choices = item.get("choices", ())
        weight, most = (Decimal(str(item[key])) for key in ("weight", "max"))
        return ItemLine(
            item,
            AnswerType(item["type"]).label,
            "; ".join(
                f"{c['label']} = {angka(Decimal(str(c['score'])))}" for c in choices
            ),
            ", ".join(LEVELS[letter] for letter in item["levels"]),
            f"{angka(weight)} × {angka(most)}",
            self.draft.old_codes.get(item["code"], ""),
        )


def _points(document: Document) -> Decimal:
    return sum(
        (
            Decimal(str(i["weight"])) * Decimal(str(i["max"]))
            for i in document["indicators"]
        ),
        Decimal(0),
    )


class DraftEdit(DraftView, VerbFormView):
    """One form over one part of the draft; `hapus` takes that part away."""

    template_name = "prasyarat/instruments/edit.html"
    heading = ""
    renames = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            draft=self.draft,
            heading=self.heading,
            part_code=self.part_code,
            **{k: v for k, v in kwargs.items() if k not in self.kwargs},
        )

    @property
    def part_code(self) -> str | None:
        return self.kwargs.get("kode")

    def values(self) -> dict[str, Any]:
        raise NotImplementedError

    def get_initial(self) -> dict[str, Any]:
        return {**self.values(), "revision": self.draft.revision}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "hapus" in request.POST and self.part_code:
            return self.remove()
        return super().post(request, *args, **kwargs)

    def remove(self) -> HttpResponse:
        code = self.part_code or ""
        typed = self.request.POST.get("revision", "")
        try:
            edit_draft(
                draft=self.draft,
                revision=int(typed) if typed.isdecimal() and len(typed) < 10 else 0,
                change=lambda document: self.removed(document, code),
                by=self.actor,
            )
        except Refusal as refusal:
            messages.error(self.request, refusal.sentence)
            return HttpResponseRedirect(self.request.path)
        messages.success(self.request, f"{code} dihapus dari draf.")
        return HttpResponseRedirect(self.draft_url)

    def removed(self, document: Document, code: str) -> Document:
        raise NotImplementedError

    def changed(self, document: Document, form: Any) -> Document:
        raise NotImplementedError

    def perform(self, form: DraftForm) -> str:
        new = form.cleaned_data.get("code", "")
        old = self.part_code
        try:
            edit_draft(
                draft=self.draft,
                revision=form.cleaned_data["revision"],
                change=lambda document: self.changed(document, form),
                renamed=(old, new) if self.renames and old and old != new else None,
                by=self.actor,
            )
        except Refusal:
            # Who has read that somebody else was faster may save after all.
            typed = self.request.POST.copy()
            typed["revision"] = str(self.draft.revision)
            form.data = typed
            raise
        messages.success(self.request, "Draf tersimpan.")
        return self.draft_url

    def row_of(self, key: str) -> dict[str, Any]:
        for row in self.document[key]:
            if row["code"] == self.part_code:
                return dict(row)
        raise Http404


class DraftHead(DraftEdit):
    form_class = HeadForm
    heading = "Kepala instrumen"

    def values(self) -> dict[str, Any]:
        return head_values(self.document)

    def changed(self, document: Document, form: HeadForm) -> Document:
        return editing.with_head(document, form.cleaned_data)


class DraftPrerequisite(DraftEdit):
    form_class = PrerequisiteForm
    heading = "Prasyarat"

    def values(self) -> dict[str, Any]:
        return self.row_of("prerequisites") if self.part_code else {}

    def changed(self, document: Document, form: PrerequisiteForm) -> Document:
        return editing.with_prerequisite(document, self.part_code, form.cleaned_data)

    def removed(self, document: Document, code: str) -> Document:
        return editing.without_prerequisite(document, code)


class DraftIndicator(DraftEdit):
    form_class = IndicatorForm
    heading = "Indikator"
    renames = True

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "document": self.document}

    def values(self) -> dict[str, Any]:
        if self.part_code:
            return indicator_values(self.row_of("indicators"))
        return {
            "prerequisite": self.request.GET.get("prasyarat", ""),
            "weight": Decimal(1),
            "max": Decimal(1),
        }

    def changed(self, document: Document, form: IndicatorForm) -> Document:
        return editing.with_indicator(document, self.part_code, *form.parts())

    def removed(self, document: Document, code: str) -> Document:
        return editing.without_indicator(document, code)


class DraftPublish(DraftView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            instrument = publish_draft(draft=self.draft, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return HttpResponseRedirect(self.draft_url)
        messages.success(
            request,
            f"{instrument.name} terbit. Pilih sejak kapan instrumen ini dipakai.",
        )
        return HttpResponseRedirect(reverse("instrument-detail", args=[instrument.pk]))


class DraftDrop(DraftView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        name = self.draft.name
        try:
            drop_draft(draft=self.draft, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, f"Draf {name} dihapus.")
        return HttpResponseRedirect(reverse("instrument-list"))
