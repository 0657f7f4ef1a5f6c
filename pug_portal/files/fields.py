"""Form fields for uploads: refusals stand beside the field, by what is in the file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from pug_portal.files.actions import too_large_sentence
from pug_portal.files.upload_handler import too_large
from pug_portal.lib import photos, sniff

ACCEPT = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.heic,.heif"
HINT = "PDF, DOCX, XLSX, JPG, PNG, atau foto HEIC, paling besar 10 MB per berkas."


def check_content(upload: UploadedFile) -> None:
    upload.seek(0)
    content = upload.read()
    upload.seek(0)
    # Turned into JPG when it is kept; decoding it twice would cost a second each.
    if photos.is_heic(content) and len(content) <= settings.UPLOAD_MAX_BYTES:
        return
    try:
        sniff.kind_of(content, upload.name or "berkas", settings.UPLOAD_MAX_BYTES)
    except sniff.NotAllowed as problem:
        raise ValidationError(problem.sentence) from problem


class UploadField(forms.FileField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HINT)
        kwargs.setdefault("allow_empty_file", True)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPT}))
        super().__init__(max_length=200, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        found = super().clean(data, initial)
        if isinstance(found, UploadedFile):
            check_content(found)
        return found


class _ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class MultiUploadField(UploadField):
    """A list of files; every refused one is named with its reason."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _ManyFiles(attrs={"accept": ACCEPT}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        uploads = data if isinstance(data, list | tuple) else [data] if data else []
        if not uploads and self.required:
            raise ValidationError("Pilih paling sedikit satu berkas.")
        problems: list[str] = []
        for upload in uploads:
            try:
                super().clean(upload, initial)
            except ValidationError as problem:
                problems.extend(problem.messages)
        if problems:
            raise ValidationError(problems)
        return list(uploads)


class TooLargeMixin:
    """For forms with uploads: pass `request=`; dropped files are named at their field."""

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}  # type: ignore[misc]
        for name in self.fields:  # type: ignore[attr-defined]
            for dropped in too_large(self.request, self.add_prefix(name)):  # type: ignore[attr-defined]
                self.add_error(name, too_large_sentence(dropped))  # type: ignore[attr-defined]
        return data
