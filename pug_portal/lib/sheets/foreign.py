"""Workbooks the portal did not make, such as an export of SIPD: as rows of plain values."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from pug_portal.lib.sheets.guard import NO_BOOK, BookRefused, check

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_COLUMNS = 40
LONGEST = 500
# There is no template of ours for what another system wrote.
NO_EXPORT = (
    "Yang diunggah bukan buku kerja Excel. Unduh lagi dari sistem asalnya, atau simpan "
    "ulang sebagai .xlsx, lalu unggah berkas itu."
)
Value = str | int | None


def grid(content: bytes, name: str) -> list[list[Value]]:
    """The fullest sheet, from its first row on. Guarded like every upload.

    A number stays a whole number or becomes text; a code typed as text keeps its zeros.
    """
    from pug_portal.lib.sheets.reading import looked_into

    try:
        check(content, name)
    except BookRefused as refused:
        if refused.sentence == NO_BOOK:
            raise BookRefused(NO_EXPORT) from refused
        raise
    with looked_into(content) as book:
        return _fullest(book)


def _fullest(book: Workbook) -> list[list[Value]]:
    pages = book.worksheets
    if not pages:
        raise BookRefused("Berkas ini tidak memuat lembar kerja.")
    page = max(pages, key=lambda each: each.max_row * each.max_column)
    wide = min(page.max_column, MOST_COLUMNS)
    # Only cells that exist: a walk through the rows would make a million of empty ones for
    # one stray cell at the bottom.
    rows: dict[int, dict[int, Value]] = {}
    for (number, place), cell in page._cells.items():
        if place <= wide:
            rows.setdefault(number, {})[place] = _plain(cell.value)
    places = range(1, wide + 1)
    empty: list[Value] = [None] * wide
    return [
        [rows[number].get(place) for place in places] if number in rows else empty
        for number in range(1, max(rows, default=0) + 1)
    ]


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else str(value)
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    text = " ".join(str(value).split())[:LONGEST]
    # A formula is never calculated; its cell is taken for empty.
    return None if text.startswith("=") else text or None
