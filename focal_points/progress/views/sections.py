"""Sharing the sections of a draft out among the OPD's people."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE
from focal_points.progress.sections import people_of, shares_of
from focal_points.progress.step_forms import SectionsForm
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.form_views import VerbFormView


class ProgressSections(WritableMixin, VerbFormView):
    permission = FILL
    template_name = "focal_points/progress/sections.html"
    form_class = SectionsForm
    done_message = "Pembagian bagian disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        progress = self.get_report()
        return {
            **super().get_form_kwargs(),
            "shares": shares_of(progress),
            "people": people_of(progress.opd),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = self.get_report()
        return super().get_context_data(
            progress=progress,
            is_editable=progress.state in EDITABLE and not is_locked(progress),
            **kwargs,
        )

    def perform(self, form: SectionsForm) -> str:
        progress = self.get_report()
        actions.assign_sections(
            progress=progress, people=form.cleaned_data, by=self.actor
        )
        return reverse("progress-form", args=[progress.pk])
