"""A score of one's own: the verifier's beside the answer's, and the last word."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from prasyarat.assessments.agreeing import (
    agree_score,
    decline_score,
    propose_score,
    standing_score,
    why_not_propose,
)
from prasyarat.assessments.item_views import AnswerView
from prasyarat.assessments.judge_actions import own_score, settle_score, verify_answer
from prasyarat.assessments.models import State
from prasyarat.assessments.rights import why_not_judge, why_not_settle
from pug_portal.access.form_views import VerbFormView
from pug_portal.lib.fields import DecimalField
from pug_portal.lib.numbers import angka


class ScoreForm(forms.Form):
    def __init__(self, *args: Any, most: Decimal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["score"] = DecimalField(
            label="Nilai", biggest=most, help_text=f"Dari 0 sampai {angka(most)}."
        )
        self.fields["reason"] = forms.CharField(
            label="Alasan",
            required=False,
            max_length=250,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Wajib bila nilainya berbeda dari nilai sebelumnya.",
        )


class AnswerScore(AnswerView, VerbFormView):
    """Of a waiting answer it verifies; of a verified one it settles."""

    template_name = "prasyarat/assessments/answer_score.html"
    form_class = ScoreForm

    @property
    def is_proposing(self) -> bool:
        """One of the two who already spoke: the other has to agree."""
        return self.is_settling and not why_not_propose(self.answer, self.actor)

    @property
    def is_settling(self) -> bool:
        return self.answer.state == State.VERIFIED

    def get_form_kwargs(self) -> dict[str, Any]:
        answer = self.answer
        if not self.is_settling and answer.state != State.SUBMITTED:
            raise Http404
        return {
            **super().get_form_kwargs(),
            "most": answer.indicator.max_score,
            "initial": {
                "score": standing_score(answer),
                "reason": answer.final_reason if self.is_settling else "",
            },
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rule = why_not_settle if self.is_settling else why_not_judge
        return super().get_context_data(
            answer=self.answer,
            back=self.back,
            claimed=own_score(self.answer),
            is_settling=self.is_settling,
            is_proposing=self.is_proposing,
            obstacle="" if self.is_proposing else rule(self.answer, self.actor),
            **kwargs,
        )

    def perform(self, form: ScoreForm) -> str:
        if self.is_proposing:
            self.done_message = "Usulan nilai akhir menunggu persetujuan pihak lain."
            propose_score(answer=self.answer, by=self.actor, **form.cleaned_data)
            return self.back
        verb = settle_score if self.is_settling else verify_answer
        self.done_message = (
            "Nilai akhir disimpan."
            if self.is_settling
            else "Jawaban dinyatakan terverifikasi dengan nilai Anda."
        )
        verb(answer=self.answer, by=self.actor, **form.cleaned_data)
        return self.back


class AnswerAgree(AnswerView):
    """Yes or no to the other one's proposal."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if "tolak" in request.POST:
            return self.do(decline_score, "Usulan nilai akhir ditolak atau ditarik.")
        return self.do(agree_score, "Nilai akhir ditetapkan sesuai usulan.")
