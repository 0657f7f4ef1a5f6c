"""The map as a workbook: the same rows and figures as the page."""

from __future__ import annotations

from prasyarat.assessments.opd_map import OpdCell, OpdMatrix, OpdRow
from prasyarat.assessments.queries import NOT_OFFICIAL
from pug_portal.lib.dates import tanggal
from pug_portal.lib.sheets import Column, Count, listing


def workbook_of(matrix: OpdMatrix) -> bytes:
    word = matrix.region.opd_word
    columns = [
        Column("name", word, width=48, of=lambda row: row.opd.name),
        Column("tag", "Tugas", width=24, of=lambda row: row.opd.get_tag_display()),
    ]
    for place, one in enumerate(matrix.prerequisites):
        columns += _pair(one.short_name, place)
    columns += [
        Column("fulfilled", "Terpenuhi", Count(), width=12),
        Column("total", "Jumlah indikator", Count(), width=12),
    ]
    basis = "jawaban terverifikasi" if matrix.verified_only else "jawaban yang diajukan"
    sums: list[tuple[str, int | str]] = [
        ("Daerah", matrix.region.name),
        ("Per tanggal", tanggal(matrix.on)),
        ("Dasar hitungan", basis),
        ("Sifat", NOT_OFFICIAL),
        (f"Jumlah {word}", len(matrix.rows)),
    ]
    return listing(f"Peta {word} dan prasyarat", columns, matrix.rows, sums)


def _pair(name: str, place: int) -> list[Column]:
    def cell(row: OpdRow) -> OpdCell:
        return row.cells[place]

    return [
        Column(
            f"f{place}",
            f"{name}: terpenuhi",
            Count(),
            width=12,
            of=lambda row: cell(row).fulfilled,
        ),
        Column(
            f"t{place}",
            f"{name}: dari",
            Count(),
            width=10,
            of=lambda row: cell(row).total,
        ),
    ]
