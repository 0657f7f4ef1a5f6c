"""One indicator's page: answer, submit, verify, return, open again."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from prasyarat.assessments import actions, judge_actions
from prasyarat.assessments.forms import (
    AnswerForm,
    EvidenceForm,
    NotApplicableForm,
    ReopenForm,
    ReturnForm,
)
from prasyarat.assessments.item import Item
from prasyarat.assessments.item_context import ItemReading, read_item
from prasyarat.assessments.models import Answer
from prasyarat.assessments.pages import ItemPage, answer_url, item_url
from prasyarat.assessments.rights import may_read, require_fill, why_not_fill
from prasyarat.assessments.writing import is_foreign_draft
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today

NOT_IN_USE = (
    "Instrumen ini tidak dipakai lagi. Yang sudah dimulai dapat diselesaikan; jawaban "
    "baru diisi menurut instrumen yang dipakai."
)


class IndicatorPage(ItemPage, VerbFormView):
    """GET reads; POST saves a draft, and with the second button submits it."""

    write_permission = Permission.ANSWER_FILL
    template_name = "prasyarat/assessments/indicator.html"
    form_class = AnswerForm

    @cached_property
    def reading(self) -> ItemReading:
        return read_item(self.item, self.actor, self.on)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require_fill(self.item, self.actor)
        newest = self.reading.newest
        if self.is_other and (newest is None or newest.is_verified):
            raise PermissionDenied(NOT_IN_USE)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        newest = self.reading.newest
        if newest and (newest.is_waiting or is_foreign_draft(newest, self.actor)):
            newest = None
        return {
            **super().get_form_kwargs(),
            "item": self.item,
            "answer": newest,
            "is_counted": self.reading.figure is not None,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reading = self.reading
        newest = reading.newest
        obstacle = why_not_fill(self.item, self.actor)
        foreign = newest is not None and is_foreign_draft(newest, self.actor)
        writable = (
            not obstacle
            and not foreign
            and not (newest and newest.is_waiting)
            and (not self.is_other or (newest is not None and newest.is_open))
        )
        return super().get_context_data(
            item=self.item,
            reading=reading,
            writable=writable,
            may_fill=not obstacle,
            foreign_draft=foreign,
            may_confirm=not obstacle
            and not self.is_other
            and reading.carried_from is not None
            and newest is not None
            and newest == reading.shown
            and newest.is_verified
            and self.on == today(),
            may_revert=not obstacle
            and reading.figure is not None
            and not reading.figure_stands
            and newest is not None
            and not newest.is_waiting
            and not foreign,
            reads_drafts=self.actor.role in OPD_ROLES,
            evidence_form=EvidenceForm(
                request=self.request,
                # What the library holds is chosen on a page of its own.
                known=list(reading.hint.files) if reading.hint else [],
            )
            if writable
            else None,
            urls=_urls(self.item, named=self.is_other),
            **kwargs,
        )

    def perform(self, form: AnswerForm) -> str:
        answer = actions.save_answer(
            item=self.item,
            as_of=form.cleaned_data["as_of"],
            reply=form.reply(),
            seen=form.cleaned_data["seen"],
            by=self.actor,
        )
        if "ajukan" in self.request.POST:
            self._submit(answer)
        else:
            messages.success(self.request, "Jawaban disimpan sebagai draf.")
        return self.item_url

    def _submit(self, answer: Answer) -> None:
        """What was typed is safe by now; a refusal only keeps it a draft."""
        try:
            actions.submit_answer(answer=answer, by=self.actor)
        except ValidationError as refusal:
            messages.warning(
                self.request,
                f"Disimpan sebagai draf, belum diajukan. {refusal.messages[0]}",
            )
        else:
            messages.success(self.request, "Jawaban diajukan untuk diverifikasi.")


def _urls(item: Item, *, named: bool) -> dict[str, str]:
    return {
        "evidence": item_url(item, "evidence-add", named=named),
        "library": item_url(item, "evidence-choose", named=named),
        "not_applicable": item_url(item, "not-applicable", named=named),
    }


class NotApplicable(ItemPage, VerbFormView):
    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/assessments/not_applicable.html"
    form_class = NotApplicableForm
    done_message = "Pernyataan tidak berlaku dikirim untuk disetujui pemeriksa."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        require_fill(self.item, self.actor)
        return super().get_context_data(item=self.item, back=self.item_url, **kwargs)

    def perform(self, form: NotApplicableForm) -> str:
        actions.mark_not_applicable(item=self.item, by=self.actor, **form.cleaned_data)
        return self.item_url


class AnswerView(PermissionView):
    """A stored answer by its key: outside the width, or unreadable, it is not there."""

    permission: Permission | tuple[Permission, ...] | None = Permission.ANSWER_VERIFY

    @cached_property
    def answer(self) -> Answer:
        rows = Answer.objects.for_actor(self.actor).select_related(
            "region", "opd", "indicator__prerequisite", "filled_by"
        )
        answer = get_object_or_404(rows, pk=self.kwargs["pk"])
        if not may_read(self.actor, answer):
            raise Http404
        if self.actor.region and answer.region_id != self.actor.region.pk:
            raise PermissionDenied(
                "Jawaban ini milik daerah lain. Daerah Anda dapat membacanya; "
                "perubahan dilakukan oleh daerah pemiliknya."
            )
        return answer

    @property
    def back(self) -> str:
        return answer_url(self.answer)

    def do(self, verb: Any, done: str, **facts: Any) -> HttpResponse:
        """For buttons without a form: the outcome is told on the item's page."""
        try:
            verb(answer=self.answer, by=self.actor, **facts)
        except ValidationError as refusal:
            messages.error(self.request, refusal.messages[0])
        else:
            messages.success(self.request, done)
        return redirect(self.back)


class AnswerSubmit(AnswerView):
    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.do(actions.submit_answer, "Jawaban diajukan untuk diverifikasi.")


class AnswerWithdraw(AnswerView):
    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.do(actions.withdraw_answer, "Jawaban ditarik kembali menjadi draf.")


class AnswerVerify(AnswerView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        response = self.do(
            judge_actions.verify_answer,
            f"Jawaban {self.answer.indicator.code} dinyatakan terverifikasi.",
        )
        if request.POST.get("dari") == "antrean":
            return redirect(reverse("answer-queue"))
        return response


class AnswerReturn(AnswerView, VerbFormView):
    template_name = "prasyarat/assessments/return.html"
    form_class = ReturnForm
    done_message = "Jawaban dikembalikan beserta catatannya."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(answer=self.answer, back=self.back, **kwargs)

    def perform(self, form: ReturnForm) -> str:
        judge_actions.return_answer(
            answer=self.answer, note=form.cleaned_data["note"], by=self.actor
        )
        return self.back


class AnswerReopen(AnswerView, VerbFormView):
    template_name = "prasyarat/assessments/reopen.html"
    form_class = ReopenForm
    done_message = "Jawaban dibuka kembali dan dapat diperbaiki."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(answer=self.answer, back=self.back, **kwargs)

    def perform(self, form: ReopenForm) -> str:
        judge_actions.reopen_answer(
            answer=self.answer, reason=form.cleaned_data["reason"], by=self.actor
        )
        return self.back
