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
SEXES = (("men", "Laki-laki"), ("women", "Perempuan"))


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
        self.content = content
        # With a list by name the figures follow from the names.
        self.rows: list[dict[str, Any]] = (
            [] if content.get("people") else content["attendance"]
        )
        for place, _row in enumerate(self.rows):
            for sex, word in SEXES:
                name = f"{sex}_{place}"
                self.fields[name] = CountField(label=word, biggest=MOST_PEOPLE)

    def facts(self) -> dict[str, Any]:
        return {**{name: self.cleaned_data[name] for name in WORDS}, **self.times()}

    def figures(self) -> list[tuple[int, int]]:
        if not self.rows:
            return []
        data = self.cleaned_data
        places = range(len(self.rows))
        return [(data[f"men_{place}"], data[f"women_{place}"]) for place in places]

    @property
    def fact_fields(self) -> list[forms.BoundField]:
        names = {
            f"{sex}_{place}" for place in range(len(self.rows)) for sex, _ in SEXES
        }
        return [field for field in self.visible_fields() if field.name not in names]

    @property
    def figure_rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """(office, its two fields)"""
        return [
            (row["who"], [self[f"{sex}_{place}"] for sex, _word in SEXES])
            for place, row in enumerate(self.rows)
        ]

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
