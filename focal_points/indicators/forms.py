"""The form of one indicator and the filter of the list."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.filters import FilterForm
from focal_points.indicators.formulas import Formula
from focal_points.indicators.models import Axis, Indicator
from focal_points.opd.models import Opd
from pug_portal.lib.clock import today
from pug_portal.lib.fields import DecimalField, empty_if
from pug_portal.regions.models import Region

IF_KNOWN = "Kosong berarti belum ada, bukan nol."


def _text(label: str, longest: int, hint: str = "", **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, help_text=hint, **more)


def _area(label: str, hint: str) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return _text(label, 2000, hint, required=False, widget=area)


class IndicatorForm(forms.Form):
    code = _text("Kode", 30, "Misalnya KES-01; tidak boleh sama dengan yang lain.")
    name = _text("Nama indikator", 250)
    definition = _area("Definisi", "Apa yang diukur, dan apa yang tidak termasuk.")
    unit = _text("Satuan", 40, "Misalnya persen, orang, per 100.000 kelahiran hidup.")
    formula = forms.ChoiceField(label="Cara hitung", choices=Formula.choices)
    numerator = empty_if(
        "tanpa pembagian", _text("Pembilang", 200, "Misalnya suami yang hadir.")
    )
    denominator = empty_if(
        "tanpa pembagian", _text("Penyebut", 200, "Misalnya peserta kelas.")
    )
    formula_text = _area("Rumus dalam kata", "Bila perlu dijelaskan lebih lanjut.")
    axes = forms.MultipleChoiceField(
        label="Pemilahan",
        choices=Axis.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    owner = forms.ModelChoiceField(
        label="OPD penanggung jawab",
        queryset=Opd.objects.none(),
        required=False,
        empty_label="Belum ditentukan",
    )
    source = _text("Sumber data", 250, required=False)
    baseline_year = forms.IntegerField(
        label="Tahun data dasar",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Tulis tahun dengan empat angka, misalnya 2025."},
    )
    men_top = DecimalField(
        label="Laki-laki: pembilang atau nilai", required=False, help_text=IF_KNOWN
    )
    men_bottom = DecimalField(label="Laki-laki: penyebut", required=False)
    women_top = DecimalField(
        label="Perempuan: pembilang atau nilai", required=False, help_text=IF_KNOWN
    )
    women_bottom = DecimalField(label="Perempuan: penyebut", required=False)
    total_top = DecimalField(
        label="Jumlah: pembilang atau nilai",
        required=False,
        help_text="Bila L dan P terisi dan ada pembagian, jumlahnya dihitung portal.",
    )
    total_bottom = DecimalField(label="Jumlah: penyebut", required=False)
    is_offered = forms.BooleanField(
        label="Dipakai: ditawarkan saat menyusun dokumen", required=False, initial=True
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = Opd.objects.filter(region=region).active_on(today())
        if kept := self.initial.get("owner"):
            offices = offices | Opd.objects.filter(region=region, pk=kept)
        self.fields["owner"].queryset = offices.order_by("name")  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, row: Indicator) -> dict[str, Any]:
        facts = {name: getattr(row, name) for name in cls.base_fields}
        return {**facts, "owner": row.owner_id}


class IndicatorFilterForm(FilterForm):
    q = forms.CharField(label="Kode, nama, atau definisi", required=False)
    opd = forms.ModelChoiceField(
        label="OPD penanggung jawab",
        queryset=Opd.objects.none(),
        required=False,
        empty_label="Semua OPD",
    )

    def __init__(self, *args: Any, region: Region) -> None:
        super().__init__(*args)
        owners = Opd.objects.filter(indicators__region=region).distinct()
        self.fields["opd"].queryset = owners.order_by("name")  # type: ignore[attr-defined]
