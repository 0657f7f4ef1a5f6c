"""Attaching evidence and taking it off."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404

from prasyarat.assessments import evidence_actions
from prasyarat.assessments.forms import EvidenceForm
from prasyarat.assessments.item import item_of
from prasyarat.assessments.item_context import hint_of, known_files
from prasyarat.assessments.models import Evidence
from prasyarat.assessments.pages import ItemPage, answer_url
from prasyarat.assessments.rights import may_read, require_fill
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.files.deposits import DepositsMixin
from pug_portal.lib.clock import today


class EvidenceAdd(DepositsMixin, ItemPage, VerbFormView):
    """Each piece is its own request: a refused file costs nothing that was typed."""

    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/assessments/evidence_add.html"
    deposit_field = "upload"
    form_class = EvidenceForm
    done_message = "Bukti dilampirkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        require_fill(self.item, self.actor)
        return {
            **super().get_form_kwargs(),
            "request": self.request,
            "known": known_files(self.item, self.actor, hint_of(self.item, today())),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(item=self.item, back=self.item_url, **kwargs)

    def perform(self, form: EvidenceForm) -> str:
        data = form.cleaned_data
        words = {"page": data["page"], "caption": data["caption"]}
        if data.get("upload"):
            evidence_actions.add_upload(
                item=self.item,
                upload=data["upload"],
                document_date=data["document_date"],
                valid_until=data["valid_until"],
                by=self.actor,
                **words,
            )
        elif data.get("file"):
            evidence_actions.add_file(
                item=self.item, file=data["file"], by=self.actor, **words
            )
        else:
            evidence_actions.add_address(
                item=self.item,
                url=data["url"],
                accessed_on=data["accessed_on"],
                by=self.actor,
                **words,
            )
        return self.item_url


class EvidenceRemove(VerbFormView):
    """GET says what goes; POST does it."""

    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/assessments/evidence_remove.html"
    form_class = forms.Form
    done_message = "Bukti dilepas dari jawaban ini."

    @cached_property
    def evidence(self) -> Evidence:
        rows = Evidence.objects.for_actor(self.actor).select_related(
            "file", "answer__region", "answer__opd", "answer__indicator__prerequisite"
        )
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        if not may_read(self.actor, found.answer):
            raise Http404
        require_fill(item_of(found.answer), self.actor)
        return found

    @cached_property
    def back(self) -> str:
        return answer_url(self.evidence.answer)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            evidence=self.evidence, back=self.back, **kwargs
        )

    def perform(self, form: forms.Form) -> str:
        back = self.back
        evidence_actions.remove_evidence(evidence=self.evidence, by=self.actor)
        return back
