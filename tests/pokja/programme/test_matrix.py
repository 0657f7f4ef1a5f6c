"""Every column of the form as a workbook, of a settled programme and of a RAD."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from pokja.programme import line_actions
from tests.make import programme as make


def table(client, address: str) -> list[dict[str, object]]:
    book = load_workbook(io.BytesIO(client.get(address).content))
    header, *rows = book.active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_status_realisasi_and_kendala_stand_beside_the_plan(world, client_of):
    programme = make.programme(world)
    line_actions.report_line(
        line=programme.lines.get(),
        status="ditunda",
        realisation="=1+1 rapat",
        obstacles="Anggaran bergeser",
        by=world.siti,
    )

    [row] = table(client_of(world.ratih), f"/program-kerja/{programme.pk}/matriks.xlsx")

    assert list(row) == [
        "No.",
        "Tugas Pokja",
        "Kegiatan",
        "Tujuan",
        "Sasaran",
        "Indikator keluaran",
        "Target",
        "Waktu",
        "Penanggung jawab",
        "Pelaksana dan OPD terkait",
        "Anggaran (Rp)",
        "Sumber dana",
        "Sub kegiatan",
        "Status",
        "Realisasi (dihitung)",
        "Realisasi (catatan)",
        "Kendala",
    ]
    assert (row["No."], row["Status"]) == (1, "Ditunda")
    assert (row["Realisasi (catatan)"], row["Kendala"]) == (
        "'=1+1 rapat",
        "Anggaran bergeser",
    )


def test_the_matrix_of_a_rad_has_a_target_for_each_year(world, client_of):
    rad = make.rad(world)

    [row] = table(client_of(world.siti), f"/rad/{rad.pk}/matriks.xlsx")

    years = [header for header in row if str(header).startswith("Target ")]
    assert years == [f"Target {year}" for year in rad.years]
    assert list(row)[:4] == ["No.", "Muatan", "Isu gender atau masalah", "Tujuan"]
    assert list(row)[-4:] == [
        "OPD penanggung jawab",
        "OPD pendukung",
        "Sumber dana",
        "Keterangan",
    ]


def test_a_matrix_prints_legibly_under_a_name_that_keeps_its_years(world, client_of):
    rad = make.rad(world)

    answer = client_of(world.siti).get(f"/rad/{rad.pk}/matriks.xlsx")

    first, last = rad.first_year, rad.last_year
    assert f"rad-pug-{first}-{last}-" in answer["Content-Disposition"]
    page = load_workbook(io.BytesIO(answer.content)).active
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToWidth == 2
    assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$A")


def test_a_row_of_a_matrix_is_as_high_as_its_longest_cell(world, client_of):
    programme = make.programme(world)
    line_actions.report_line(
        line=programme.lines.get(),
        status="ditunda",
        realisation="",
        obstacles="Anggaran bergeser ke penanganan pandemi pada perubahan APBD",
        by=world.siti,
    )

    answer = client_of(world.siti).get(f"/program-kerja/{programme.pk}/matriks.xlsx")

    page = load_workbook(io.BytesIO(answer.content)).active
    assert page.row_dimensions[2].height == 30
