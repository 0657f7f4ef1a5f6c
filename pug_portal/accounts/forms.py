"""Forms of sign-in, invitation and roles."""

from __future__ import annotations

from typing import Any

from django import forms

from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.accounts.models import Basis
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField, empty_if
from pug_portal.regions.models import Region


def roles_offered(actor: Actor) -> list[tuple[str, str]]:
    """OPD roles come with an appointment; administrators are made by administrators."""
    hidden = set(OPD_ROLES)
    if actor.role != Role.ADMINISTRATOR:
        hidden.add(Role.ADMINISTRATOR)
    return [(role.value, role.label) for role in Role if role not in hidden]


class RoleForm(forms.Form):
    """One dated role with its basis."""

    role = forms.ChoiceField(label="Peran")
    region = forms.ModelChoiceField(
        label="Daerah", queryset=Region.objects.none(), empty_label="Pilih daerah"
    )
    basis = forms.ChoiceField(
        label="Dasar penugasan", choices=Basis, initial=Basis.DECREE
    )
    basis_number = empty_if(
        "SK menyusul",
        forms.CharField(
            label="Nomor SK atau surat tugas",
            max_length=100,
            help_text="Bila «SK menyusul», peran berlaku 60 hari.",
        ),
    )
    basis_date = TanggalField(label="Tanggal SK atau surat tugas", required=False)
    start = TanggalField(label="Berlaku sejak", initial=today)
    end = TanggalField(label="Berlaku sampai", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles_offered(actor)  # type: ignore[attr-defined]
        region = self.fields["region"]
        wide = actor.role == Role.ADMINISTRATOR
        scope = Region.objects.for_actor(actor)
        region.queryset = scope if wide else scope.owned_by(actor)  # type: ignore[attr-defined]
        region.initial = actor.region
        if not wide:
            region.disabled = True

    def facts(self) -> dict[str, Any]:
        names = ("region", "basis", "basis_number", "basis_date", "start", "end")
        facts = {name: self.cleaned_data[name] for name in names}
        return {**facts, "role": Role(self.cleaned_data["role"])}


class InviteForm(RoleForm):
    name = forms.CharField(label="Nama lengkap", max_length=120)
    identifier = forms.CharField(
        label="Surel, nomor telepon, atau nama pengguna",
        max_length=150,
        help_text="Boleh alamat surel apa pun atau nomor WhatsApp. Dipakai untuk masuk.",
    )

    field_order = ["name", "identifier"]


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label="Kata sandi baru",
        strip=False,
        help_text="Paling sedikit 10 karakter, jangan hanya angka atau kata yang umum.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Ulangi kata sandi",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("again") and data.get("password") != data["again"]:
            self.add_error("again", "Kedua kata sandi belum sama. Ketik ulang.")
        return data


class EndForm(forms.Form):
    on = TanggalField(label="Hari terakhir", initial=today)
    reason = forms.CharField(label="Alasan", max_length=200)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Alasan", max_length=200)
