"""The upload of one workbook."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest

from pug_portal.files.upload_handler import too_large
from pug_portal.lib.numbers import ukuran
from pug_portal.lib.sheets.guard import BIGGEST_FILE


class SheetUploadForm(forms.Form):
    file = forms.FileField(
        label="Berkas Excel yang sudah diisi",
        help_text=f"Berkas .xlsx yang Anda unduh di atas, paling besar "
        f"{ukuran(BIGGEST_FILE)}.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        """A file dropped while it arrived says so, instead of «not filled in»."""
        data = super().clean() or {}
        if too_large(self.request, "file"):
            self.errors.pop("file", None)
            self.add_error(
                "file",
                f"Berkas ini terlalu besar; paling besar {ukuran(BIGGEST_FILE)}.",
            )
        return data
