"""NIP: 18 digits, typed with or without spaces; not everybody has one (domain.md V5)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse_lazy

from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today
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


SEXES = {"1": "L", "2": "P"}
PPPK_MONTH = "21"  # A contract's NIP bears 21 where a civil servant's bears the month.


def check_nip(nip: str, sex: str = "") -> None:
    """The digits must agree with themselves and with L/P of the record."""
    if not nip:
        return
    born = _date(nip[:8])
    if born is None or born > today():
        raise Refusal(f"Angka 1–8 NIP {spaced(nip)} bukan tanggal lahir.", field="nip")
    since, month = nip[8:12], nip[12:14]
    is_month = month == PPPK_MONTH or "01" <= month <= "12"
    if not is_month or int(since) <= born.year:
        raise Refusal(
            f"Angka 9–14 NIP {spaced(nip)} bukan tahun dan bulan pengangkatan.",
            field="nip",
        )
    if nip[14] not in SEXES:
        raise Refusal(
            f"Angka ke-15 NIP {spaced(nip)} harus 1 (laki-laki) atau 2 (perempuan).",
            field="nip",
        )
    if sex and SEXES[nip[14]] != sex:
        raise Refusal(
            f"NIP {spaced(nip)} milik {'perempuan' if sex == 'L' else 'laki-laki'} "
            "menurut angka ke-15. Periksa NIP atau L/P-nya.",
            field="nip",
        )


def _date(digits: str) -> dt.date | None:
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


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


def name_input() -> forms.TextInput:
    """While it is typed, static/js/orang.js shows who that may already be."""
    return forms.TextInput(attrs={"data-orang": reverse_lazy("person-alike")})


class NipField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "NIP")
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", "18 angka. Kosongkan bila bukan ASN.")
        kwargs.setdefault(
            "widget",
            forms.TextInput(
                attrs={
                    "inputmode": "numeric",
                    "autocomplete": "off",
                    # It names a person, it counts nothing.
                    "class": "w-m text-start",
                }
            ),
        )
        super().__init__(max_length=30, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            return clean_nip(text)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
