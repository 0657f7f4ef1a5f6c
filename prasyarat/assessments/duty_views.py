"""Duties of a region, «tugas saya», and the confirmation of earlier answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from focal_points.opd.models import Opd
from focal_points.opd.queries import active_on
from prasyarat.assessments.duties import my_lines, region_lines
from prasyarat.assessments.duty_actions import assign_duties, confirm_answer, drop_duty
from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.item_views import AnswerView
from prasyarat.assessments.models import State
from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.rights import why_not_assign
from prasyarat.instruments.models import Indicator
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.models import Region

EVERYTHING = ""


class DutyForm(forms.Form):
    """A prerequisite as a whole, or one indicator."""

    indicator = forms.ChoiceField(label="Yang ditugaskan", required=False)
    opd = forms.ModelChoiceField(
        queryset=Opd.objects.none(),
        required=False,
        label="Penanggung jawab",
        empty_label="Sesuai instrumen",
        help_text="Indikator daerah dapat diserahkan kepada satu OPD.",
    )
    since = TanggalField(
        label="Jawaban sejak",
        help_text="Jawaban sebelum tanggal ini belum memenuhi tugas.",
    )
    due_on = TanggalField(label="Tenggat")

    def __init__(
        self, *args: Any, indicators: list[Indicator], region: Region, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = indicators
        groups: dict[str, str] = {}
        for one in indicators:
            groups[one.prerequisite.code] = one.prerequisite.name
        choices = [
            (EVERYTHING, "Semua indikator"),
            *((code, f"Semua {name}") for code, name in groups.items()),
            *((one.code, f"{one.code} {one.text[:80]}") for one in indicators),
        ]
        self.fields["indicator"] = forms.ChoiceField(
            label="Yang ditugaskan", choices=choices, required=False
        )
        self.order_fields(["indicator", "opd", "since", "due_on"])
        chooser: Any = self.fields["opd"]
        chooser.queryset = active_on(region, today()).order_by("name")

    def chosen(self) -> list[Indicator]:
        code = self.cleaned_data["indicator"]
        return [
            one
            for one in self.indicators
            if code in (EVERYTHING, one.code, one.prerequisite.code)
        ]


class Duties(RegionPage, VerbFormView):
    """The desk gives out; the list says who owes what."""

    permission = Permission.ANSWER_VERIFY
    template_name = "prasyarat/assessments/duties.html"
    form_class = DutyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        if sentence := why_not_assign(self.scored_region, self.actor):
            raise PermissionDenied(sentence)
        rows = Indicator.objects.filter(prerequisite__instrument=self.instrument)
        ordered = rows.select_related("prerequisite").order_by(
            "prerequisite__order", "order"
        )
        return {
            **super().get_form_kwargs(),
            "indicators": list(ordered),
            "region": self.scored_region,
            "initial": {"since": today().replace(month=1, day=1)},
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = region_lines(self.scored_region, today())
        return super().get_context_data(
            lines=lines,
            late=sum(line.is_late for line in lines),
            may_drop=True,
            **kwargs,
        )

    def perform(self, form: DutyForm) -> str:
        data = form.cleaned_data
        changed = assign_duties(
            region=self.scored_region,
            indicators=form.chosen(),
            opd=data["opd"],
            since=data["since"],
            due_on=data["due_on"],
            by=self.actor,
        )
        messages.success(self.request, f"{changed} indikator ditugaskan.")
        return reverse("answer-duties")


class DutyDrop(VerbButtonView):
    permission = Permission.ANSWER_VERIFY
    done_message = "Tugas dicabut. Jawaban yang sudah diisi tetap ada."

    def perform(self) -> None:
        rows = AnswerDuty.objects.for_actor(self.actor).select_related("region")
        drop_duty(duty=get_object_or_404(rows, pk=self.kwargs["pk"]), by=self.actor)

    def back(self) -> str:
        return reverse("answer-duties")


class MyDuties(PermissionView, TemplateView):
    permission = Permission.ASSESSMENT_VIEW
    template_name = "prasyarat/assessments/my_duties.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = my_lines(self.actor, today())
        return super().get_context_data(
            lines=lines,
            owed=sum(not line.is_done for line in lines),
            late=sum(line.is_late for line in lines),
            **kwargs,
        )


class AnswerConfirm(AnswerView):
    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        before = self.answer.pk
        response = self.do(
            confirm_answer, "Jawaban tahun lalu dikonfirmasi per hari ini."
        )
        newest = type(self.answer).objects.filter(
            region=self.answer.region,
            opd=self.answer.opd,
            indicator=self.answer.indicator,
        )
        last = newest.order_by("-as_of", "-pk").first()
        if last is not None and last.pk != before and last.state == State.DRAFT:
            messages.warning(
                request,
                "Buktinya tidak berlaku lagi: jawaban menjadi draf sampai ada bukti baru.",
            )
        return response
