"""What a piece of evidence is: its caption, its date, its activity."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from focal_points.progress import actions
from focal_points.progress.models import ProgressFile
from focal_points.progress.step_forms import EvidenceFactsForm
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.form_views import VerbFormView


class ProgressFileFacts(WritableMixin, VerbFormView):
    permission = FILL
    template_name = "focal_points/progress/file_facts.html"
    form_class = EvidenceFactsForm
    done_message = "Keterangan bukti disimpan."

    def get_row(self) -> ProgressFile:
        progress = self.get_report()
        row = (
            progress.files.select_related("file").filter(pk=self.kwargs["file"]).first()
        )
        if row is None:
            raise Http404
        row.progress = progress
        return row

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "row": self.get_row()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.get_row()
        return super().get_context_data(
            row=row, progress=row.progress, ways=self.ways(row.progress), **kwargs
        )

    def perform(self, form: EvidenceFactsForm) -> str:
        progress = self.get_report()
        actions.describe_file(
            progress=progress,
            file_id=self.kwargs["file"],
            caption=form.cleaned_data["caption"],
            document_date=form.cleaned_data["document_date"],
            activity_id=form.cleaned_data["activity"],
            by=self.actor,
        )
        return f"{self.ways(progress).form}#bukti-bagian"
