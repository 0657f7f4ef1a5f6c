"""«Konfirmasi semua yang dibawa»: the list first, then those that stay ticked."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.assessments.carried import carried, confirm_answers
from prasyarat.assessments.item import item_of
from prasyarat.assessments.item_context import said
from prasyarat.assessments.models import Answer
from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.queries import region_book
from prasyarat.assessments.rights import ELSEWHERE
from prasyarat.instruments.models import Prerequisite
from pug_portal.access.permissions import Permission
from pug_portal.lib.clock import today


class CarriedAnswers(RegionPage, TemplateView):
    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/assessments/carried.html"

    @cached_property
    def prerequisite(self) -> Prerequisite:
        rows = Prerequisite.objects.filter(instrument=self.instrument)
        return get_object_or_404(rows, code=self.kwargs["kode"])

    @cached_property
    def carried(self) -> list[Answer]:
        if self.scored_region != self.actor.region:
            raise PermissionDenied(ELSEWHERE)
        book = region_book(self.scored_region, self.instrument)
        return carried(book, today(), self.actor, self.prerequisite.code)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = [(each, said(item_of(each), each)) for each in self.carried]
        return super().get_context_data(
            lines=lines,
            prerequisite=self.prerequisite,
            year=today().year,
            **{k: v for k, v in kwargs.items() if k != "kode"},
        )

    def post(self, request: HttpRequest, kode: str) -> HttpResponse:
        chosen = set(request.POST.getlist("jawaban"))
        found = [each for each in self.carried if str(each.pk) in chosen]
        done = confirm_answers(answers=found, by=self.actor)
        if done.sent:
            messages.success(
                request, f"{done.sent} jawaban dikonfirmasi dan diajukan per hari ini."
            )
        if done.drafts:
            messages.warning(
                request,
                f"{done.drafts} jawaban menjadi draf karena buktinya tidak berlaku lagi.",
            )
        for sentence in done.refused:
            messages.error(request, sentence)
        if not found:
            messages.info(request, "Tidak ada jawaban yang dipilih.")
        page = reverse("prerequisite", args=[self.prerequisite.code])
        return redirect(f"{page}{self.tail}")
