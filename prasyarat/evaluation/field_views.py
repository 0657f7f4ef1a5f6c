"""The list for the field verification: on the screen, ticked off, and in print."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.evaluation import actions
from prasyarat.evaluation.field import field_file_name, field_list, field_pdf
from prasyarat.evaluation.pages import PeriodOfAddress, ReadPeriod
from prasyarat.instruments.models import Indicator
from pug_portal.access.button_views import VerbButtonView


class FieldPage(ReadPeriod, TemplateView):
    template_name = "prasyarat/evaluation/field.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = field_list(self.period, self.actor)
        return super().get_context_data(found=found, **kwargs)


class FieldPdf(ReadPeriod):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        content = field_pdf(field_list(self.period, self.actor))
        response = HttpResponse(content, content_type="application/pdf")
        name = field_file_name(self.period)
        response["Content-Disposition"] = f'inline; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


class FieldCheckSet(PeriodOfAddress, VerbButtonView):
    """`siap=1` or `siap=0`: what should be, so that two clicks are as one."""

    def perform(self) -> None:
        indicator = get_object_or_404(
            Indicator.objects.select_related("prerequisite"),
            code=self.kwargs["kode"],
            prerequisite__instrument=self.period.instrument_id,
        )
        actions.set_check(
            period=self.period,
            indicator=indicator,
            is_ready=self.request.POST.get("siap") == "1",
            by=self.actor,
        )

    def back(self) -> str:
        page = reverse("evaluation-field", args=[self.period.pk])
        return f"{page}#b-{self.kwargs['kode']}"
