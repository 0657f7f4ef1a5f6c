"""A reading as JSON and back: what was typed, with its kind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pug_portal.lib.sheets.reading import Broken, Line, Reading, Typed


def packed(reading: Reading) -> dict[str, Any]:
    lines = [
        [line.number, line.key, {k: _packed(v) for k, v in line.cells.items()}]
        for line in reading.lines
    ]
    return {
        "tab": reading.tab,
        "letters": reading.letters,
        "ignored": reading.ignored,
        "lines": lines,
    }


def unpacked(stored: dict[str, Any]) -> Reading:
    lines = [
        Line(number, key, {k: _unpacked(v) for k, v in cells.items()})
        for number, key, cells in stored["lines"]
    ]
    return Reading(stored["tab"], stored["letters"], lines, stored["ignored"])


def _packed(value: Typed) -> Any:
    if isinstance(value, dt.date):
        return {"tanggal": value.isoformat()}
    if isinstance(value, Broken):
        return {"rusak": value.sentence}
    return value


def _unpacked(value: Any) -> Typed:
    if not isinstance(value, dict):
        kept: Typed = value
        return kept
    if "tanggal" in value:
        return dt.date.fromisoformat(value["tanggal"])
    return Broken(value["rusak"])
