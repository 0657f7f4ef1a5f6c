"""The portal's figures: count them now, hand an answer back to them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from prasyarat.assessments.figure_actions import count_figures, revert_answer
from prasyarat.assessments.item_views import AnswerView
from prasyarat.assessments.pages import RegionPage
from pug_portal.access.permissions import Permission


class FiguresCount(RegionPage):
    """«Hitung ulang angka portal», for the own region."""

    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest) -> HttpResponse:
        changed = count_figures(region=self.scored_region, by=self.actor)
        if changed:
            messages.success(request, f"{changed} angka portal diperbarui.")
        else:
            messages.info(request, "Angka portal sudah yang terbaru.")
        return redirect("assessment")


class AnswerRevert(AnswerView):
    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.do(
            revert_answer,
            "Angka portal berlaku lagi. Jawaban yang diganti tetap tersimpan.",
        )
