"""Forms of appointments."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from focal_points.appointments.invitations import Account
from focal_points.appointments.models import Appointment, Level, TeamRole
from focal_points.appointments.queries import Standing
from focal_points.filters import FilterForm
from focal_points.offices.models import Sex
from focal_points.offices.nip import NipField, name_input
from focal_points.opd.models import Opd
from pug_portal.accounts.models import PENDING_DAYS
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField, empty_if
from pug_portal.regions.models import Region

IDENTIFIER_LABEL = "Surel, nomor telepon, atau nama pengguna"
NO_IDENTIFIER = "Tulis surel, nomor telepon, atau nama penggunanya."


class PersonForm(forms.Form):
    """How the person is written in lists and letters."""

    name = forms.CharField(label="Nama lengkap", max_length=120, widget=name_input())
    nip = NipField()
    sex = forms.ChoiceField(
        label="Jenis kelamin", choices=Sex.choices, widget=forms.RadioSelect
    )
    position = forms.CharField(
        label="Jabatan",
        max_length=150,
        required=False,
        help_text="Misalnya Kasubag Perencanaan.",
    )
    contact = forms.CharField(
        label="Kontak",
        max_length=120,
        required=False,
        help_text="Nomor WhatsApp atau surel. Hanya dilihat sekretariat.",
    )
    trained_on = TanggalField(label="Terakhir dilatih PUG", required=False)
    team_role = forms.ChoiceField(
        label="Peran dalam tim",
        required=False,
        choices=[("", "Tidak ditentukan"), *TeamRole.choices],
    )
    level = forms.ChoiceField(
        label="Tingkat",
        required=False,
        choices=Level.choices,
        initial=Level.OPD,
        help_text="Pilih kecamatan atau kelurahan/desa hanya bila daerah Anda menunjuknya.",
    )

    def clean_level(self) -> str:
        return self.cleaned_data["level"] or Level.OPD.value

    @classmethod
    def initial_of(cls, appointment: Appointment) -> dict[str, Any]:
        return {name: getattr(appointment, name) for name in cls.base_fields}


def _identifier() -> forms.Field:
    return forms.CharField(
        label=IDENTIFIER_LABEL,
        max_length=150,
        help_text="Surel apa pun atau nomor WhatsApp; dipakai untuk masuk.",
        error_messages={"required": NO_IDENTIFIER},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )


class AccountForm(forms.Form):
    account = forms.ChoiceField(
        label="Akun", choices=Account.choices, widget=forms.RadioSelect
    )
    identifier = _identifier()


class AddAccountForm(AccountForm):
    account = forms.ChoiceField(
        label="Akun",
        choices=[choice for choice in Account.choices if choice[0] != Account.NONE],
        initial=Account.NEW,
        widget=forms.RadioSelect,
    )


class AppointForm(AccountForm, PersonForm):
    opd = forms.ModelChoiceField(
        label="OPD", queryset=Opd.objects.none(), empty_label="Pilih OPD"
    )
    kind = forms.ChoiceField(
        label="Ditunjuk sebagai",
        choices=Appointment.Kind.choices,
        initial=Appointment.Kind.FOCAL_POINT,
        widget=forms.RadioSelect,
    )
    has_decree = forms.ChoiceField(
        label="Dasar penunjukan",
        choices=[("ada", "SK sudah terbit"), ("menyusul", "SK menyusul")],
        initial="ada",
        widget=forms.RadioSelect,
        help_text=f"«SK menyusul» berlaku {PENDING_DAYS} hari.",
    )
    decree_number = empty_if(
        "SK menyusul",
        forms.CharField(
            label="Nomor SK",
            max_length=100,
            widget=forms.TextInput(attrs={"class": "w-m"}),
        ),
    )
    decree_date = TanggalField(label="Tanggal SK", required=False)
    start = TanggalField(label="Mulai", initial=today)
    end = TanggalField(
        label="Sampai", required=False, help_text="Kosongkan bila tidak ditentukan."
    )
    account = forms.ChoiceField(
        label="Akun",
        choices=Account.choices,
        initial=Account.NEW,
        widget=forms.RadioSelect,
    )
    identifier = empty_if("belum perlu akun", _identifier())

    GROUPS = (
        ("OPD dan orangnya", ("opd", "kind", *PersonForm.base_fields)),
        (
            "Dasar dan masa berlaku",
            ("has_decree", "decree_number", "decree_date", "start", "end"),
        ),
        ("Akun untuk masuk", ("account", "identifier")),
    )
    field_order = [name for _, names in GROUPS for name in names]

    def __init__(self, *args: Any, region: Region, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Opd.objects.filter(region=region).existing_on(day).order_by("name")
        self.fields["opd"].queryset = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        wants_account = data.get("account") in {Account.NEW, Account.EXISTING}
        if wants_account and not data.get("identifier", "").strip():
            self.add_error("identifier", NO_IDENTIFIER)
        number = data.get("decree_number", "").strip()
        if data.get("has_decree") == "ada" and not number:
            self.add_error("decree_number", "Isi nomor SK, atau pilih «SK menyusul».")
        if data.get("has_decree") == "menyusul" and number:
            self.add_error(
                "decree_number",
                "Kosongkan nomor ini, atau pilih «SK sudah terbit».",
            )
        start, end = data.get("start"), data.get("end")
        if start and end and end < start:
            self.add_error("end", "Tanggal berakhir mendahului tanggal mulai.")
        return data

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (legend, [self[name] for name in names]) for legend, names in self.GROUPS
        ]

    def facts(self) -> dict[str, Any]:
        return {k: v for k, v in self.cleaned_data.items() if k != "has_decree"}


class DecreeForm(forms.Form):
    decree_number = forms.CharField(label="Nomor SK", max_length=100)
    decree_date = TanggalField(label="Tanggal SK", required=False)
    end = TanggalField(
        label="Berlaku sampai",
        required=False,
        help_text="Kosongkan bila SK tidak menentukan akhirnya.",
    )


class EndForm(forms.Form):
    on = TanggalField(label="Hari terakhir", initial=today)
    reason = forms.CharField(
        label="Alasan",
        max_length=200,
        help_text="Misalnya mutasi, pensiun, atau diganti.",
    )


class AppointmentFilterForm(FilterForm):
    q = forms.CharField(label="Nama orang atau OPD", required=False, max_length=100)
    sebagai = forms.ChoiceField(
        label="Sebagai",
        required=False,
        choices=[("", "Focal point dan kepala"), *Appointment.Kind.choices],
    )
    status = forms.ChoiceField(label="Status", required=False, choices=Standing.choices)
    opd = forms.IntegerField(required=False, widget=forms.HiddenInput)
