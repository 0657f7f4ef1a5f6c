"""Pages that judge a produk hukum and follow the judgement up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from pokja.regulations import evaluation_actions as actions
from pokja.regulations.forms import EvaluationForm, FinishForm, FollowUpForm
from pokja.regulations.models import (
    RegulationEvaluation,
    RegulationFollowUp,
)
from pokja.regulations.write_views import OneRegulation
from pug_portal.access.checks import require
from pug_portal.accounts.forms import ReasonForm


class NotePage(OneRegulation):
    """One plain form about one regulation: a heading, a lead, a button."""

    template_name = "pokja/regulations/note_form.html"
    heading = ""
    lead = ""
    button = "Simpan"
    is_final = False
    shows_note = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading,
            lead=self.lead,
            button=self.button,
            is_final=self.is_final,
            shows_note=self.shows_note,
            **kwargs,
        )


class OneNote(NotePage):
    """The evaluation or follow-up of the address, and through it its regulation."""

    model: type[RegulationEvaluation | RegulationFollowUp]
    note: Any

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        rows = self.model.objects.for_actor(self.actor)
        self.note = get_object_or_404(
            rows.select_related("regulation__region"), pk=kwargs["pk"]
        )
        return super().dispatch(request, pk=self.note.regulation_id)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(note=self.note, **kwargs)


class EvaluationAdd(NotePage):
    form_class: type[forms.BaseForm] = EvaluationForm
    heading = "Catat evaluasi"
    lead = "Seberapa jauh produk hukum ini dijalankan, menurut siapa, pada tanggal apa."
    button = "Simpan evaluasi"
    done_message = "Evaluasi tercatat."

    def perform(self, form: EvaluationForm) -> str:
        actions.evaluate(regulation=self.regulation, by=self.actor, **form.facts())
        return self.back()


class EvaluationChange(OneNote):
    model = RegulationEvaluation
    form_class = EvaluationForm
    heading = "Betulkan evaluasi"
    lead = "Untuk salah tulis. Penilaian yang berubah dicatat sebagai evaluasi baru."
    done_message = "Evaluasi diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.note}

    def perform(self, form: EvaluationForm) -> str:
        actions.change_evaluation(evaluation=self.note, by=self.actor, **form.facts())
        return self.back()


class EvaluationDelete(OneNote):
    model = RegulationEvaluation
    form_class = ReasonForm
    heading = "Hapus evaluasi"
    lead = "Hanya untuk catatan yang salah. Jejaknya tetap ada."
    button = "Hapus evaluasi"
    is_final = True
    done_message = "Evaluasi dihapus. Jejaknya tetap ada."

    def perform(self, form: ReasonForm) -> str:
        reason = form.cleaned_data["reason"]
        actions.delete_evaluation(evaluation=self.note, reason=reason, by=self.actor)
        return self.back()


class FollowUpAdd(NotePage):
    form_class = FollowUpForm
    heading = "Rencanakan tindak lanjut"
    lead = "Apa yang harus dilakukan, oleh siapa, dan sampai kapan."
    button = "Simpan tindak lanjut"
    done_message = "Tindak lanjut tercatat."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "regulation": self.regulation}

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("evaluasi", "")
        return {"evaluation": asked} if asked.isdecimal() else {}

    def perform(self, form: FollowUpForm) -> str:
        actions.plan_follow_up(
            regulation=self.regulation, by=self.actor, **form.facts()
        )
        return self.back()


class FollowUpChange(OneNote):
    model = RegulationFollowUp
    form_class = FollowUpForm
    heading = "Betulkan tindak lanjut"
    lead = "Yang Anda ubah tercatat dari nilai lama ke nilai baru."
    done_message = "Tindak lanjut diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "regulation": self.regulation, "instance": self.note}

    def perform(self, form: FollowUpForm) -> str:
        actions.change_follow_up(follow_up=self.note, by=self.actor, **form.facts())
        return self.back()


class FollowUpFinish(OneNote):
    model = RegulationFollowUp
    form_class = FinishForm
    heading = "Tindak lanjut selesai"
    lead = "Tulis hasilnya, misalnya nomor naskah yang terbit."
    button = "Nyatakan selesai"
    shows_note = True
    done_message = "Tindak lanjut dinyatakan selesai."

    def perform(self, form: FinishForm) -> str:
        actions.finish_follow_up(
            follow_up=self.note, by=self.actor, **form.cleaned_data
        )
        return self.back()


class FollowUpDelete(OneNote):
    model = RegulationFollowUp
    form_class = ReasonForm
    heading = "Hapus tindak lanjut"
    lead = "Hanya untuk catatan yang salah. Jejaknya tetap ada."
    button = "Hapus tindak lanjut"
    is_final = True
    done_message = "Tindak lanjut dihapus. Jejaknya tetap ada."

    def perform(self, form: ReasonForm) -> str:
        reason = form.cleaned_data["reason"]
        actions.delete_follow_up(follow_up=self.note, reason=reason, by=self.actor)
        return self.back()
