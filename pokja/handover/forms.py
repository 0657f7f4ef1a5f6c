"""The form of a handover: until when, why, and who follows."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.appointments.forms import AccountForm, PersonForm
from focal_points.appointments.invitations import Account
from pug_portal.accounts.models import PENDING_DAYS
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField, empty_if


class HandoverForm(AccountForm, PersonForm):
    on = TanggalField(
        label="Tanggal serah terima",
        initial=today,
        help_text="Hari pertama pengganti bertugas; yang lama berakhir sehari sebelumnya.",
    )
    reason = forms.CharField(
        label="Alasan",
        max_length=200,
        help_text="Misalnya mutasi, pensiun, atau cuti besar.",
    )
    note = forms.CharField(
        label="Catatan untuk berita acara",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    account = forms.ChoiceField(
        label="Akun pengganti",
        choices=[choice for choice in Account.choices if choice[0] != Account.NONE],
        initial=Account.NEW,
        widget=forms.RadioSelect,
    )
    decree_number = empty_if(
        "SK menyusul",
        forms.CharField(
            label="Nomor SK",
            max_length=100,
            help_text=f"Bila SK menyusul, penunjukan berlaku {PENDING_DAYS} hari.",
        ),
    )
    decree_date = TanggalField(label="Tanggal SK", required=False)

    GROUPS = (
        ("Serah terima", ("on", "reason", "note")),
        ("Pengganti", tuple(PersonForm.base_fields)),
        ("Dasar penunjukan pengganti", ("decree_number", "decree_date")),
        ("Akun pengganti", ("account", "identifier")),
    )
    field_order = [name for _, names in GROUPS for name in names]

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (legend, [self[name] for name in names]) for legend, names in self.GROUPS
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("decree_date") and not data.get("decree_number", "").strip():
            self.add_error("decree_number", "Isi nomor SK bertanggal ini.")
        return data
