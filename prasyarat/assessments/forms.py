"""Forms of an answer: the fields follow the indicator's type."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, cast

from django import forms

from prasyarat.assessments.checks import reply_of, reply_problems
from prasyarat.assessments.item import Item, Reply
from prasyarat.assessments.models import Answer
from prasyarat.assessments.writing import version_of
from prasyarat.rules import AnswerType
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import today
from pug_portal.lib.fields import CountField, RupiahField, TanggalField

MOST_WORDS = 2000
REPLY_FIELDS = (
    "choice",
    "value",
    "numerator",
    "denominator",
    "denominator_kind",
    "text",
)


class AnswerForm(forms.Form):
    """A draft may stay empty, so nothing but the date is required; labels do not say
    «boleh kosong» of what has to be filled before submission."""

    def __init__(
        self,
        *args: Any,
        item: Item,
        answer: Answer | None = None,
        is_counted: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"as_of": today(), **_initial(answer)}
        super().__init__(*args, **kwargs)
        self.item = item
        self.fields.update(_reply_fields(item))
        self.fields["note"] = forms.CharField(
            label="Catatan",
            required=False,
            max_length=MOST_WORDS,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Fakta tanpa angka ditulis di sini; catatan saja belum jawaban.",
        )
        if is_counted:
            self.fields["override_reason"] = forms.CharField(
                label="Alasan mengganti angka portal",
                required=False,
                max_length=250,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text="Angka portal tetap tersimpan dan dapat dipakai lagi.",
            )
        self.fields["as_of"] = TanggalField(
            label="Keadaan per tanggal",
            help_text="Jawaban berlaku sejak tanggal ini sampai ada jawaban baru.",
        )
        self.fields["seen"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=version_of(answer)
        )

    def full_clean(self) -> None:
        asked = [self.fields[name] for name in REPLY_FIELDS if name in self.fields]
        for field in asked:
            field.required = False
        super().full_clean()
        for field in asked:
            field.required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            for problem in reply_problems(self.item.indicator, self.reply()):
                self.add_error(problem.field or None, problem.sentence)
        return data

    def reply(self) -> Reply:
        data = self.cleaned_data
        return Reply(
            choice=data.get("choice") or "",
            value=_exact(data.get("value")),
            numerator=_exact(data.get("numerator")),
            denominator=_exact(data.get("denominator")),
            denominator_kind=data.get("denominator_kind") or "",
            text=(data.get("text") or "").strip(),
            note=(data.get("note") or "").strip(),
            override_reason=(data.get("override_reason") or "").strip(),
        )


def _initial(answer: Answer | None) -> dict[str, Any]:
    if answer is None:
        return {}
    found = vars(reply_of(answer))
    as_of = answer.as_of if answer.is_open else today()
    return {**found, "as_of": as_of}


def _exact(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _reply_fields(item: Item) -> dict[str, forms.Field]:
    rule, stored = item.rule, item.indicator.rule
    if rule.answer_type.is_choice:
        options = [(choice.code, choice.label) for choice in rule.choices]
        fields: dict[str, forms.Field] = {
            "choice": forms.ChoiceField(
                label="Jawaban", choices=options, widget=forms.RadioSelect
            )
        }
        return {**fields, **_text_field(rule.text_label, rows=2)}
    if rule.answer_type is AnswerType.N:
        label = "Nilai rupiah" if rule.unit == "Rp" else f"Jumlah ({rule.unit})"
        return {"value": _number(rule.unit, label)}
    if rule.answer_type is AnswerType.PCT:
        return _share_fields(rule.unit, stored)
    return _text_field(rule.text_label, rows=4)


def _share_fields(unit: str, stored: dict[str, Any]) -> dict[str, forms.Field]:
    shown = "" if unit == "Rp" else f" ({unit})"
    fields = {
        "numerator": _number(unit, stored["numerator_label"] + shown),
        "denominator": _number(unit, stored["denominator_label"] + shown),
    }
    fields["denominator"].help_text += " Persentase dihitung portal dari keduanya."
    if kinds := stored["denominator_kinds"]:
        fields["denominator_kind"] = forms.ChoiceField(
            label="Jenis penyebut",
            choices=[("", "Pilih jenis penyebut")]
            + [(kind["code"], kind["label"]) for kind in kinds],
        )
    return fields


def _number(unit: str, label: str) -> forms.Field:
    if unit == "Rp":
        return RupiahField(label=label, help_text="Rupiah bulat, misalnya 1.250.000.")
    return CountField(label=label, help_text="Bilangan bulat. Kosong bukan nol.")


def _text_field(label: str, *, rows: int) -> dict[str, forms.Field]:
    if not label:
        return {}
    return {
        "text": forms.CharField(
            label=label,
            max_length=MOST_WORDS,
            widget=forms.Textarea(attrs={"rows": rows}),
        )
    }


class NotApplicableForm(forms.Form):
    reason = forms.CharField(
        label="Alasan tidak berlaku",
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Indikator keluar dari perhitungan setelah pemeriksa menyetujuinya.",
        error_messages={
            "required": "Tulis alasan mengapa indikator ini tidak berlaku."
        },
    )
    as_of = TanggalField(label="Keadaan per tanggal", initial=today)


class ReturnForm(forms.Form):
    note = forms.CharField(
        label="Yang perlu diperbaiki",
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut apa yang kurang dan bagaimana memperbaikinya.",
        error_messages={
            "required": "Tulis apa yang perlu diperbaiki. Tanpa catatan, jawaban tidak "
            "dapat dikembalikan."
        },
    )


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label="Alasan dibuka kembali",
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasan jawaban dibuka kembali."},
    )


class EvidenceForm(TooLargeMixin, forms.Form):
    """One of three: a new file, a file the region already has, or an address."""

    upload = UploadField(label="Unggah berkas", required=False)
    file = forms.TypedChoiceField(
        label="Atau pakai berkas yang sudah ada", required=False, empty_value=None
    )
    url = forms.URLField(
        label="Atau alamat di internet",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="Misalnya halaman JDIH atau berkas di penyimpanan daring.",
        error_messages={
            "invalid": "Alamat tidak lengkap. Tulis misalnya "
            "https://jdih.contoh.go.id/perbup-5-2014."
        },
    )
    accessed_on = TanggalField(label="Tanggal alamat dibuka", required=False)
    page = forms.CharField(
        label="Halaman atau bagian",
        max_length=20,
        required=False,
        help_text="Misalnya hlm. 12 atau Bab V.",
    )
    caption = forms.CharField(label="Keterangan", max_length=200, required=False)
    document_date = TanggalField(
        label="Tanggal dokumen", required=False, help_text="Untuk berkas yang diunggah."
    )
    valid_until = TanggalField(
        label="Berlaku sampai",
        required=False,
        help_text="Sesudah tanggal ini bukti dianggap kedaluwarsa dan tidak dihitung.",
    )

    def __init__(self, *args: Any, known: list[StoredFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_key = {str(file.pk): file for file in known}
        existing = cast(forms.TypedChoiceField, self.fields["file"])
        existing.choices = [
            ("", "Tidak memakai berkas lama"),
            *((key, str(file)) for key, file in by_key.items()),
        ]
        existing.coerce = by_key.__getitem__
        if not known:
            del self.fields["file"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.errors:
            return data
        given = [name for name in ("upload", "file", "url") if data.get(name)]
        if not given:
            self.add_error(
                "upload", "Pilih berkas, berkas yang sudah ada, atau tulis alamatnya."
            )
        elif len(given) > 1:
            self.add_error(
                given[1],
                "Lampirkan satu bukti sekali kirim: kosongkan salah satunya.",
            )
        until, date = data.get("valid_until"), data.get("document_date")
        if until and date and until < date:
            self.add_error(
                "valid_until", "Masa berlaku berakhir sebelum tanggal dokumen."
            )
        return data


class DateForm(forms.Form):
    """«Per tanggal»: which day the scores are of."""

    per = TanggalField(label="Per tanggal", required=False)

    def day(self) -> dt.date:
        if self.is_valid() and self.cleaned_data["per"]:
            found: dt.date = self.cleaned_data["per"]
            return found
        return today()
