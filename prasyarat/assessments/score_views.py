"""A score of one's own: the verifier's beside the answer's, and the last word."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404

from prasyarat.assessments.item_views import AnswerView
from prasyarat.assessments.judge_actions import own_score, settle_score, verify_answer
from prasyarat.assessments.models import Answer, State
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
                "score": last_score(answer),
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
            obstacle=rule(self.answer, self.actor),
            **kwargs,
        )

    def perform(self, form: ScoreForm) -> str:
        verb = settle_score if self.is_settling else verify_answer
        self.done_message = (
            "Nilai akhir disimpan."
            if self.is_settling
            else "Jawaban dinyatakan terverifikasi dengan nilai Anda."
        )
        verb(answer=self.answer, by=self.actor, **form.cleaned_data)
        return self.back


def last_score(answer: Answer) -> Decimal:
    for score in (answer.final_score, answer.verifier_score):
        if score is not None:
            return score
    return own_score(answer)
