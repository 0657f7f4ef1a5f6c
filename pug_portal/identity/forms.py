"""The settings of one region."""

from __future__ import annotations

from typing import Any

from django import forms

from pug_portal.lib.fields import CountField, PercentField
from pug_portal.regions.models import Region, Zone

MOST_LINES = 6
LONGEST_LINE = 90


class SettingsForm(forms.Form):
    secretariat_office = forms.CharField(
        label="Kantor sekretariat Pokja",
        max_length=60,
        required=False,
        help_text="Misalnya Dinsos P3A. Tampil di kepala halaman dan dalam laporan.",
    )
    planning_office = forms.CharField(
        label="Kantor perencanaan",
        max_length=60,
        required=False,
        help_text="Misalnya Bappeda atau Bapperida.",
    )
    opd_word = forms.CharField(
        label="Sebutan perangkat daerah",
        max_length=10,
        help_text="OPD, PD, atau SKPD, menurut kebiasaan daerah Anda.",
    )
    capital = forms.CharField(
        label="Tempat surat dibuat",
        max_length=60,
        required=False,
        help_text="Ditulis di depan tanggal surat dan laporan, misalnya Blora.",
    )
    zone = forms.ChoiceField(label="Zona waktu", choices=Zone.choices)
    letterhead = forms.CharField(
        label="Kop surat",
        required=False,
        help_text="Satu baris kop per baris; baris kedua dicetak paling besar.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    focal_points_advised = CountField(
        label="Jumlah focal point yang disarankan tiap perangkat daerah",
        biggest=20,
        help_text="Hanya peringatan; yang kurang tetap dapat melapor.",
    )
    arg_target = PercentField(
        label="Target persentase ARG",
        required=False,
        help_text="Menurut RPJMD; kosongkan bila daerah belum menetapkannya.",
    )
    uses_portal = forms.BooleanField(
        label="Daerah ini memakai portal",
        required=False,
        help_text="Daerah yang memakai portal tampil dalam rekap provinsi dan "
        "periodenya dibuka otomatis.",
    )

    def __init__(
        self, *args: Any, region: Region, for_administrator: bool, **kwargs: Any
    ) -> None:
        stored = {name: getattr(region, name) for name in self.base_fields}
        super().__init__(*args, **{**kwargs, "initial": stored})
        if not for_administrator:
            del self.fields["uses_portal"]

    def clean_opd_word(self) -> str:
        word = self.cleaned_data["opd_word"].strip()
        if not word.replace(" ", "").isalpha():
            raise forms.ValidationError("Tulis dengan huruf saja, misalnya OPD.")
        return word

    def clean_letterhead(self) -> str:
        lines = [line.strip() for line in self.cleaned_data["letterhead"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(
                f"Kop paling banyak {MOST_LINES} baris; sekarang {len(lines)}."
            )
        too_long = next((line for line in lines if len(line) > LONGEST_LINE), None)
        if too_long:
            raise forms.ValidationError(
                f"Satu baris paling panjang {LONGEST_LINE} huruf. "
                f"Pendekkan baris «{too_long[:30]}…»."
            )
        return "\n".join(lines)
