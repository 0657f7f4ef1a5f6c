"""The OPD's pages: begin, fill step by step, derive, send."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from focal_points.indicators.queries import library
from focal_points.pprg import actions
from focal_points.pprg.actions.filling import StaleStep, step_values
from focal_points.pprg.checks import findings, of_step
from focal_points.pprg.choosing import template_of
from focal_points.pprg.fields import Field, Step, Template, is_filled
from focal_points.pprg.forms import SignedPageForm, StartForm, StepForm
from focal_points.pprg.library import codes_in
from focal_points.pprg.models import EDITABLE, PprgDocument
from focal_points.pprg.queries import as_line
from focal_points.pprg.reading import answer
from focal_points.pprg.views.finding import FillMixin
from pug_portal.access.form_views import VerbFormView, add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.lib.seen import fingerprint


class GapStart(VerbFormView):
    permission = Permission.PPRG_FILL
    form_class = StartForm
    template_name = "focal_points/pprg/start.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.actor}

    def perform(self, form: StartForm) -> str:
        made = actions.start_gap(by=self.actor, **form.cleaned_data)
        return reverse("pprg-step", args=[made.pk, "1"])


class Derive(FillMixin):
    """«Buat GBS dari GAP ini»; asked twice it opens the one that is there."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        source = self.get_document()
        try:
            made = actions.derive(source=source, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("pprg-detail", pk=pk)
        if made.state in EDITABLE:
            if made.prefilled:
                messages.success(
                    request,
                    f"{len(made.prefilled)} isian sudah terisi dari dokumen sebelumnya. "
                    "Periksa, lalu lengkapi yang kosong.",
                )
            first = template_of(made).steps[0].key
            return redirect("pprg-step", pk=made.pk, step=first)
        return redirect("pprg-detail", pk=made.pk)


class Refill(FillMixin):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        try:
            actions.refill(document=document, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(
                request,
                "Isian yang belum Anda ubah sudah disamakan dengan dokumen asalnya.",
            )
        return redirect("pprg-detail", pk=pk)


class StepPage(FillMixin):
    """One step on one page: works without a script, saves by its button."""

    template_name = "focal_points/pprg/step.html"

    def get(self, request: HttpRequest, pk: int, step: str) -> HttpResponse:
        document = self.get_document()
        if document.state not in EDITABLE:
            return redirect("pprg-detail", pk=pk)
        found = self._step(document)
        return self._show(document, found, self._form(document, found))

    def post(self, request: HttpRequest, pk: int, step: str) -> HttpResponse:
        document = self.get_document()
        found = self._step(document)
        form = self._form(document, found, request.POST)
        if not form.is_valid():
            return self._show(document, found, form, status=422)
        try:
            document = actions.save_step(
                document=document,
                step=found,
                values=form.values(),
                seen=request.POST.get("seen", ""),
                by=self.actor,
            )
        except StaleStep as stale:
            differing = _differing(found, stale.stored, form.values())
            document = self.get_document()
            return self._show(
                document, found, form, status=409, refused=stale, differing=differing
            )
        except Refusal as refusal:
            return self._show(document, found, form, status=422, refused=refusal)
        return self._next(document, found)

    def _form(self, document: PprgDocument, step: Step, data: Any = None) -> StepForm:
        offered = []
        if any(field.picks for field in step.fields):
            offered = library(document.opd.region, codes_in(document.content))
        return StepForm(
            step, document.content, data, library=offered, opd_id=document.opd_id
        )

    def _step(self, document: PprgDocument) -> Step:
        found = template_of(document).step(self.kwargs["step"])
        if found is None:
            raise Http404
        return found

    def _next(self, document: PprgDocument, step: Step) -> HttpResponse:
        wanted = self.request.POST.get("aksi", "")
        following = template_of(document).after(step)
        if wanted == "lanjut" and following is not None:
            return redirect("pprg-step", pk=document.pk, step=following.key)
        if wanted == "lanjut":
            return redirect("pprg-detail", pk=document.pk)
        messages.success(self.request, "Langkah ini tersimpan.")
        return redirect("pprg-step", pk=document.pk, step=step.key)

    def _show(
        self,
        document: PprgDocument,
        step: Step,
        form: StepForm,
        *,
        status: int = 200,
        refused: Refusal | None = None,
        differing: list[dict[str, str]] | None = None,
    ) -> HttpResponse:
        template = template_of(document)
        notes = document.notes.filter(resolved_at=None, step=step.key)
        found = of_step(findings(template, document.content), step.key)
        context = {
            "document": document,
            "line": as_line(document),
            "step": step,
            "form": form,
            "asked": list(form.asked(document.prefilled)),
            "seen": fingerprint(step_values(document, step)),
            "findings": found if _is_begun(document, step) else [],
            "notes": notes.select_related("written_by", "file"),
            "toc": toc(template, document, step),
            "number": template.steps.index(step) + 1,
            "count": len(template.steps),
            "before": template.before(step),
            "is_last": template.after(step) is None,
            "refused": refused,
            "differing": differing,
        }
        return render(self.request, self.template_name, context, status=status)


class Submit(FillMixin):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        try:
            actions.submit(document=document, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, "Dokumen diajukan untuk ditelaah tim penggerak.")
        return redirect("pprg-detail", pk=pk)


class Withdraw(FillMixin):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        try:
            actions.withdraw(document=document, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, "Dokumen ditarik kembali dan dapat diubah lagi.")
        return redirect("pprg-detail", pk=pk)


class SignedPage(FillMixin):
    template_name = "focal_points/pprg/sign.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        name = document.content.get("signatory_name") or ""
        form = SignedPageForm(initial={"signed_by_name": name}, request=request)
        return render(request, self.template_name, {"document": document, "form": form})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        form = SignedPageForm(request.POST, request.FILES, request=request)
        if form.is_valid():
            try:
                actions.attach_signed_page(
                    document=document, by=self.actor, **form.cleaned_data
                )
            except Refusal as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(request, "Lembar bertanda tangan tersimpan.")
                return redirect("pprg-detail", pk=pk)
        context = {"document": document, "form": form}
        return render(request, self.template_name, context, status=422)


def toc(template: Template, document: PprgDocument, now: Step) -> list[dict[str, Any]]:
    found = findings(template, document.content)
    return [
        {
            "key": step.key,
            "number": number,
            "title": step.title,
            "is_now": step is now,
            "is_begun": _is_begun(document, step),
            "findings": of_step(found, step.key),
        }
        for number, step in enumerate(template, 1)
    ]


def _is_begun(document: PprgDocument, step: Step) -> bool:
    return any(is_filled(document.content.get(each.key)) for each in step.fields)


def _differing(
    step: Step, stored: dict[str, Any], typed: dict[str, Any]
) -> list[dict[str, str]]:
    def text(field: Field, values: dict[str, Any]) -> str:
        return answer(field, values.get(field.key)).text

    return [
        {
            "label": field.label,
            "theirs": text(field, stored),
            "mine": text(field, typed),
        }
        for field in step.fields
        if stored.get(field.key) != typed.get(field.key)
    ]
