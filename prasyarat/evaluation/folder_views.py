"""Last year's folder: uploading it, reading the preview, importing it or giving it up."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.evaluation import folder_actions
from prasyarat.evaluation.folder_asking import ask_import
from prasyarat.evaluation.folder_choosing import Choosing
from prasyarat.evaluation.folder_jobs import files_done
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
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.health.pulse import is_worker_alive

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
    """A file whose name tells no indicator may be given one: told again, then imported."""

    template_name = "prasyarat/evaluation/folder_preview.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        choosing = self.choosing(request.POST)
        if choosing.is_wrong:
            context = self.get_context_data(choosing=choosing)
            return self.render_to_response(context, status=422)
        if self.place(choosing):
            messages.success(
                request,
                "Pilihan Anda dicatat. Periksa hasilnya; belum ada yang diimpor.",
            )
        return redirect(self.back())

    def choosing(self, typed: Any = None) -> Choosing:
        return Choosing(self.draft.period, rows_from(self.draft.rows), typed)

    def place(self, choosing: Choosing) -> bool:
        try:
            folder_actions.place_files(
                draft=self.draft, choices=choosing.by_path, by=self.actor
            )
        except (Refusal, PermissionDenied) as refusal:
            messages.error(self.request, sentence_of(refusal))
            return False
        return True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft = self.draft
        rows = rows_from(draft.rows)
        counts = Counter(row.outcome for row in rows)
        if draft.is_open and "choosing" not in kwargs:
            kwargs["choosing"] = self.choosing()
        choosing = kwargs.get("choosing")
        choices = choosing.choices if choosing else {}
        return super().get_context_data(
            draft=draft,
            period=draft.period,
            rows=[
                (row, BADGES[row.outcome], choices.get(place))
                for place, row in enumerate(rows)
            ],
            counts=[(BADGES[name], counts[name]) for name in BADGES if counts[name]],
            taken=counts[MATCHED],
            files_done=files_done(draft) if draft.is_pending else 0,
            no_worker=draft.is_pending and not is_worker_alive(),
            **kwargs,
        )


class FolderImport(FolderPreview):
    """What was chosen since the preview is told first: nothing is imported unseen."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.draft.is_open:
            choosing = self.choosing(request.POST)
            if choosing.is_changed:
                return super().post(request, *args, **kwargs)
        try:
            ask_import(draft=self.draft, by=self.actor)
        except (Refusal, PermissionDenied) as refusal:
            messages.error(request, sentence_of(refusal))
        return redirect(self.back())


class FolderProgress(_OwnFolder):
    """A fragment for the page that waits; when the job has ended the page reloads."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        draft = self.draft
        taken = sum(row.is_taken for row in rows_from(draft.rows))
        context = {"draft": draft, "taken": taken, "files_done": files_done(draft)}
        response = render(request, "prasyarat/evaluation/_folder_job.html", context)
        if not draft.is_pending:
            response["HX-Refresh"] = "true"
        response["Cache-Control"] = "no-store"
        return response


def sentence_of(refusal: Refusal | PermissionDenied) -> str:
    return refusal.sentence if isinstance(refusal, Refusal) else str(refusal)


class FolderDrop(_OwnFolder, VerbButtonView):
    done_message = "Folder dibatalkan; ZIP-nya dihapus."

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.period_key = self.draft.period_id
        return super().post(request, *args, **kwargs)

    def perform(self) -> None:
        folder_actions.drop_folder(draft=self.draft, by=self.actor)

    def back(self) -> str:
        return reverse("evaluation-detail", args=[self.period_key])
