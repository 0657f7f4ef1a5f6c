"""The form of a correction's facts and figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from pokja.meetings.correction_data import WORDS
from pokja.meetings.forms import TimesForm
from pokja.meetings.models import Meeting
from pug_portal.lib.fields import CountField
from pug_portal.regions.models import Region

MOST_PEOPLE = 100_000


class CorrectionDataForm(TimesForm):
    """Two figures for each row of the attendance as it was settled."""

    place = forms.CharField(label="Tempat", max_length=200)
    chair_name = forms.CharField(label="Pimpinan rapat", max_length=120, required=False)
    chair_position = forms.CharField(
        label="Jabatan pimpinan rapat", max_length=150, required=False
    )
    opened_by = forms.CharField(label="Dibuka oleh", max_length=200, required=False)
    represents = forms.CharField(label="Mewakili", max_length=150, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self, *args: Any, region: Region, content: dict[str, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, region=region, **kwargs)
        self.rows: list[dict[str, Any]] = content["attendance"]
        closed = bool(content.get("people"))
        for place, row in enumerate(self.rows):
            for sex, word in (("men", "laki-laki"), ("women", "perempuan")):
                self.fields[f"{sex}_{place}"] = CountField(
                    label=f"{row['who']}, {word}",
                    biggest=MOST_PEOPLE,
                    disabled=closed,
                )

    def facts(self) -> dict[str, Any]:
        return {**{name: self.cleaned_data[name] for name in WORDS}, **self.times()}

    def figures(self) -> list[tuple[int, int]]:
        data = self.cleaned_data
        places = range(len(self.rows))
        return [(data[f"men_{place}"], data[f"women_{place}"]) for place in places]

    @classmethod
    def initial_from(cls, content: dict[str, Any], region: Region) -> dict[str, Any]:
        facts = content["meeting"]
        moments = {
            name: dt.datetime.fromisoformat(facts[name])
            for name in ("starts_at", "ends_at")
        }
        figures = {
            f"{sex}_{place}": row[sex]
            for place, row in enumerate(content["attendance"])
            for sex in ("men", "women")
        }
        times = cls.initial_of(Meeting(region=region, **moments))
        return {**times, **{name: facts[name] for name in WORDS}, **figures}
