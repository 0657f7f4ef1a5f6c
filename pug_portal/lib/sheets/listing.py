"""A workbook only to be read: rows on the first sheet, their sums on the second."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from pug_portal.lib.sheets.book import _HEAD, CREATOR, _bytes, _put
from pug_portal.lib.sheets.safe_text import guarded
from pug_portal.lib.sheets.sheet import Column

SUMS = "Ringkasan"


def listing(
    title: str,
    columns: tuple[Column, ...],
    objects: Iterable[Any],
    sums: Iterable[tuple[str, int | str]] = (),
) -> bytes:
    """Nothing in it can be imported again, so it carries no keys and no guide."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = CREATOR
    book.properties.title = title
    page = book.active
    page.title = title[:31]
    for place, column in enumerate(columns, 1):
        cell = page.cell(1, place, column.header)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        page.column_dimensions[cell.column_letter].width = column.width
    last = 1
    for last, obj in enumerate(objects, 2):
        for place, column in enumerate(columns, 1):
            written = column.kind.write(column.value_of(obj))
            _put(page, last, place, written, column.kind.number_format)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    second = book.create_sheet(SUMS)
    for row, (label, value) in enumerate(sums, 1):
        _put(second, row, 1, guarded(label), "@")
        shown = guarded(value) if isinstance(value, str) else value
        _put(second, row, 2, shown, "General")
    second.column_dimensions["A"].width = 34
    second.column_dimensions["B"].width = 40
    return _bytes(book)
