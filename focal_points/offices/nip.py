"""NIP: 18 digits, typed with or without spaces; not everybody has one (domain.md V5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django import forms

from pug_portal.access.refusal import Refusal
from pug_portal.lib.sheets import CellRefused, Text
from pug_portal.lib.sheets.kinds import Scalar

DIGITS = 18


def clean_nip(text: str) -> str:
    """The bare digits, or empty. Refuses anything else beside `nip`."""
    digits = re.sub(r"[\s.\-]", "", text or "")
    if not digits:
        return ""
    if not (digits.isascii() and digits.isdigit()):
        raise Refusal("NIP hanya memuat angka.", field="nip")
    if len(digits) != DIGITS:
        raise Refusal(
            f"NIP terdiri atas {DIGITS} angka; yang tertulis {len(digits)} angka.",
            field="nip",
        )
    return digits


def spaced(nip: str) -> str:
    """«19700101 199503 1 001», as letters print it."""
    if len(nip) != DIGITS:
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


@dataclass(frozen=True)
class NipCell(Text):
    """A column of NIP in Excel; as text, for a number would lose its last digits."""

    hint: str = "18 angka, sebagai teks. Kosong bila bukan ASN."

    def read(self, cell: Scalar) -> str:
        try:
            return clean_nip(super().read(cell))
        except Refusal as refusal:
            raise CellRefused(refusal.sentence) from refusal


class NipField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "NIP")
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", "18 angka. Kosongkan bila bukan ASN.")
        kwargs.setdefault(
            "widget",
            forms.TextInput(
                attrs={"inputmode": "numeric", "autocomplete": "off", "class": "w-m"}
            ),
        )
        super().__init__(max_length=30, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            return clean_nip(text)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
