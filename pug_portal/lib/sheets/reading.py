"""Reads an uploaded workbook into typed cells. What a cell means is judged later."""

from __future__ import annotations

import datetime as dt
import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.garbage import uncollected
from pug_portal.lib.numbers import angka
from pug_portal.lib.sheets.book import EXAMPLE_KEY, MARK
from pug_portal.lib.sheets.cells import (
    FAILED,
    FORMULA,
    MERGED,
    Broken,
    Line,
    Reading,
    Typed,
)
from pug_portal.lib.sheets.guard import BookRefused, check
from pug_portal.lib.sheets.headings import heads_of, places_of
from pug_portal.lib.sheets.kinds import Date
from pug_portal.lib.sheets.marks import read_marks
from pug_portal.lib.sheets.safe_text import tidy, unguarded
from pug_portal.lib.sheets.sheet import (
    FIRST_ROW,
    KEY_HEADER,
    Column,
    Sheet,
    header_word,
    letter_of,
)

# The first day a serial number may stand for: smaller ones are plain numbers.
_FIRST_SERIAL, _LAST_SERIAL = 1, 73_415
# Cells share a long text in the file, but each keeps its own afterwards.
LONGEST_TEXT = 10_000
MOST_TEXT = 4_000_000


def read(content: bytes, name: str, sheet: Sheet) -> Reading:
    """Raises BookRefused when the file as a whole cannot be used."""
    check(content, name)
    with looked_into(content) as book:
        _refuse_other_template(book, sheet)
        found = _read_tab(book, sheet)
        found.more = [_read_tab(book, part) for part in sheet.more]
        if not _says_something(found, sheet):
            raise BookRefused(
                f"Lembar «{found.tab}» belum berisi baris. Isi mulai baris {FIRST_ROW}, "
                "lalu unggah lagi."
            )
    for part in (found, *found.more):
        part.is_part = bool(sheet.more)
    return found


def _says_something(found: Reading, sheet: Sheet) -> bool:
    """A further tab is enough, unless what the file leaves out is taken away."""
    tabs = [found] if sheet.is_whole else [found, *found.more]
    return any(tab.lines for tab in tabs)


def _read_tab(book: Workbook, sheet: Sheet) -> Reading:
    page = _page(book, sheet)
    heads = heads_of(page, sheet)
    places, ignored = places_of(heads, sheet)
    letters = {
        column.key: str(at) if sheet.is_upright else letter_of(at)
        for at, column in places.items()
    }
    found = Reading(page.title, letters, ignored=ignored)
    key_at = next((at for at, head in heads.items() if head == KEY_HEADER), 0)
    found.lines = _lines(page, sheet, places, key_at, epoch=book.epoch)
    found.marks = read_marks(book, sheet)
    return found


@contextmanager
def looked_into(content: bytes) -> Iterator[Workbook]:
    """A book that is read and forgotten. Its cells know the book that knows them: cut
    apart, they go at once instead of waiting for a search for garbage."""
    with uncollected():
        book = opened(content)
        try:
            yield book
        finally:
            for page in book.worksheets:
                page._cells.clear()


def opened(content: bytes) -> Workbook:
    try:
        with warnings.catch_warnings():
            # About features openpyxl leaves out; the rows do not need them.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), keep_links=False)
    # openpyxl lets whatever it stumbled on pass through.
    except Exception as broken:
        raise BookRefused(
            "Berkas ini tidak terbaca. Buka di Excel, simpan ulang sebagai .xlsx, lalu "
            "unggah lagi."
        ) from broken


def _page(book: Workbook, sheet: Sheet) -> Worksheet:
    pages = book.worksheets
    if sheet.tab in book.sheetnames and book[sheet.tab] in pages:
        return book[sheet.tab]
    for page in pages:
        heads = heads_of(page, sheet).values()
        words = {header_word(head) for head in heads if head is not None}
        if len(words & set(sheet.by_header)) * 2 > len(sheet.by_header):
            return page
    raise BookRefused(
        f"Lembar «{sheet.tab}» tidak ditemukan dalam berkas ini. Unduh berkas "
        "dari halaman ini, lalu salin isian Anda ke sana."
    )


def _refuse_other_template(book: Workbook, sheet: Sheet) -> None:
    marks = [page for page in book.worksheets if page.title == MARK]
    if not marks:
        return
    rows = marks[0].iter_rows(max_row=3, max_col=2, values_only=True)
    told = {str(name): str(value or "") for name, value in rows if name}
    if told.get("templat", sheet.code) != sheet.code:
        raise BookRefused(
            f"Berkas ini templat lain, bukan templat «{sheet.title}». Unduh "
            "berkasnya dari halaman ini."
        )
    if told.get("milik", sheet.subject) != sheet.subject:
        raise BookRefused(
            f"Berkas ini {sheet.whose} {unguarded(told.get('nama', ''))}, sedangkan halaman ini "
            f"untuk {sheet.subject_name}. Buka halaman yang sesuai, atau unduh "
            "berkasnya dari halaman ini."
        )


def _lines(
    page: Worksheet,
    sheet: Sheet,
    places: dict[int, Column],
    key_at: int,
    epoch: dt.datetime,
) -> list[Line]:
    # openpyxl has no public way to walk only the cells that exist; iterating over the
    # rows would make a million of them for one stray cell at the bottom.
    rows: dict[int, dict[int, Any]] = {}
    for at, cell in page._cells.items():
        number, place = reversed(at) if sheet.is_upright else at
        # Beside the answers of an upright sheet stand only its hints.
        is_row = number == FIRST_ROW if sheet.is_upright else number >= FIRST_ROW
        if is_row and cell.value is not None:
            rows.setdefault(number, {})[place] = cell
    merged = {} if sheet.is_upright else _merged(page)
    lines = []
    for number in sorted(rows):
        line = _line(number, rows[number], places, key_at, epoch)
        for place in merged.get(number, ()):
            if place in places:
                line.cells[places[place].key] = MERGED
        if _is_used(line, sheet):
            lines.append(line)
    if _text_in(lines) > MOST_TEXT:
        raise BookRefused(
            "Berkas ini memuat terlalu banyak teks. Bagi menjadi beberapa berkas, lalu "
            "unggah satu per satu."
        )
    if len(lines) > sheet.most_rows:
        raise BookRefused(
            f"Berkas ini memuat {len(lines)} baris; paling banyak {sheet.most_rows}. "
            "Bagi menjadi beberapa berkas, lalu unggah satu per satu."
        )
    return lines


def _text_in(lines: list[Line]) -> int:
    cells = (cell for line in lines for cell in line.cells.values())
    return sum(len(cell) for cell in cells if isinstance(cell, str))


def _line(
    number: int,
    cells: dict[int, Any],
    places: dict[int, Column],
    key_at: int,
    epoch: dt.datetime,
) -> Line:
    line = Line(number, "", {column.key: None for column in places.values()})
    for place, cell in cells.items():
        if place == key_at:
            line.key = str(cell.value).strip()[:60]
        elif place in places:
            column = places[place]
            line.cells[column.key] = _typed(cell, column, epoch)
    return line


def _typed(cell: Any, column: Column, epoch: dt.datetime) -> Typed:
    value = cell.value
    if cell.data_type == "f" or not isinstance(value, str | int | float | dt.date):
        if isinstance(value, dt.time | dt.timedelta):
            return Broken("berisi jam, bukan isian kolom ini")
        return FORMULA
    if cell.data_type == "e":
        return FAILED
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            return Broken(f"terlalu panjang ({angka(len(value))} karakter), ringkaskan")
        return value if tidy(value) else None
    if isinstance(value, bool):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return FAILED
    if isinstance(value, int | float) and isinstance(column.kind, Date):
        return _from_serial(value, epoch)
    return value


def _from_serial(value: float, epoch: dt.datetime) -> Typed:
    """A date whose cell lost its date format."""
    if not _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return value
    moment = from_excel(int(value), epoch)
    return moment.date() if isinstance(moment, dt.datetime) else value


def _merged(page: Worksheet) -> dict[int, set[int]]:
    """Places by row; a merge across the whole sheet does not make a million of them."""
    found: dict[int, set[int]] = {}
    for area in page.merged_cells.ranges:
        last_row, last = min(area.max_row, area.min_row + 2000), min(area.max_col, 60)
        for row in range(max(area.min_row, FIRST_ROW), last_row + 1):
            found.setdefault(row, set()).update(range(area.min_col, last + 1))
    return found


def _is_used(line: Line, sheet: Sheet) -> bool:
    """Empty rows and the example as it was given are no rows."""
    if all(value is None for value in line.cells.values()):
        return False
    if line.key != EXAMPLE_KEY:
        return True
    line.key = ""
    return any(
        _as_written(value)
        != _as_written(sheet.by_key[key].kind.write(sheet.by_key[key].example))
        for key, value in line.cells.items()
    )


def _as_written(value: Any) -> Any:
    return tidy(value) if isinstance(value, str) else value
