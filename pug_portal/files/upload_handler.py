"""A file too large is dropped while it arrives; the other fields of the form are kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

ATTRIBUTE = "too_large_files"


class TooLargeGuard(FileUploadHandler):
    """Django would answer 400 for the whole form; we keep what the person typed."""

    received: int
    most: int

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received, self.most = 0, _most(self.request)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > self.most:
            dropped = getattr(self.request, ATTRIBUTE, {})
            dropped.setdefault(self.field_name, []).append(self.file_name)
            setattr(self.request, ATTRIBUTE, dropped)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def _most(request: HttpRequest | None) -> int:
    """A view that takes a whole folder says so: `upload_most` on its class. Nobody sends
    that much before he has logged in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return int(settings.UPLOAD_MAX_BYTES)
    match = getattr(request, "resolver_match", None)
    view = getattr(match.func, "view_class", None) if match else None
    most: int = getattr(view, "upload_most", settings.UPLOAD_MAX_BYTES)
    return most


def too_large(request: HttpRequest, field: str) -> list[str]:
    """Names of the files of `field` that were dropped for their size."""
    dropped: dict[str, list[str]] = getattr(request, ATTRIBUTE, {})
    return dropped.get(field, [])
