"""Serving private files, and deleting a wrong one."""

from __future__ import annotations

import uuid
from typing import Any, cast
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View

from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ActorRequest
from pug_portal.accounts.forms import ReasonForm
from pug_portal.files.actions import delete_file, hangs_on
from pug_portal.files.gates import may_read
from pug_portal.files.models import StoredFile
from pug_portal.lib.paths import display_name

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
}


def serve(file: StoredFile) -> FileResponse:
    """Always an attachment, never sniffed, never cached by others."""
    response = FileResponse(
        default_storage.open(file.path), content_type=TYPES[file.kind]
    )
    plain = file.name.encode("ascii", "ignore").decode().replace('"', "")
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name)}"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


# Kinds a browser shows by itself. A PDF viewer does not run inside a CSP sandbox; the
# bytes are told to be nothing else, so no script of ours or theirs can come of them.
SHOWN = {"pdf", "jpg", "png"}


def show(file: StoredFile) -> FileResponse:
    """Inside a frame of our own pages, never of another site."""
    response = serve(file)
    told = response["Content-Disposition"].replace("attachment", "inline", 1)
    response["Content-Disposition"] = told
    response["Content-Security-Policy"] = (
        "default-src 'none'; img-src 'self'; object-src 'self'; "
        "style-src 'unsafe-inline'; frame-ancestors 'self'"
    )
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def attachment(content: bytes, name: str, kind: str) -> HttpResponse:
    """What is made for this answer alone; never kept by others on the way."""
    response = HttpResponse(content, content_type=TYPES[kind])
    shown = display_name(name.replace("/", "-").replace("–", "-"), kind)
    plain = shown.encode("ascii", "ignore").decode().replace('"', "")
    response["Content-Disposition"] = f'attachment; filename="{plain}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


class FileDownload(View):
    """The right comes from the document that points at the file: see gates.py."""

    def get(self, request: HttpRequest, pk: uuid.UUID) -> FileResponse:
        file = get_object_or_404(StoredFile.objects.select_related("region"), pk=pk)
        if not may_read(cast(ActorRequest, request).actor, file):
            raise Http404
        return self.answer(file)

    def answer(self, file: StoredFile) -> FileResponse:
        return serve(file)


class FileView(FileDownload):
    """In the page beside the report. The same right as downloading it."""

    def answer(self, file: StoredFile) -> FileResponse:
        if file.kind not in SHOWN:
            raise Http404
        return show(file)


class FileDelete(VerbFormView):
    permission = Permission.FILE_DELETE
    template_name = "files/delete.html"
    form_class = ReasonForm
    done_message = "Berkas dihapus. Nama dan sidiknya tetap tercatat di jejak."

    @property
    def file(self) -> StoredFile:
        return get_object_or_404(
            StoredFile.objects.owned_by(self.actor), pk=self.kwargs["pk"]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        file = self.file
        return super().get_context_data(file=file, hanging=hangs_on(file), **kwargs)

    def perform(self, form: ReasonForm) -> str:
        delete_file(file=self.file, reason=form.cleaned_data["reason"], by=self.actor)
        return reverse("beranda")
