"""A workbook only to be read: rows on one sheet, sums (where there are any) on a second."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.sheets.book import (
    _HEAD,
    CREATOR,
    _bytes,
    _put,
)
from pug_portal.lib.sheets.paper import height_of, lines_of, print_as_one_strip
from pug_portal.lib.sheets.safe_text import guarded
from pug_portal.lib.sheets.sheet import Column, letter_of, tab_of

SUMS = "Ringkasan"
# Of a landscape page, in characters of the columns' widths.
LEGIBLE_WIDTH = 230


def listing(
    title: str,
    columns: Sequence[Column],
    objects: Iterable[Any],
    sums: Sequence[tuple[str, int | str]] = (),
) -> bytes:
    """Nothing in it can be imported again, so it carries no keys and no guide."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = CREATOR
    book.properties.title = title
    page = book.active
    page.title = tab_of(title)
    for place, column in enumerate(columns, 1):
        cell = page.cell(1, place, column.header)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        page.column_dimensions[cell.column_letter].width = column.width
    last = 1
    for last, obj in enumerate(objects, 2):
        lines = 1
        for place, column in enumerate(columns, 1):
            written = column.kind.write(column.value_of(obj))
            _put(page, last, place, written, column.kind.number_format)
            if isinstance(written, str):
                lines = max(lines, lines_of(written, column.width))
        # LibreOffice leaves a row without a height one line high, whatever wraps in it.
        if lines > 1:
            page.row_dimensions[last].height = height_of(lines)
    page.freeze_panes = "B2"
    page.print_title_rows = "1:1"
    print_as_one_strip(page)
    # Seventeen columns on one page could not be read: the strip is as many pages wide as
    # it needs, each with the first column.
    wide = sum(column.width for column in columns)
    page.page_setup.fitToWidth = math.ceil(wide / LEGIBLE_WIDTH)
    page.print_title_cols = "A:A"
    page.auto_filter.ref = f"A1:{letter_of(len(columns))}{last}"
    if sums:
        _write_sums(book.create_sheet(SUMS), sums)
    return _bytes(book)


def _write_sums(page: Worksheet, sums: Iterable[tuple[str, int | str]]) -> None:
    for row, (label, value) in enumerate(sums, 1):
        _put(page, row, 1, guarded(label), "@")
        shown = guarded(value) if isinstance(value, str) else value
        _put(page, row, 2, shown, "General")
    page.column_dimensions["A"].width = 34
    page.column_dimensions["B"].width = 40
