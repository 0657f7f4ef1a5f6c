"""Who comes through a one-time link says who he is."""

from __future__ import annotations

from django import forms


class GuestForm(forms.Form):
    name = forms.CharField(
        label="Nama Anda",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Tulis nama Anda."},
    )
    position = forms.CharField(
        label="Jabatan Anda",
        max_length=80,
        help_text="Misalnya Kasubbag Perencanaan.",
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages={"required": "Tulis jabatan Anda."},
    )

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_position(self) -> str:
        return " ".join(self.cleaned_data["position"].split())
