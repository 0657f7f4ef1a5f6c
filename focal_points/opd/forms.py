"""The form of one OPD and the filter of the list."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.filters import FilterForm
from focal_points.opd.models import Opd, OpdTag
from focal_points.opd.queries import Standing
from pug_portal.lib.fields import TanggalField


class OpdForm(forms.Form):
    name = forms.CharField(label="Nama resmi", max_length=200)
    short_name = forms.CharField(
        label="Nama singkat",
        max_length=60,
        help_text="Misalnya Dinkes atau Dinsos P3A.",
    )
    aliases = forms.CharField(
        label="Nama lain",
        required=False,
        max_length=1000,
        help_text="Satu nama per baris, misalnya singkatan yang dipakai dalam surat.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tag = forms.ChoiceField(
        label="Tugas dalam PUG",
        choices=OpdTag.choices,
        initial=OpdTag.OTHER,
        help_text="Menentukan siapa sekretariat, perencana, dan pengawas di daerah ini.",
    )
    kind = forms.CharField(
        label="Jenis",
        max_length=40,
        required=False,
        help_text="Misalnya dinas, badan, kecamatan.",
    )
    active_from = TanggalField(
        label="Aktif sejak",
        required=False,
        help_text="Kosongkan bila tidak diketahui.",
    )
    active_to = TanggalField(
        label="Aktif sampai",
        required=False,
        help_text="Isi bila OPD tutup tanpa penerus. Focal point-nya berakhir hari itu.",
    )
    takes_part = forms.BooleanField(label="Ikut melapor", required=False, initial=True)
    is_guess = forms.BooleanField(
        label="Masih dugaan, belum dipastikan ada", required=False
    )
    note = forms.CharField(label="Catatan", max_length=250, required=False)

    def clean_aliases(self) -> list[str]:
        lines = (line.strip() for line in self.cleaned_data["aliases"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    @classmethod
    def initial_of(cls, opd: Opd) -> dict[str, Any]:
        facts = {name: getattr(opd, name) for name in cls.base_fields}
        return {**facts, "aliases": "\n".join(opd.aliases)}


class OpdFilterForm(FilterForm):
    q = forms.CharField(label="Nama OPD", required=False, max_length=100)
    tugas = forms.ChoiceField(
        label="Tugas dalam PUG",
        required=False,
        choices=[("", "Semua tugas"), *OpdTag.choices],
    )
    status = forms.ChoiceField(label="Status", required=False, choices=Standing.choices)
