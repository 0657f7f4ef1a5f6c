"""Last year's folder: uploading it, reading the preview, importing it or giving it up."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.evaluation import folder_actions
from prasyarat.evaluation.folder_plan import (
    ATTACHED,
    MATCHED,
    OPEN,
    REFUSED,
    rows_from,
)
from prasyarat.evaluation.folder_reading import BIGGEST_ZIP
from prasyarat.evaluation.forms import FolderForm, last_year
from prasyarat.evaluation.models import FolderDraft
from prasyarat.evaluation.pages import PeriodOfAddress
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView

BADGES = {
    MATCHED: ("ver", "Cocok", "circle-check"),
    ATTACHED: ("set", "Sudah terlampir", "circle-check"),
    OPEN: ("kem", "Tidak cocok", "alert-triangle"),
    REFUSED: ("lat", "Ditolak", "alert-triangle"),
}


class FolderUpload(PeriodOfAddress, VerbFormView):
    form_class = FolderForm
    template_name = "prasyarat/evaluation/folder.html"
    upload_most = BIGGEST_ZIP

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "by": self.actor, "request": self.request}

    def get_initial(self) -> dict[str, Any]:
        return {"year": last_year(), "source": self.period.instrument_id}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(period=self.period, **kwargs)

    def perform(self, form: FolderForm) -> str:
        data = form.cleaned_data
        made = folder_actions.keep_folder(
            period=self.period,
            source=data["source"],
            year=data["year"],
            upload=data["file"],
            by=self.actor,
        )
        return reverse("evaluation-folder-preview", args=[made.pk])


class _OwnFolder(PermissionView):
    """A folder is seen by the person who uploaded it alone."""

    permission = Permission.EVALUATION_EDIT

    @cached_property
    def draft(self) -> FolderDraft:
        rows = FolderDraft.objects.of(self.actor).owned_by(self.actor)
        rows = rows.select_related("period__region", "period__instrument", "source")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def back(self) -> str:
        return reverse("evaluation-folder-preview", args=[self.draft.pk])


class FolderPreview(_OwnFolder, TemplateView):
    template_name = "prasyarat/evaluation/folder_preview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = rows_from(self.draft.rows)
        counts = Counter(row.outcome for row in rows)
        return super().get_context_data(
            draft=self.draft,
            period=self.draft.period,
            rows=[(row, BADGES[row.outcome]) for row in rows],
            counts=[(BADGES[name], counts[name]) for name in BADGES if counts[name]],
            taken=counts[MATCHED],
            **kwargs,
        )


class FolderImport(_OwnFolder, VerbButtonView):
    def perform(self) -> None:
        count = folder_actions.import_folder(draft=self.draft, by=self.actor)
        self.done_message = (
            f"{count} bukti terlampir sebagai bawaan {self.draft.year}. Konfirmasi tiap "
            "jawaban sebelum diajukan."
        )

    def target(self) -> str:
        return reverse("evaluation-detail", args=[self.draft.period_id])


class FolderDrop(_OwnFolder, VerbButtonView):
    done_message = "Folder dibatalkan; ZIP-nya dihapus."

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.period_key = self.draft.period_id
        return super().post(request, *args, **kwargs)

    def perform(self) -> None:
        folder_actions.drop_folder(draft=self.draft, by=self.actor)

    def back(self) -> str:
        return reverse("evaluation-detail", args=[self.period_key])
