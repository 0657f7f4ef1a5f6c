"""What a cell held when the workbook was given away, in a few letters of its own.

Somebody else may type meanwhile. A cell that still says what it was given away with is
old and changes nothing; one that was changed on both sides is put to the person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pug_portal.lib.sheets.safe_text import tidy
from pug_portal.lib.sheets.sheet import Column, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

GIVEN = "_dasar"  # the hidden sheet of marks
_LONGEST = 60

Marks = dict[str, dict[str, str]]


def mark_of(column: Column, value: Any) -> str:
    text = tidy(column.kind.shown(value))
    return hashlib.sha256(text.encode()).hexdigest()[:8] if text else "-"


def write_marks(page: Worksheet, sheet: Sheet, objects: Iterable[Any]) -> None:
    page.append([sheet.tab, "", *sheet.by_key])
    for obj in objects:
        values = sheet.values_of(obj)
        marks = (mark_of(column, values[key]) for key, column in sheet.by_key.items())
        page.append([sheet.tab, sheet.key_of(obj), *marks])


def read_marks(book: Workbook, sheet: Sheet) -> Marks:
    """{key of the row: {key of the column: mark}}; a broken sheet holds none."""
    pages = [page for page in book.worksheets if page.title == GIVEN]
    if not pages or not sheet.keeps_marks:
        return {}
    names: dict[int, str] = {}
    found: Marks = {}
    for line in _lines(pages[0]):
        if line.get(1) != sheet.tab:
            continue
        texts = {
            place: str(cell or "")[:_LONGEST]
            for place, cell in line.items()
            if place > 2
        }
        if key := line.get(2):
            found[str(key)] = {
                names[place]: text for place, text in texts.items() if place in names
            }
        else:
            names = texts
    return found


def _lines(page: Worksheet) -> list[dict[int, Any]]:
    """The cells that exist, by row: one stray cell at the far corner of a sheet would make
    openpyxl's own walk through its rows create billions of empty ones."""
    rows: dict[int, dict[int, Any]] = {}
    for (number, place), cell in page._cells.items():
        rows.setdefault(number, {})[place] = cell.value
    return [rows[number] for number in sorted(rows)]


def is_old(column: Column, typed: Any, marks: Mapping[str, str] | None) -> bool:
    """Nobody touched the cell since it was given away, or nobody can know."""
    if marks is None:
        return mark_of(column, typed) == "-"
    return mark_of(column, typed) == marks.get(column.key)


def is_both(column: Column, held: Any, marks: Mapping[str, str] | None) -> bool:
    """The portal holds something else than the person was shown."""
    now = mark_of(column, held)
    return now != "-" and (marks is None or now != marks.get(column.key))
