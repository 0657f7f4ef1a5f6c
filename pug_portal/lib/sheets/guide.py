"""The protected sheet «Petunjuk»: how the rows are filled, column by column."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from pug_portal.lib.sheets.paper import height_of, lines_of, print_as_one_strip
from pug_portal.lib.sheets.safe_text import guarded
from pug_portal.lib.sheets.sheet import Column, Sheet

STEPS = (
    "Isi satu baris untuk satu data. Jangan mengubah judul kolomnya.",
    "Kolom bertanda * wajib diisi. Sel berdaftar diisi dengan memilih dari daftarnya.",
    "Tanggal dapat ditulis 26/10/2020 atau 26 Oktober 2020.",
    "Kolom A yang tersembunyi mengenali baris yang sudah ada. Baris baru dibiarkan tanpa isian di sana.",
    "Baris yang dihapus dari berkas ini tidak menghapus data di portal.",
    "Tanda petik tunggal (') di depan = + - @ melindungi Anda dari rumus asing. Biarkan saja; portal tidak menyimpannya.",
    "Unggah berkas ini di portal, periksa pratinjaunya, lalu terapkan. Bila ada satu saja kesalahan, tidak ada yang disimpan.",
)
WIDTHS = (34, 10, 62, 40)
_HEAD = PatternFill("solid", fgColor="18244A")
_WRAP = Alignment(vertical="top", wrap_text=True)


def write_guide(page: Worksheet, sheet: Sheet) -> None:
    page.append([guarded(f"Petunjuk: {sheet.title}, {sheet.subject_name}")])
    page["A1"].font = Font(bold=True, size=14)
    page.append([])
    for number, step in enumerate((*STEPS, *sheet.notes), 1):
        page.append([f"{number}. {step}"])
        _stretch(page, page.max_row)
    for part in sheet.parts:
        page.append([])
        if sheet.more:
            page.append([f"Lembar «{part.tab}»"])
            page.cell(page.max_row, 1).font = Font(bold=True)
        _write_columns(page, part)
    for letter, width in zip("ABCD", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    for number in range(2, page.max_row + 1):
        page.row_dimensions[number].height = _height(page, number)
    print_as_one_strip(page)
    page.protection.sheet = True


def _stretch(page: Worksheet, row: int) -> None:
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
    page.cell(row, 1).alignment = _WRAP


def _height(page: Worksheet, number: int) -> int:
    """Nobody types here, so no program is asked to find the height by itself."""
    told = [str(cell.value or "") for cell in page[number]]
    # A line that stands alone goes across all columns.
    widths = WIDTHS if any(told[1:]) else (sum(WIDTHS), *WIDTHS[1:])
    lines = max(map(lines_of, told, widths))
    return height_of(lines)


def _write_columns(page: Worksheet, sheet: Sheet) -> None:
    page.append(["Kolom", "Wajib", "Isian", "Contoh"])
    for cell in page[page.max_row]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
    for column in sheet.columns:
        must = "ya" if column.is_required else "tidak"
        page.append([column.header, must, guarded(_filling(column)), _example(column)])
        for cell in page[page.max_row]:
            cell.alignment = _WRAP


def _filling(column: Column) -> str:
    options = column.kind.options
    few = f" Pilihan: {', '.join(options)}." if 0 < len(options) <= 12 else ""
    return f"{column.explained}{few}".strip()


def _example(column: Column) -> str:
    return guarded(column.kind.shown(column.example)) if column.example else ""
