"""Which column of a file holds which declared one."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.sheets.guard import BookRefused
from pug_portal.lib.sheets.sheet import KEY_HEADER, Column, Sheet, header_word


def heads_of(page: Worksheet, sheet: Sheet) -> dict[int, Any]:
    """What stands in the first row, or in the first column of an upright sheet."""
    found = {}
    for (row, place), cell in page._cells.items():
        if (place if sheet.is_upright else row) == 1:
            found[row if sheet.is_upright else place] = cell.value
    return dict(sorted(found.items()))


def places_of(
    heads: dict[int, Any], sheet: Sheet
) -> tuple[dict[int, Column], list[str]]:
    places: dict[int, Column] = {}
    ignored = []
    for at, head in heads.items():
        if head is None or head == KEY_HEADER:
            continue
        column = sheet.by_header.get(header_word(head))
        if column is None:
            ignored.append(str(head)[:60])
        elif column in places.values():
            raise BookRefused(
                f"Kolom «{column.header}» ada dua kali. Hapus salah satunya, lalu unggah "
                "lagi."
            )
        else:
            places[at] = column
    missing = [
        c.header for c in sheet.columns if c.is_required and c not in places.values()
    ]
    if missing:
        where = "Kolom A" if sheet.is_upright else "Baris 1"
        raise BookRefused(
            f"{where} lembar «{sheet.tab}» tidak memuat judul {', '.join(f'«{m}»' for m in missing)}. "
            "Kembalikan judulnya seperti pada templat, lalu unggah lagi."
        )
    if sheet.is_whole and ignored:
        _refuse_unclear(sheet, places, ignored)
    return places, ignored


def _refuse_unclear(
    sheet: Sheet, places: dict[int, Column], ignored: list[str]
) -> None:
    """A heading nobody knows may be a missing one, misspelt: its content would be lost."""
    absent = [c.header for c in sheet.columns if c not in places.values()]
    if absent:
        unknown, lacking = (
            ", ".join(f"«{head}»" for head in heads) for heads in (ignored, absent)
        )
        raise BookRefused(
            f"Lembar «{sheet.tab}» memuat judul yang tidak dikenal, {unknown}, dan tidak "
            f"memuat {lacking}. Betulkan judulnya seperti pada templat, atau hapus kolom "
            "yang tidak dikenal itu, lalu unggah lagi."
        )
