"""A reading as JSON and back: what was typed, with its kind.

Columns travel as lists, for PostgreSQL forgets the order of the keys of an object.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pug_portal.lib.sheets.cells import Broken, Line, Reading, Typed


def packed(reading: Reading) -> dict[str, Any]:
    keys = list(reading.letters)
    return {
        "tab": reading.tab,
        "columns": [[key, reading.letters[key]] for key in keys],
        "ignored": reading.ignored,
        "lines": [
            [line.number, line.key, [_packed(line.cells[key]) for key in keys]]
            for line in reading.lines
        ],
        "marks": reading.marks,
        "is_part": reading.is_part,
        "more": [packed(part) for part in reading.more],
    }


def unpacked(stored: dict[str, Any]) -> Reading:
    letters = dict(stored["columns"])
    lines = [
        Line(number, key, dict(zip(letters, map(_unpacked, cells), strict=True)))
        for number, key, cells in stored["lines"]
    ]
    return Reading(
        stored["tab"],
        letters,
        lines,
        stored["ignored"],
        stored.get("marks", {}),
        [unpacked(part) for part in stored.get("more", ())],
        stored.get("is_part", False),
    )


def _packed(value: Typed) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, dt.date):
        return {"tanggal": value.isoformat()}
    return {"rusak": value.sentence}


def _unpacked(value: Any) -> Typed:
    if not isinstance(value, dict):
        kept: Typed = value
        return kept
    if "tanggal" in value:
        return dt.date.fromisoformat(value["tanggal"])
    return Broken(value["rusak"])
