"""Forms of the cascade: a group of boxes per plan, for the OPD and for the reviewer."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.cascade.models import Answer, CascadeEntry, Plan
from focal_points.filters import FilterForm
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.clock import today

NOT_TOLD = [("", "Belum diisi"), *Answer.choices]
Stored = dict[str, CascadeEntry]


class YearForm(FilterForm):
    tahun = forms.TypedChoiceField(label="Tahun anggaran", required=False, coerce=int)

    def __init__(self, data: Any) -> None:
        now = today().year
        super().__init__({"tahun": now + 1, **data})
        years = [(year, year) for year in range(now + 2, now - 6, -1)]
        self.fields["tahun"].choices = years  # type: ignore[attr-defined]

    @property
    def year(self) -> int:
        found = self.cleaned_data.get("tahun") if self.is_valid() else None
        return int(found or today().year + 1)


class FillForm(TooLargeMixin, forms.Form):
    """One group of boxes per plan; `plan-answer`, `plan-evidence`, `plan-upload`."""

    OWN = ("answer", "evidence")

    def __init__(self, *args: Any, stored: Stored, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for plan in Plan:
            row = stored.get(plan)
            self.fields[f"{plan}-answer"] = forms.ChoiceField(
                label="Responsif gender?",
                choices=NOT_TOLD,
                required=False,
                initial=row.answer if row else "",
            )
            self.fields[f"{plan}-evidence"] = forms.CharField(
                label="Letaknya di dokumen",
                max_length=400,
                required=False,
                initial=row.evidence if row else "",
                help_text="Bab, halaman, indikator, atau kode sub kegiatan.",
            )
            self.fields[f"{plan}-upload"] = UploadField(
                label="Berkas bukti", required=False, help_text="Boleh kosong."
            )

    def clean(self) -> dict[str, Any]:
        """Nothing that was typed is left out in silence."""
        data = super().clean() or {}
        for plan in Plan:
            told = data.get(f"{plan}-evidence") or data.get(f"{plan}-upload")
            if told and f"{plan}-answer" in data and not data[f"{plan}-answer"]:
                self.add_error(
                    f"{plan}-answer",
                    f"{plan.label}: pilih jawabannya, supaya letak dan berkasnya "
                    "ikut tersimpan.",
                )
        return data


class ReviewForm(forms.Form):
    OWN = ("found", "review_note")

    def __init__(self, *args: Any, stored: Stored, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = stored
        for plan, row in stored.items():
            self.fields[f"{plan}-found"] = forms.ChoiceField(
                label="Hasil tinjauan",
                choices=[("", "Belum ditinjau"), *Answer.choices],
                required=False,
                initial=row.found,
            )
            self.fields[f"{plan}-review_note"] = forms.CharField(
                label="Catatan tinjauan",
                max_length=400,
                required=False,
                initial=row.review_note,
                help_text="Wajib bila berbeda dari jawaban OPD.",
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for plan, row in self.stored.items():
            is_empty = f"{plan}-found" in data and not data[f"{plan}-found"]
            if is_empty and (data.get(f"{plan}-review_note") or row.found):
                self.add_error(
                    f"{plan}-found",
                    f"{Plan(plan).label}: pilih hasil tinjauannya, supaya catatannya "
                    "ikut tersimpan.",
                )
        return data
