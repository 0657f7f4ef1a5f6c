"""The map of all OPD: narrowed, opened from a cell, and as a workbook."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from focal_points.opd.models import OpdTag
from prasyarat.assessments.opd_map import opd_matrix
from tests.make import prasyarat as make
from tests.make.prasyarat import DAY

URL = "/prasyarat/peta/"


@pytest.fixture
def filled(world):
    item = make.item("DAT-6", world.blora, world.dinkes)
    make.answer_at("terverifikasi", item, world.ratih, judge=world.siti, choice="ya")
    return opd_matrix(world.blora, DAY)


def names(matrix) -> set[str]:
    return {row.opd.name for row in matrix.rows}


def test_it_is_narrowed_to_a_duty_and_to_gaps(filled, world):
    planning = filled.narrowed(OpdTag.PLANNING)

    assert names(planning) < names(filled)
    assert {row.opd.tag for row in planning.rows} == {OpdTag.PLANNING}
    assert filled.narrowed() == filled
    assert all(row.has_gap for row in filled.narrowed(only_gaps=True).rows)


@pytest.mark.slow
def test_a_cell_opens_the_answers_of_its_opd(filled, world, client_of):
    page = client_of(world.siti).get(URL, {"per": DAY}).content.decode()

    sheet = f"/prasyarat/opd/{world.dinkes.pk}/?per={DAY}#p-DAT"
    assert f'<a href="{sheet}">' in page
    answers = client_of(world.siti).get(sheet).content.decode()
    assert 'id="p-DAT"' in answers


def test_a_filter_nobody_offers_shows_all_and_none_left_says_so(
    filled, world, client_of
):
    client = client_of(world.siti)

    odd = client.get(URL, {"tugas": "sulap", "celah": "mungkin"}).content.decode()
    none = client.get(URL, {"tugas": OpdTag.FINANCE, "per": DAY}).content.decode()

    assert world.dinkes.name in odd
    assert world.dinkes.name not in none


def test_the_workbook_holds_the_rows_and_figures_of_the_page(filled, world, client_of):
    answer = client_of(world.siti).get(f"{URL}peta-opd.xlsx", {"per": DAY})

    book = load_workbook(BytesIO(answer.content))
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    told = {row[0]: dict(zip(heads, row, strict=True)) for row in page.values}
    own = next(row for row in filled.rows if row.opd == world.dinkes)
    line = told[world.dinkes.name]
    assert (line["Terpenuhi"], line["Jumlah indikator"]) == (own.fulfilled, own.total)
    assert [line[f"{one.short_name}: terpenuhi"] for one in filled.prerequisites] == [
        cell.fulfilled for cell in own.cells
    ]
    assert page.max_row == len(filled.rows) + 1


def test_a_percentage_stands_only_where_three_or_more_are_asked(
    filled, world, client_of
):
    page = client_of(world.siti).get(URL, {"per": DAY}).content.decode()

    shares = [
        cell
        for row in filled.rows
        for cell in row.cells
        if cell.total >= 3 and cell.filled
    ]
    assert page.count('<small class="sorot d-block">') == len(shares) == 1
    assert "33%" in page


def test_opd_people_read_neither(world, client_of):
    for url in (URL, f"{URL}peta-opd.xlsx"):
        assert client_of(world.ratih).get(url).status_code == 403
