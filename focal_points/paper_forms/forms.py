"""Forms of scanned paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from focal_points.opd.models import Opd
from focal_points.paper_forms.models import ScanPage
from pug_portal.files.fields import MultiUploadField, TooLargeMixin

ACCEPT = "application/pdf,image/jpeg,image/png,.heic,.heif"
LATER, NEVER = "", "buang"


class _Files(forms.FileInput):
    allow_multiple_selected = True


class ScanForm(TooLargeMixin, forms.Form):
    scans = MultiUploadField(
        label="Pindaian atau foto formulir",
        widget=_Files(attrs={"accept": ACCEPT}),
        help_text=(
            "PDF dari pemindai atau foto JPG, PNG, HEIC; boleh banyak sekaligus, paling "
            "besar 10 MB per berkas. Satu PDF boleh memuat formulir beberapa OPD."
        ),
    )


class AssignForm(forms.Form):
    """One choice per open page; an untouched one stays open."""

    def __init__(
        self, *args: Any, pages: Iterable[ScanPage], opds: Iterable[Opd], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offices = [(str(opd.pk), opd.name) for opd in opds]
        choices = [
            (LATER, "Pilih OPD…"),
            *offices,
            (NEVER, "Halaman ini tidak dipakai"),
        ]
        self.pages = list(pages)
        for page in self.pages:
            self.fields[f"page-{page.pk}"] = forms.ChoiceField(
                label=f"OPD untuk {page}",
                choices=choices,
                required=False,
                initial=str(page.opd_id or LATER),
            )

    def rows(self) -> list[tuple[ScanPage, forms.BoundField]]:
        return [(page, self[f"page-{page.pk}"]) for page in self.pages]

    def chosen(self) -> dict[int, int | None]:
        found: dict[int, int | None] = {}
        for page in self.pages:
            value = self.cleaned_data[f"page-{page.pk}"]
            if value != LATER:
                found[page.pk] = None if value == NEVER else int(value)
        return found
