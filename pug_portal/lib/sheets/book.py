"""The workbook the portal gives away: an empty template, or the rows it holds now."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.sheets.guide import write_guide
from pug_portal.lib.sheets.safe_text import guarded
from pug_portal.lib.sheets.sheet import FIRST_ROW, KEY_HEADER, Column, Sheet

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
    book, page = _book(sheet)
    _write_row(page, sheet, FIRST_ROW, EXAMPLE_KEY, sheet.example())
    for cell in page[FIRST_ROW]:
        cell.font = Font(italic=True, color="465069")
        cell.fill = _GREY
    note = page.cell(FIRST_ROW, len(sheet.columns) + 2, EXAMPLE_NOTE)
    note.font = Font(bold=True, color="8A4B00")
    page.column_dimensions[note.column_letter].width = 52
    return _bytes(book)


def export(sheet: Sheet, objects: Iterable[Any]) -> bytes:
    """Every row with its hidden key: imported unchanged, it changes nothing."""
    book, page = _book(sheet)
    for number, obj in enumerate(objects, FIRST_ROW):
        _write_row(page, sheet, number, sheet.key_of(obj), sheet.values_of(obj))
    return _bytes(book)


def _book(sheet: Sheet) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = CREATOR
    book.properties.title = sheet.title
    page = book.active
    page.title = sheet.tab
    # Printed as one strip of pages, not column after column.
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _write_header(page, sheet)
    write_guide(book.create_sheet("Petunjuk"), sheet)
    _write_mark(book.create_sheet(MARK), sheet)
    _write_lists(book.create_sheet(LISTS), page, sheet)
    return book, page


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
        f"A1:{get_column_letter(len(sheet.columns) + 1)}{sheet.most_rows + 1}"
    )


def _write_row(
    page: Worksheet, sheet: Sheet, number: int, key: str, values: Any
) -> None:
    _put(page, number, 1, key, "@")
    for place, column in enumerate(sheet.columns, 2):
        written = column.kind.write(values[column.key])
        _put(page, number, place, written, column.kind.number_format)


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


def _write_lists(lists: Worksheet, page: Worksheet, sheet: Sheet) -> None:
    lists.sheet_state = "veryHidden"
    used = 0
    for column in sheet.columns:
        where = ""
        if column.kind.options:
            used += 1
            where = _list_at(lists, used, column)
        rule = _rule(column, where)
        rule.add(
            f"{sheet.letter(column.key)}{FIRST_ROW}:{sheet.letter(column.key)}{sheet.most_rows + 1}"
        )
        page.add_data_validation(rule)


def _list_at(lists: Worksheet, place: int, column: Column) -> str:
    letter = get_column_letter(place)
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
