"""Radar, bars and trend: every number is the score page's, and stands in the table too."""

from __future__ import annotations

import datetime as dt
import html
import re
from decimal import Decimal

import pytest

from prasyarat.assessments.history import used_books
from prasyarat.assessments.queries import sheets
from prasyarat.pictures.days import dated, evaluations, semesters, years
from prasyarat.pictures.plot import Plot
from prasyarat.pictures.seven import seven_plot, trend_plot
from prasyarat.scoring import Stage, rounded
from pug_portal.lib.chart_marks import Series
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import angka
from tests.make import evaluation as make_evaluation
from tests.make import prasyarat as make

URL = "/prasyarat/gambar/"
DAY = "2020-10-26"


@pytest.fixture
def answered(clock, world):
    """Two verified answers of Kelembagaan, one sent, one draft; all of October 2020."""
    clock(DAY)
    for code in ("KEL-1", "KEL-2"):
        item = make.item(code, world.blora)
        make.answer_at("terverifikasi", item, world.siti, judge=world.joko)
    make.answer_at("diajukan", make.item("KEB-2", world.blora), world.siti)
    make.answer_at("draf", make.item("KEB-3", world.blora), world.siti)
    return world


def cells(page: str) -> list[str]:
    """The numbers of the tables, in their order."""
    found = re.findall(r'<td role="cell" class="angka"[^>]*>(.*?)</td>', page)
    return [re.sub(r"<[^>]+>", "", one) for one in found]


def test_the_pictures_are_drawn_from_the_numbers_of_the_score_page(answered):
    pair = sheets(answered.blora, today())

    plot = seven_plot(pair, with_claims=True)

    for series, stage in zip(
        plot.series, ("terverifikasi", "mandiri", "akhir"), strict=True
    ):
        told = [rounded(getattr(row, stage).value, 1) for row in pair.rows]
        assert list(series.values) == told
    assert len(plot.names) == 7
    assert any(value for value in plot.series[0].values)


@pytest.mark.slow
def test_the_table_beside_the_picture_has_its_numbers(answered, client_of):
    page = client_of(answered.siti).get(URL).content.decode()
    plot = seven_plot(sheets(answered.blora, today()), with_claims=True)

    told = [angka(value, 1) for _, row in plot.rows for _, value in row]

    assert cells(page)[: len(told)] == told
    desc = re.search(r'<desc id="radar-tujuh-d">(.*?)</desc>', page).group(1)
    for name, row in zip(plot.short, plot.rows, strict=True):
        assert f"{name} {angka(row[1][0][1], 1)}" in html.unescape(desc)
    assert "Nilai internal, bukan nilai APE resmi" in page
    assert page.count('role="img"') == 2


@pytest.mark.slow
def test_each_point_of_a_trend_is_the_score_of_its_day(answered):
    used = used_books(answered.blora, [p.end for p in semesters(today())] + [today()])
    for points in (semesters, years, evaluations):
        found = dated(used, points(today()), today())
        for point in found:
            pair = sheets(answered.blora, point.day)
            for stage in Stage:
                assert point.value(stage) == getattr(pair, stage.value).total
        assert found[-1].has_answers
        assert not found[0].has_answers
        plot = trend_plot("x", "x", found, with_claims=True)
        assert plot.series[0].values[0] is None
        assert plot.series[0].values[-1] == rounded(found[-1].value(Stage.VERIFIED), 1)


@pytest.mark.slow
def test_the_table_of_a_trend_prints_what_is_drawn(answered, client_of):
    page = client_of(answered.siti).get(URL)

    told = [
        "belum ada" if value is None else angka(value, 1)
        for trend in page.context["trends"]
        for _, row in trend["lines"]
        for _, value in row[1]
    ]

    assert len(told) > 9
    assert cells(page.content.decode())[-len(told) :] == told


@pytest.mark.slow
def test_evaluations_are_those_the_region_opened(answered, client_of):
    assert [point.short for point in evaluations(dt.date(2026, 7, 1))] == [
        "2021–2022",
        "2023–2024",
        "2025–2026",
    ]
    for first, years_long, day in ((2018, 1, "2018-09-01"), (2019, 2, "2020-09-01")):
        make_evaluation.period(
            answered.blora,
            answered.siti,
            first_year=first,
            years=years_long,
            as_of=dt.date.fromisoformat(day),
        )

    page = client_of(answered.siti).get(URL).content.decode()

    assert "Evaluasi PUG 2018" in page
    assert "Evaluasi PUG 2019–2020" in page
    assert "Periode evaluasi" not in page


def test_a_line_waits_for_two_points():
    def plot(*values):
        labels = tuple("abc")[: len(values)]
        series = (Series("Terverifikasi", list(values)),)
        return Plot("x", "Nilai", "Periode", labels, labels, series)

    assert plot(None, None, Decimal(3)).trend() == ""
    assert "tren-x" in plot(None, Decimal(2), Decimal(3)).trend()


@pytest.mark.slow
def test_others_see_no_claims_and_strangers_nothing(answered, client_of):
    for name in ("wati", "prov"):
        page = client_of(getattr(answered, name)).get(URL, {"daerah": "33.16"})
        assert page.status_code == 200
        assert "Mandiri" not in page.content.decode()
    assert client_of(answered.budi).get(URL, {"daerah": "33.16"}).status_code == 404
    assert client_of(answered.baru).get(URL).status_code == 403


@pytest.mark.slow
def test_a_day_that_is_none_is_told_and_without_trends(answered, client_of):
    client = client_of(answered.siti)

    odd = client.get(URL, {"per": "32 Okt"})
    past = client.get(URL, {"per": "2019-01-01"}).content.decode()

    assert odd.status_code == 200
    assert 'aria-invalid="true"' in odd.content.decode()
    assert "Menurut semester" not in past
