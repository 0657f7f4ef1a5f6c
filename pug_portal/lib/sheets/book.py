"""The workbook the portal gives away: an empty template, or the rows it holds now."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.sheets.guide import write_guide
from pug_portal.lib.sheets.marks import GIVEN, write_marks
from pug_portal.lib.sheets.paper import print_as_one_strip
from pug_portal.lib.sheets.safe_text import guarded
from pug_portal.lib.sheets.sheet import FIRST_ROW, KEY_HEADER, Column, Sheet, letter_of

MARK = "_portal"  # the hidden sheet that says which template this is
LISTS = "_daftar"  # the hidden sheet behind the lists in the cells
EXAMPLE_KEY = "CONTOH"
EXAMPLE_NOTE = "← CONTOH: hapus baris ini atau timpa dengan data Anda"
CREATOR = "PUG Portal"

_HEAD = PatternFill("solid", fgColor="18244A")
_MUST = PatternFill("solid", fgColor="2B4687")
_GREY = PatternFill("solid", fgColor="EAEEF5")
_LINE = Border(bottom=Side(style="thin", color="D5DBE7"))


def template(sheet: Sheet) -> bytes:
    """Without rows, but with an example that is never imported as it stands."""
    book = _book(sheet)
    page = book.worksheets[0]
    _write_row(page, sheet, FIRST_ROW, EXAMPLE_KEY, sheet.example())
    for cell in page[FIRST_ROW]:
        cell.font = Font(italic=True, color="465069")
        cell.fill = _GREY
    note = page.cell(FIRST_ROW, len(sheet.columns) + 2, EXAMPLE_NOTE)
    note.font = Font(bold=True, color="8A4B00")
    page.column_dimensions[note.column_letter].width = 52
    return _bytes(book)


def export(
    sheet: Sheet, objects: Iterable[Any], more: Sequence[Iterable[Any]] = ()
) -> bytes:
    """Every row with its hidden key: imported unchanged, it changes nothing.

    `more`: the rows of the further tabs, in the order of `sheet.more`.
    """
    book = _book(sheet)
    given = [list(rows) for rows in (objects, *more)]
    for part, page, rows in zip(sheet.parts, book.worksheets, given, strict=False):
        for number, obj in enumerate(rows, FIRST_ROW):
            _write_row(page, part, number, part.key_of(obj), part.values_of(obj))
    if sheet.keeps_marks:
        marks = book.create_sheet(GIVEN)
        marks.sheet_state = "veryHidden"
        for part, rows in zip(sheet.parts, given, strict=True):
            write_marks(marks, part, rows)
    return _bytes(book)


def _book(sheet: Sheet) -> Workbook:
    """The tabs of the rows come first, in their order."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = CREATOR
    book.properties.title = f"{sheet.title}, {sheet.subject_name}"[:250]
    pages = [book.active, *(book.create_sheet() for _ in sheet.more)]
    for part, page in zip(sheet.parts, pages, strict=True):
        page.title = part.tab
        print_as_one_strip(page)
        if part.is_upright:
            _write_upright_header(page, part)
        else:
            _write_header(page, part)
    write_guide(book.create_sheet("Petunjuk"), sheet)
    _write_mark(book.create_sheet(MARK), sheet)
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "veryHidden"
    used = 0
    for part, page in zip(sheet.parts, pages, strict=True):
        used = _write_lists(lists, page, part, used)
    return book


def _write_header(page: Worksheet, sheet: Sheet) -> None:
    key = page.cell(1, 1, KEY_HEADER)
    key.font = Font(bold=True)
    page.column_dimensions["A"].hidden = True
    for place, column in enumerate(sheet.columns, 2):
        cell = page.cell(1, place, column.header + (" *" if column.is_required else ""))
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _MUST if column.is_required else _HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        if column.explained:
            cell.comment = Comment(column.explained, CREATOR, height=90, width=260)
        drawn = page.column_dimensions[cell.column_letter]
        drawn.width = column.width
        # The format of the whole column, so that rows typed later have it too.
        drawn.number_format = column.kind.number_format
    page.row_dimensions[1].height = 32
    page.freeze_panes = "C2"
    page.auto_filter.ref = (
        f"A1:{letter_of(len(sheet.columns) + 1)}{sheet.most_rows + 1}"
    )


def _write_upright_header(page: Worksheet, sheet: Sheet) -> None:
    """Question, answer, advice: three columns that are read from above to below."""
    page.cell(1, 1, KEY_HEADER)
    page.row_dimensions[1].hidden = True
    for place, column in enumerate(sheet.columns, 2):
        head = page.cell(place, 1, column.header + (" *" if column.is_required else ""))
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = _MUST if column.is_required else _HEAD
        head.alignment = Alignment(vertical="top", wrap_text=True)
        _put(page, place, 3, guarded(column.explained), "@")
        page.cell(place, 3).font = Font(italic=True, color="465069")
    for letter, width in zip("ABC", (42, 56, 100), strict=True):
        page.column_dimensions[letter].width = width
    page.freeze_panes = "B2"
    # On paper it is one page, as a form is.
    page.page_setup.orientation = "landscape"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write_row(
    page: Worksheet, sheet: Sheet, number: int, key: str, values: Any
) -> None:
    def put(place: int, value: Any, number_format: str) -> None:
        at = (place, number) if sheet.is_upright else (number, place)
        _put(page, *at, value, number_format)

    put(1, key, "@")
    for place, column in enumerate(sheet.columns, 2):
        put(place, column.kind.write(values[column.key]), column.kind.number_format)


def _put(page: Worksheet, row: int, place: int, value: Any, number_format: str) -> None:
    cell = page.cell(row, place)
    if isinstance(value, str):
        # Set as text by hand: openpyxl would make a formula of what begins with «=».
        cell.data_type, cell._value = "s", value
    else:
        cell.value = value
    cell.number_format = number_format
    cell.border = _LINE
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _write_mark(page: Worksheet, sheet: Sheet) -> None:
    page.sheet_state = "veryHidden"
    for row in (("templat", sheet.code), ("milik", sheet.subject)):
        page.append(row)
    page.append(("nama", guarded(sheet.subject_name)))


def _write_lists(lists: Worksheet, page: Worksheet, sheet: Sheet, used: int) -> int:
    """`used`: how many columns of the hidden sheet are taken, before and after."""
    last = FIRST_ROW if sheet.is_upright else sheet.most_rows + 1
    for column in sheet.columns:
        where = ""
        if column.kind.options:
            used += 1
            where = _list_at(lists, used, column)
        rule = _rule(column, where)
        key = column.key
        rule.add(f"{sheet.address(key)}:{sheet.address(key, last)}")
        page.add_data_validation(rule)
    return used


def _list_at(lists: Worksheet, place: int, column: Column) -> str:
    letter = letter_of(place)
    for number, option in enumerate(column.kind.options, 1):
        _put(lists, number, place, guarded(option), "@")
    return f"'{LISTS}'!${letter}$1:${letter}${len(column.kind.options)}"


def _rule(column: Column, where: str) -> DataValidation:
    rule = DataValidation(
        type="list" if where else None,
        formula1=where or None,
        allow_blank=True,
        showErrorMessage=bool(where) and column.kind.is_strict,
        errorTitle=column.header[:32],
        error="Pilih isian dari daftar.",
    )
    if column.explained:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = column.header[:32], column.explained[:250]
    return rule


def _bytes(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
