"""Forms of reporting periods."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from focal_points.opd.models import Opd
from focal_points.periods.actions import DATES
from focal_points.periods.models import ReportingPeriod
from focal_points.periods.queries import expected_opds
from pug_portal.lib.dates import zone_of
from pug_portal.lib.fields import JamField, TanggalField

END_OF_OFFICE = dt.time(16)


class DatesForm(forms.Form):
    figures_as_of = TanggalField(
        label="Angka per tanggal",
        help_text="Angka dalam laporan menggambarkan keadaan sampai hari ini.",
    )
    opens_on = TanggalField(
        label="Dibuka", help_text="Sejak hari ini OPD dapat mengisi laporan."
    )
    due_on = TanggalField(
        label="Tenggat",
        help_text="Sesudah hari ini laporan yang diajukan tercatat terlambat.",
    )
    locks_on = TanggalField(
        label="Dikunci",
        help_text="Sesudah hari ini hanya sekretariat yang dapat membuka laporan.",
    )


class OpenForm(DatesForm):
    year = forms.IntegerField(
        label="Tahun",
        min_value=2000,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": "Tulis tahun dengan empat angka, misalnya 2026.",
            "min_value": "Tahun paling awal 2000.",
            "max_value": "Tahun paling akhir 2100.",
        },
    )
    half = forms.TypedChoiceField(
        label="Semester",
        coerce=int,
        choices=[(1, "Semester I (Januari–Juni)"), (2, "Semester II (Juli–Desember)")],
        widget=forms.RadioSelect,
    )

    field_order = ["year", "half", *DATES]


class ChangeForm(DatesForm):
    reason = forms.CharField(
        label="Alasan perubahan",
        max_length=250,
        help_text="Tercatat dalam jejak perubahan dan dapat dibaca OPD.",
        error_messages={"required": "Tulis alasan perubahan tanggal."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @classmethod
    def initial_of(cls, period: ReportingPeriod) -> dict[str, Any]:
        return {name: getattr(period, name) for name in DATES}


class OpdOfPeriodForm(forms.Form):
    """One of the OPD that the period expects."""

    opd = forms.ModelChoiceField(
        label="OPD", queryset=Opd.objects.none(), empty_label="Pilih OPD"
    )

    def __init__(self, *args: Any, period: ReportingPeriod, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = expected_opds(period).order_by("name")
        self.fields["opd"].queryset = offered  # type: ignore[attr-defined]


class ExemptForm(OpdOfPeriodForm):
    reason = forms.CharField(
        label="Alasan",
        max_length=250,
        help_text="Misalnya OPD baru dibentuk bulan ini.",
    )


class DispenseForm(OpdOfPeriodForm):
    until_day = TanggalField(label="Dibuka sampai tanggal")
    until_time = JamField(
        label="Pukul",
        initial=END_OF_OFFICE,
        help_text="Pada menit ini pengisian terkunci lagi dengan sendirinya.",
    )
    reason = forms.CharField(
        label="Alasan",
        max_length=250,
        help_text="Tercetak pada surat dispensasi.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    letter_number = forms.CharField(
        label="Nomor surat",
        max_length=60,
        required=False,
        help_text="Dari bagian umum; bila kosong, surat menyediakan tempatnya.",
    )

    def __init__(self, *args: Any, period: ReportingPeriod, **kwargs: Any) -> None:
        super().__init__(*args, period=period, **kwargs)
        self.zone = period.region.zone

    def moment(self) -> dt.datetime:
        """On the wall of the region whose period it is."""
        return dt.datetime.combine(
            self.cleaned_data["until_day"],
            self.cleaned_data["until_time"],
            zone_of(self.zone),
        )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Alasan",
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
