"""Choices that several forms of this slice offer; each list is read once per form."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django import forms

from focal_points.opd.models import Opd
from pokja.programme.models import ProgrammeLine
from pokja.programme.queries import lines_offered
from pug_portal.regions.models import Region


class OpdField(forms.ChoiceField):
    """One office of the region, by short name; empty is None."""

    def set_region(self, region: Region, empty: str = "Pilih OPD") -> None:
        self.by_id = offices_of(region)
        self.choices = [("", empty), *_choices(self.by_id)]

    def clean(self, value: Any) -> Opd | None:
        return self.by_id.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return str(value.pk) if isinstance(value, Opd) else value


class OpdsField(forms.MultipleChoiceField):
    """Several offices as tick boxes."""

    widget = forms.CheckboxSelectMultiple

    def set_region(self, region: Region) -> None:
        self.by_id = offices_of(region)
        self.choices = _choices(self.by_id)

    def clean(self, value: Any) -> list[Opd]:
        return [self.by_id[key] for key in super().clean(value)]


class LineField(forms.ChoiceField):
    """A line of a programme in force, under its year; its value is the root's."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Baris program kerja")
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def set_region(self, region: Region, current: ProgrammeLine | None = None) -> None:
        """`current` stays a choice also while its programme is a draft."""
        years: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        self.by_key: dict[str, ProgrammeLine] = {}
        offered = list(lines_offered(region))
        if current and current.key not in {line.key for line in offered}:
            offered.append(current)
        for line in offered:
            self.by_key[str(line.key)] = line.root or line
            years[line.programme.year].append((str(line.key), str(line)[:110]))
        groups = [(f"Program kerja {year}", rows) for year, rows in years.items()]
        self.choices = [("", "Tidak dikaitkan"), *groups]

    def clean(self, value: Any) -> ProgrammeLine | None:
        return self.by_key.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return str(value.key) if isinstance(value, ProgrammeLine) else value


def offices_of(region: Region) -> dict[str, Opd]:
    rows = Opd.objects.filter(region=region).order_by("short_name", "pk")
    return {str(opd.pk): opd for opd in rows}


def _choices(offices: dict[str, Opd]) -> list[tuple[str, str]]:
    return [
        (
            key,
            opd.name
            if opd.short_name == opd.name
            else f"{opd.short_name} – {opd.name}",
        )
        for key, opd in offices.items()
    ]
