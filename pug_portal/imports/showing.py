"""A row of the plan as the preview tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pug_portal.lib.dates import EMPTY
from pug_portal.lib.sheets import Row, RowState, Sheet

# tone, word, icon of the badge
LOOKS = {
    RowState.WRONG: ("lat", "Salah", "alert-triangle"),
    RowState.CHANGED: ("kem", "Berubah", "pencil"),
    RowState.NEW: ("aju", "Baru", "plus"),
    RowState.SAME: ("bel", "Sama", "check"),
}


@dataclass(frozen=True)
class Line:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class ShownRow:
    number: str
    name: str
    look: tuple[str, str, str]
    lines: list[Line]
    problems: list[str]


def shown_rows(rows: Iterable[Row]) -> list[ShownRow]:
    return [_shown(row) for row in rows]


def _shown(row: Row) -> ShownRow:
    problems = [str(problem) for problem in row.problems]
    lines = [] if problems else _changed(row.sheet, row)
    where = f"{row.tab}, {row.number}" if row.tab else str(row.number)
    if row.sheet.is_upright:
        where = row.tab
    return ShownRow(where, _name(row.sheet, row), LOOKS[row.state], lines, problems)


def _changed(sheet: Sheet, row: Row) -> list[Line]:
    if row.is_new:
        told = [(key, None, row.values[key]) for key in sheet.by_key]
    else:
        told = [(key, old, new) for key, (old, new) in row.changed.items()]
    found = []
    for key, old, new in told:
        column = sheet.by_key[key]
        line = Line(
            column.header,
            "" if row.is_new else column.kind.shown(old) or EMPTY,
            column.kind.shown(new) or EMPTY,
        )
        if not row.is_new or line.new != EMPTY:
            found.append(line)
    return found


def _name(sheet: Sheet, row: Row) -> str:
    """What the person knows the row by: the first columns that say something."""
    shown = (sheet.by_key[key].kind.shown(row.values[key]) for key in sheet.named_by)
    return next((text for text in shown if text), f"Baris {row.number}")
