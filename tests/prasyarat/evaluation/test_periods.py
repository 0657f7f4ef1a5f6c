"""Periods of one or two years, and what moves them on."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prasyarat.evaluation.actions import change_period, move_period
from prasyarat.evaluation.content import is_outside_period
from prasyarat.evaluation.models import PeriodState
from pug_portal.access.refusal import Refusal
from tests.make import evaluation as make_evaluation
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)
GOOD = {
    "first_year": "2019",
    "years": "2",
    "as_of": "26/10/2020",
    "due_on": "30/11/2020",
}


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


def test_a_period_is_opened_on_the_page_and_listed(ready, client_of):
    client, url = client_of(ready.siti), reverse("evaluation-list")
    got = client.post(url, {**GOOD, "instrument": make.instrument().pk}, follow=True)
    assert "Evaluasi PUG 2019–2020" in got.content.decode()
    again = client.post(url, {**GOOD, "instrument": make.instrument().pk})
    assert again.status_code == 422
    assert "sudah ada di daftar" in again.content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"first_year": "1999"}, "antara 2016"),
        ({"first_year": "dua ribu"}, "empat angka"),
        ({"first_year": "9" * 30}, "empat angka"),
        ({"due_on": "01/10/2020"}, "lebih awal daripada tanggal keadaannya"),
        ({"as_of": "31/12/2018"}, "lebih awal daripada tahun 2019"),
        ({"years": "3"}, "Pilih"),
        ({"as_of": "kemarin"}, "tanggal"),
        ({"instrument": "0"}, "Pilih"),
    ],
)
def test_bad_input_is_told_beside_what_was_typed(ready, client_of, wrong, said):
    data = {**GOOD, "instrument": make.instrument().pk, **wrong}
    got = client_of(ready.siti).post(reverse("evaluation-list"), data)
    assert got.status_code == 422
    assert said in got.content.decode()


def test_a_document_of_either_year_lies_inside_two_years(ready):
    period = make_evaluation.period(ready.blora, ready.siti, first_year=2019, years=2)
    item = make.item("KEL-1", ready.blora)
    days = {2018: True, 2019: False, 2020: False, 2021: True}
    for year, outside in days.items():
        piece = make.evidence(item, ready.siti)
        piece.file.document_date = dt.date(year, 5, 1)
        assert is_outside_period(piece, period) is outside
        piece.delete()


def test_states_follow_the_table_and_a_closed_one_is_not_edited(ready):
    period = make_evaluation.period(ready.blora, ready.siti)
    with pytest.raises(Refusal):
        move_period(period=period, target=PeriodState.CLOSED, by=ready.siti)
    for target in (PeriodState.SENT, PeriodState.SENT, PeriodState.CLOSED):
        period = move_period(period=period, target=target, by=ready.joko)
    facts = {
        "instrument": period.instrument,
        "first_year": 2020,
        "years": 2,
        "as_of": period.as_of,
        "due_on": period.due_on,
    }
    with pytest.raises(Refusal, match="sudah ditutup"):
        change_period(period=period, by=ready.siti, **facts)
    with pytest.raises(PermissionDenied):
        move_period(period=period, target=PeriodState.SENT, by=ready.prov)


@pytest.mark.slow
def test_the_list_asks_as_much_for_forty_as_for_three(ready, client_of):
    client, url = client_of(ready.siti), reverse("evaluation-list")

    def asked() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    for year in (2017, 2018, 2019):
        make_evaluation.period(ready.blora, ready.siti, first_year=year)
    few = asked()
    for year in range(2016, 2021):
        make_evaluation.period(ready.blora, ready.siti, first_year=year, years=2)
    assert asked() == few <= 12
