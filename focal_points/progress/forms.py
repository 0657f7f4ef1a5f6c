"""The form of a report. A wrong field is kept as typed; the others are saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from focal_points.progress.content import QUESTIONS
from focal_points.progress.duties import DUTIES
from focal_points.progress.hints import ACTIVITY_HINTS, HINTS
from focal_points.progress.models import (
    Achievement,
    Activity,
    Denominator,
    FundSource,
    Progress,
    Stage,
    YesPartlyNo,
)
from pug_portal.files.fields import MultiUploadField, TooLargeMixin
from pug_portal.lib.fields import CountField, RupiahField, TanggalField

TEXT_LIMIT = 4000
# Two long texts joined are too long to be read, but none of their letters is dropped.
UNREAD_LIMIT = 10 * TEXT_LIMIT


class KeepTyped(forms.Form):
    """Tells apart what could be read and what is kept as text."""

    def unread(self) -> dict[str, str]:
        """{name in the page: text} of every field that was refused."""
        return {
            self.add_prefix(name): str(self[name].value() or "")[:UNREAD_LIMIT]
            for name in self.errors
            if name in self.fields
        }

    def answers(self) -> dict[str, Any]:
        return {k: v for k, v in self.cleaned_data.items() if k not in self.errors}


def _style(form: forms.Form) -> None:
    for name, field in form.fields.items():
        widget = field.widget
        if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            widget.attrs["class"] = "form-check-input"
        elif isinstance(widget, forms.Select):
            widget.attrs["class"] = "form-select"
        elif isinstance(field, CountField | RupiahField):
            widget.attrs["class"] = "form-control angka"
        else:
            widget.attrs["class"] = "form-control"
        if isinstance(widget, forms.Textarea):
            widget.attrs["rows"] = 4
            widget.attrs.pop("cols", None)
        field.required = field.required and name == "name"


def _yes_no(key: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=QUESTIONS[key].label,
        choices=YesPartlyNo.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=HINTS[key],
    )


def _number(key: str, kind: type[CountField | RupiahField]) -> forms.Field:
    return kind(label=QUESTIONS[key].label, required=False, help_text=HINTS[key])


def _text(key: str) -> forms.CharField:
    return forms.CharField(
        label=QUESTIONS[key].label,
        widget=forms.Textarea,
        required=False,
        max_length=TEXT_LIMIT,
        help_text=HINTS[key],
    )


class ProgressForm(KeepTyped):
    renstra_responsive = _yes_no("renstra_responsive")
    renja_responsive = _yes_no("renja_responsive")
    rka_has_gbs = _yes_no("rka_has_gbs")
    gap_count = _number("gap_count", CountField)
    gbs_count = _number("gbs_count", CountField)
    kak_count = _number("kak_count", CountField)
    spending_ceiling = _number("spending_ceiling", RupiahField)
    denominator = forms.ChoiceField(
        label=QUESTIONS["denominator"].label,
        choices=Denominator.choices,
        help_text=HINTS["denominator"],
    )
    arg_ceiling = _number("arg_ceiling", RupiahField)
    arg_realized = _number("arg_realized", RupiahField)
    arg_note = _text("arg_note")
    tables_available = _number("tables_available", CountField)
    tables_updated = _number("tables_updated", CountField)
    trained_men = _number("trained_men", CountField)
    trained_women = _number("trained_women", CountField)
    active_focal_points = _number("active_focal_points", CountField)
    obstacles = _text("obstacles")
    efforts = _text("efforts")
    support_asked = _text("support_asked")
    recommendation = _text("recommendation")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _style(self)
        self.fields["arg_note"].widget.attrs["rows"] = 2

    def clean_denominator(self) -> str:
        return self.cleaned_data["denominator"] or Denominator.OPD_SPENDING


class ActivityForm(KeepTyped):
    name = forms.CharField(
        label="Nama kegiatan",
        max_length=300,
        error_messages={"required": "Tulis nama kegiatan, atau hapus kegiatan ini."},
    )
    sub_activity_code = forms.CharField(
        label="Kode sub kegiatan",
        max_length=40,
        help_text=ACTIVITY_HINTS["sub_activity_code"],
    )
    held_from = TanggalField(label="Tanggal mulai")
    held_to = TanggalField(label="Tanggal selesai")
    beneficiaries = forms.CharField(
        label="Sasaran", max_length=300, help_text=ACTIVITY_HINTS["beneficiaries"]
    )
    institutions = forms.CharField(
        label="Lembaga yang terlibat",
        max_length=300,
        help_text=ACTIVITY_HINTS["institutions"],
    )
    men = CountField(label="Peserta laki-laki", help_text=ACTIVITY_HINTS["men"])
    women = CountField(label="Peserta perempuan", help_text=ACTIVITY_HINTS["women"])
    listed_men = CountField(
        label="Laki-laki di daftar hadir", help_text=ACTIVITY_HINTS["listed_men"]
    )
    listed_women = CountField(
        label="Perempuan di daftar hadir", help_text=ACTIVITY_HINTS["listed_women"]
    )
    ceiling = RupiahField(label="Pagu", help_text=ACTIVITY_HINTS["ceiling"])
    realized = RupiahField(label="Realisasi", help_text=ACTIVITY_HINTS["realized"])
    realized_note = forms.CharField(
        label="Catatan realisasi",
        max_length=300,
        help_text=ACTIVITY_HINTS["realized_note"],
    )
    fund_source = forms.ChoiceField(
        label="Sumber dana", choices=[("", "Belum dipilih"), *FundSource.choices]
    )
    stage = forms.ChoiceField(
        label="Tahap", choices=[("", "Belum dipilih"), *Stage.choices]
    )
    result = forms.CharField(
        label="Hasil",
        widget=forms.Textarea,
        max_length=TEXT_LIMIT,
        help_text=ACTIVITY_HINTS["result"],
    )
    achievement = forms.ChoiceField(
        label="Capaian",
        choices=[("", "Belum dipilih"), *Achievement.choices],
        help_text=ACTIVITY_HINTS["achievement"],
    )
    duties = forms.MultipleChoiceField(
        label="Tugas Pokja yang didukung",
        choices=[(letter, f"{letter}. {text}") for letter, text in DUTIES.items()],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: QueryDict | None = None, *, row: Activity) -> None:
        super().__init__(data, prefix=f"kegiatan-{row.pk}")
        self.row = row
        _style(self)
        self.fields["result"].widget.attrs["rows"] = 3

    def clean(self) -> dict[str, Any]:
        """Two dates are one answer: a wrong one holds the other back with it."""
        data = super().clean() or {}
        dates = ("held_from", "held_to")
        wrong = [name for name in dates if name in self.errors]
        start, end = data.get("held_from"), data.get("held_to")
        if not wrong and start and end and end < start:
            self.add_error("held_to", "Tanggal selesai mendahului tanggal mulai.")
            wrong = ["held_to"]
        for name in dates:
            if wrong and name not in wrong and self[name].value():
                self.add_error(
                    name, "Belum disimpan; perbaiki tanggal yang lain dahulu."
                )
        if wrong:
            for name in dates:
                data.pop(name, None)
        return data


class EvidenceForm(TooLargeMixin, forms.Form):
    bukti = MultiUploadField(label="Tambah bukti", required=False)
    bukti_caption = forms.CharField(
        label="Keterangan bukti",
        max_length=200,
        required=False,
        help_text="Misalnya: daftar hadir kegiatan 1.",
    )

    bukti_gabung = forms.BooleanField(
        label="Gabungkan foto yang dipilih menjadi satu PDF", required=False
    )

    def __init__(
        self, *args: Any, rows: Sequence[Activity] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        of_activity = forms.ChoiceField(
            label="Untuk kegiatan",
            required=False,
            choices=[
                ("", "Seluruh laporan"),
                *((str(row.pk), row.name[:80]) for row in rows),
            ],
        )
        self.fields["bukti_kegiatan"] = of_activity
        for field in self.fields.values():
            css = (
                "form-select"
                if isinstance(field, forms.ChoiceField)
                else "form-control"
            )
            is_box = isinstance(field, forms.BooleanField)
            field.widget.attrs["class"] = "form-check-input" if is_box else css
        self.fields["bukti"].widget.attrs["id"] = "bukti"


def as_typed(progress: Progress, rows: list[Activity]) -> QueryDict:
    """Stored answers and unread texts as a browser would send them."""
    data = QueryDict(mutable=True)
    _put(data, ProgressForm(), progress)
    for row in rows:
        _put(data, ActivityForm(row=row), row)
    for name, text in progress.unread.items():
        data[name] = text
    return data


def _put(data: QueryDict, form: forms.Form, row: Progress | Activity) -> None:
    for name, field in form.fields.items():
        value = getattr(row, name)
        if isinstance(value, list):
            data.setlist(form.add_prefix(name), value)
        elif isinstance(value, dt.date):
            data[form.add_prefix(name)] = value.isoformat()
        elif value is not None:
            data[form.add_prefix(name)] = str(field.prepare_value(value))
