"""What is asked before a meeting is planned again."""

from __future__ import annotations

from django import forms

from pokja.meetings.copying import MOST, Every
from pokja.meetings.forms import TimesForm


class CopyForm(TimesForm):
    title = forms.CharField(label="Nama rapat", max_length=250)
    field_order = ("title", "starts_on", "starts_time", "ends_on", "ends_time")


class SeriesForm(forms.Form):
    every = forms.ChoiceField(label="Diulang", choices=Every)
    times = forms.IntegerField(
        label="Berapa kali lagi",
        min_value=1,
        max_value=MOST,
        help_text=f"Paling banyak {MOST} kali. Rapat ini sendiri tidak dihitung.",
        error_messages={
            "min_value": f"Isi 1 sampai {MOST} kali.",
            "max_value": f"Isi 1 sampai {MOST} kali.",
            "invalid": "Isi dengan angka, misalnya 6.",
        },
    )
