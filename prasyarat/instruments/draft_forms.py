"""Forms of the editor. The rules between fields are those of the workbook's cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from prasyarat.instruments import sheet_checks as checks
from prasyarat.instruments.document import Document
from prasyarat.instruments.row_order import CODE_SHAPE
from prasyarat.instruments.sheet_columns import (
    FACTS,
    FILLERS,
    OPD_FACTS,
    RULES,
    TAGS,
    TYPES,
)
from prasyarat.instruments.sheet_rows import CHOICES, band_edges, flat_item
from prasyarat.instruments.words import LEVELS
from pug_portal.lib.fields import DecimalField, YearField
from pug_portal.lib.numbers import NumberRefused, angka, parse_decimal

ICONS = {
    "signature": "Tanda tangan",
    "gavel": "Palu sidang",
    "hierarchy-3": "Susunan",
    "users-group": "Kelompok orang",
    "coins": "Uang",
    "chart-bar": "Diagram batang",
    "report-search": "Laporan dan kaca pembesar",
    "target": "Sasaran",
    "clipboard-text": "Papan catatan",
}
SHAPED = RegexValidator(
    rf"^{CODE_SHAPE.pattern}\Z", "Hanya huruf, angka, titik, dan tanda hubung."
)
AREA = forms.Textarea(attrs={"rows": 3})


@dataclass
class Cells:
    """A form in the place of a row: `refuse` puts the sentence beside its field."""

    form: forms.Form
    values: dict[str, Any]
    number: int = 0

    def refuse(self, key: str, sentence: str) -> None:
        told = f"{sentence[:1].upper()}{sentence[1:]}."
        self.form.add_error(key if key in self.form.fields else None, told)


class DraftForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class HeadForm(DraftForm):
    name = forms.CharField(label="Nama", max_length=150)
    issuer = forms.CharField(label="Penerbit", max_length=150)
    year = YearField(label="Tahun", required=True)
    source = forms.CharField(label="Dokumen sumber", widget=AREA, max_length=4000)
    note = forms.CharField(label="Catatan di samping nilai", max_length=1000)
    bands = forms.CharField(
        label="Batas warna",
        help_text="Naik, di antara 0 dan 100, misalnya 50; 70; 85. Bukan jenjang penghargaan.",
    )
    sources = forms.CharField(
        label="Daftar sumber",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Satu per baris: kode = nama sumber. Kodenya dirujuk dasar indikator.",
    )

    def clean_sources(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, line in enumerate(_lines(self.cleaned_data["sources"]), 1):
            code, _, title = (part.strip() for part in line.partition("="))
            if not code or not title:
                raise forms.ValidationError(
                    f"Baris {number}: tulis kode = nama sumber, misalnya S4 = Rakor PUG."
                )
            if code in found:
                raise forms.ValidationError(f"Baris {number}: kode {code} sudah ada.")
            found[code] = title
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        checks.check_head(Cells(self, data))  # type: ignore[arg-type]
        if "bands" in data and not self.errors.get("bands"):
            data["band_edges"] = band_edges(data["bands"])
        return data


def head_values(document: Document) -> dict[str, Any]:
    edges = "; ".join(angka(Decimal(str(edge))) for edge in document["band_edges"])
    sources = "\n".join(f"{k} = {v}" for k, v in document["sources"].items())
    return {**document, "bands": edges, "sources": sources}


class PrerequisiteForm(DraftForm):
    code = forms.CharField(label="Kode", max_length=8, validators=[SHAPED])
    label = forms.CharField(label="Nama prasyarat", max_length=100)
    short_label = forms.CharField(label="Nama singkat", max_length=30)
    icon = forms.ChoiceField(label="Ikon", choices=[*ICONS.items()])


class IndicatorForm(DraftForm):
    prerequisite = forms.ChoiceField(label="Prasyarat")
    code = forms.CharField(
        label="Kode",
        max_length=12,
        validators=[SHAPED],
        help_text="Huruf, angka, dan tanda hubung, misalnya KEB-11.",
    )
    text = forms.CharField(label="Indikator", widget=AREA, max_length=2000)
    type = forms.ChoiceField(label="Jenis jawaban", choices=TYPES)
    choices = forms.CharField(
        label="Pilihan jawaban",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Untuk ya/tidak dan ada/proses/belum. Satu per baris: kode | pilihan | nilai, misalnya ada | Ada | 1.",
    )
    weight = DecimalField(label="Bobot", required=True)
    max = DecimalField(label="Nilai maksimum", required=True)
    unit = forms.CharField(
        label="Satuan",
        required=False,
        max_length=40,
        help_text="Untuk angka dan persentase; Rp untuk uang.",
    )
    rule = forms.ChoiceField(
        label="Aturan target",
        required=False,
        choices=[("", "Bukan angka"), *RULES],
    )
    target = DecimalField(label="Target", required=False)
    per = forms.CharField(
        label="Per", required=False, max_length=20, help_text="Misalnya semester."
    )
    numerator = forms.CharField(label="Pembilang", required=False, max_length=120)
    denominator = forms.CharField(label="Penyebut", required=False, max_length=120)
    kinds = forms.CharField(
        label="Jenis penyebut",
        required=False,
        widget=AREA,
        help_text="Hanya persentase; boleh kosong. Satu per baris: kode | jenis.",
    )
    may_exceed = forms.BooleanField(
        label="Pembilang boleh melebihi penyebut, dengan catatan", required=False
    )
    text_label = forms.CharField(
        label="Uraian yang diminta", required=False, max_length=200
    )
    document_mandatory = forms.BooleanField(
        label="Wajib dokumen: tanpa bukti sah nilainya 0", required=False
    )
    evidence = forms.CharField(label="Bukti lazim", max_length=250)
    responsible = forms.CharField(label="Penanggung jawab", max_length=150)
    tags = forms.MultipleChoiceField(
        label="Kelompok penanggung jawab",
        choices=TAGS,
        widget=forms.CheckboxSelectMultiple,
    )
    filled_by = forms.ChoiceField(label="Pengisi", choices=FILLERS)
    levels = forms.MultipleChoiceField(
        label="Tingkat",
        choices=tuple(LEVELS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    basis = forms.CharField(
        label="Dasar",
        help_text="Kode dari daftar sumber, dipisahkan titik koma, misalnya S4; S9.",
    )
    legal_basis = forms.CharField(label="Dasar hukum", required=False, max_length=250)
    fact = forms.ChoiceField(
        label="Angka portal",
        required=False,
        choices=[("", "Dijawab orang"), *FACTS],
        help_text="Angka yang dihitung portal sendiri untuk daerah.",
    )
    opd_fact = forms.ChoiceField(
        label="Angka portal tiap OPD",
        required=False,
        choices=[("", "Dijawab orang"), *OPD_FACTS],
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        self.fields["prerequisite"].choices = [  # type: ignore[attr-defined]
            (row["code"], row["label"]) for row in document["prerequisites"]
        ]

    def clean_basis(self) -> list[str]:
        parts = (part.strip() for part in self.cleaned_data["basis"].split(";"))
        return list(dict.fromkeys(part for part in parts if part))

    def clean_choices(self) -> list[dict[str, Any]]:
        found = []
        for number, line in enumerate(_lines(self.cleaned_data["choices"]), 1):
            parts = [part.strip() for part in line.split("|")]
            try:
                code, label, score = parts
                worth = parse_decimal(score, 6)
            except (ValueError, NumberRefused):
                worth, code, label = None, "", ""
            if worth is None or not code or not label:
                raise forms.ValidationError(
                    f"Baris {number}: tulis kode | pilihan | nilai, misalnya ada | Ada | 1."
                )
            found.append({"code": code[:12], "label": label, "score": worth})
        return _own(found)

    def clean_kinds(self) -> list[dict[str, Any]]:
        found = []
        for number, line in enumerate(_lines(self.cleaned_data["kinds"]), 1):
            code, _, label = (part.strip() for part in line.partition("|"))
            if not code or not label:
                raise forms.ValidationError(f"Baris {number}: tulis kode | jenis.")
            found.append({"code": code, "label": label})
        return _own(found)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        cells = Cells(self, data)
        parts = {row["code"] for row in self.document["prerequisites"]}
        checks.check_indicator(cells, parts, set(self.document["sources"]))  # type: ignore[arg-type]
        scores = [choice["score"] for choice in data.get("choices") or ()]
        checks.check_reached(cells, scores)  # type: ignore[arg-type]
        most = data.get("max")
        if most is not None and any(score > most for score in scores):
            cells.refuse("choices", "ada pilihan yang melebihi nilai maksimum")
        if scores and data.get("type") not in CHOICES:
            cells.refuse(
                "choices", "jenis jawaban ini tidak memakai pilihan; kosongkan"
            )
        if data.get("kinds") and data.get("type") != "PCT":
            cells.refuse("kinds", "hanya untuk persentase; kosongkan")
        return data

    def parts(
        self,
    ) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
        """The row, its choices and its kinds of denominator, each naming the item."""
        row = dict(self.cleaned_data)
        of = {"indicator": row["code"]}
        choices = [{**each, **of} for each in row.pop("choices")]
        kinds = [{**each, **of} for each in row.pop("kinds")]
        return row, choices, kinds


def indicator_values(item: Mapping[str, Any]) -> dict[str, Any]:
    flat = flat_item(item)
    for key in ("weight", "max", "target"):
        if flat.get(key) is not None:
            flat[key] = Decimal(str(flat[key]))
    rows = item.get("choices", ())
    flat["choices"] = "\n".join(
        f"{r['code']} | {r['label']} | {angka(Decimal(str(r['score'])))}" for r in rows
    )
    kinds = item.get("denominator_kinds", ())
    flat["kinds"] = "\n".join(f"{r['code']} | {r['label']}" for r in kinds)
    flat["basis"] = "; ".join(item.get("basis", ()))
    return flat


def _own(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    codes = [row["code"] for row in rows]
    for number, code in enumerate(codes, 1):
        if code in codes[: number - 1]:
            raise forms.ValidationError(f"Baris {number}: kode {code} sudah ada.")
    return rows


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
