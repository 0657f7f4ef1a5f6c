"""Forms of the register of office holders."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.filters import FilterForm
from focal_points.offices.models import Office, OfficeHolder, Sex
from focal_points.offices.nip import NipField, name_input
from focal_points.opd.models import Opd
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.models import Region


class OfficeForm(forms.Form):
    title = forms.CharField(
        label="Nama jabatan", max_length=150, help_text="Misalnya Kepala Bappeda."
    )
    kind = forms.ChoiceField(
        label="Jenis jabatan", choices=Office.Kind.choices, initial=Office.Kind.OTHER
    )
    opd = forms.ModelChoiceField(
        label="OPD",
        queryset=Opd.objects.none(),
        required=False,
        empty_label="Bukan jabatan di OPD",
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opd"].queryset = Opd.objects.filter(  # type: ignore[attr-defined]
            region=region
        ).order_by("name")


class HolderForm(forms.Form):
    name = forms.CharField(
        label="Nama lengkap",
        max_length=120,
        help_text="Dengan gelar, seperti tercetak pada surat.",
        widget=name_input(),
    )
    nip = NipField()
    rank = forms.CharField(
        label="Pangkat/golongan",
        max_length=60,
        required=False,
        help_text="Misalnya Pembina Utama Muda (IV/c).",
    )
    sex = forms.ChoiceField(
        label="Jenis kelamin", choices=Sex.choices, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label="Status jabatan",
        choices=OfficeHolder.Kind.choices,
        initial=OfficeHolder.Kind.DEFINITIVE,
        widget=forms.RadioSelect,
    )
    start = TanggalField(label="Mulai menjabat", initial=today)
    end = TanggalField(
        label="Sampai", required=False, help_text="Kosongkan bila masih menjabat."
    )

    @classmethod
    def initial_of(cls, holder: OfficeHolder) -> dict[str, Any]:
        return {name: getattr(holder, name) for name in cls.base_fields}


class OfficeFilterForm(FilterForm):
    q = forms.CharField(label="Nama jabatan", required=False, max_length=100)
    jenis = forms.ChoiceField(
        label="Jenis jabatan",
        required=False,
        choices=[("", "Semua jenis"), *Office.Kind.choices],
    )
