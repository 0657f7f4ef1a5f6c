"""Templates of a susunan acara: those of the region, and one shipped for each kind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pokja.meetings.choices import Kind
from pokja.meetings.models import AgendaTemplate, AgendaTemplateItem
from pokja.meetings.rows import AgendaRow
from pug_portal.regions.models import Region

FILE = Path(__file__).parent / "data" / "agenda_templates.json"
SHIPPED = "bawaan-"


@dataclass(frozen=True)
class Choice:
    """`key` is what the page sends back: «bawaan-<jenis>» or the number of a row."""

    key: str
    label: str
    kind: str
    rows: tuple[AgendaRow, ...]

    @property
    def minutes(self) -> int:
        return sum(row.minutes or 0 for row in self.rows)


@cache
def shipped() -> dict[str, tuple[AgendaRow, ...]]:
    """By kind of meeting; every kind has one."""
    found: dict[str, list[dict[str, Any]]] = json.loads(FILE.read_text("utf-8"))
    return {kind: tuple(AgendaRow(**row) for row in found[kind]) for kind in Kind}


def choices_for(region: Region, kind: str = "") -> list[Choice]:
    """Templates of the region, then the shipped ones; those of `kind` first."""
    own = [
        Choice(str(row.pk), row.name, row.kind, tuple(rows_of(row.items.all())))
        for row in AgendaTemplate.objects.filter(region=region).prefetch_related(
            "items"
        )
    ]
    ready = [
        Choice(f"{SHIPPED}{code}", f"Bawaan: {Kind(code).label}", code, rows)
        for code, rows in shipped().items()
    ]
    return sorted([*own, *ready], key=lambda choice: choice.kind != kind)


def rows_of(items: Iterable[Any]) -> list[AgendaRow]:
    """What a template keeps of its rows, or of the items of a meeting."""
    return [
        AgendaRow(**{name: getattr(item, name) for name in AgendaTemplateItem.COPIED})
        for item in items
    ]
