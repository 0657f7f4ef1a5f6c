"""Two assessments beside each other: whose scores they are, and when they cannot stand so."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prasyarat.assessments.queries import sheets
from prasyarat.instruments.use import choose_instrument
from prasyarat.pictures.compare import compare, minus, only
from prasyarat.pictures.compare_views import year_before
from prasyarat.scoring import Stage, rounded
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make

URL = "/prasyarat/banding/"
DAY = dt.date(2020, 10, 26)
BEFORE = dt.date(2019, 10, 26)


@pytest.fixture
def answered(clock, world):
    """KEL-1 and KEB-2 of Blora verified in October 2020, nothing a year before."""
    clock(DAY.isoformat())
    for code in ("KEL-1", "KEB-2"):
        item = make.item(code, world.blora)
        make.answer_at("terverifikasi", item, world.siti, judge=world.joko)
    return world


def test_two_days_of_a_region_are_the_scores_of_their_pages(answered):
    found = compare((answered.blora, DAY), (answered.blora, BEFORE), Stage.VERIFIED)

    for side, on in ((found.one, DAY), (found.other, BEFORE)):
        pair = sheets(answered.blora, on)
        assert side.total == rounded(pair.terverifikasi.total, 1)
        for row in pair.rows:
            told = rounded(row.terverifikasi.value, 1)
            assert side.of(row.prerequisite.code) == told
    assert found.one.total > found.other.total
    assert found.difference == found.one.total - found.other.total
    assert found.share is None
    assert minus(None, Decimal(1)) is None


@pytest.mark.slow
def test_the_page_prints_what_was_compared(answered, client_of):
    page = client_of(answered.siti).get(URL).content.decode()

    total = f"{compare_total(answered):.1f}".replace(".", ",")
    assert f"<b>{total}</b>" in page
    assert f"<b>+{total}</b>" in page
    assert "Blora 26 Oktober 2019" in page
    assert "Nilai internal, bukan nilai APE resmi" in page


def compare_total(world) -> Decimal:
    return rounded(sheets(world.blora, DAY).terverifikasi.total, 1)


@pytest.mark.slow
def test_mapped_instruments_are_compared_over_the_items_both_ask_alike(answered):
    variant = make_instruments.variant()
    choose_instrument(
        instrument=variant, region=answered.rembang, since=DAY, by=answered.admin
    )

    found = compare((answered.rembang, DAY), (answered.blora, DAY), Stage.FINAL)

    assert found.share.percent_equal > 0
    assert found.stage is Stage.VERIFIED  # a settled score is not carried over
    codes = [
        {item.code for item in side.sheet.items} for side in (found.one, found.other)
    ]
    assert codes[0] == codes[1]
    assert len(codes[0]) == found.alike > 0
    carried = {item.code: item.score for item in found.other.sheet.items}
    assert (carried["KP-1"], carried["KK-3"]) == (1, 1)  # KEL-1 and KEB-2 of Blora
    assert found.other.whole_total == compare_total(answered)


@pytest.mark.slow
def test_unmapped_instruments_are_refused_with_a_sentence(answered, client_of):
    alone = make_instruments.alone()
    choose_instrument(
        instrument=alone, region=answered.rembang, since=DAY, by=answered.admin
    )
    asked = {"daerah": "33.16", "dengan": "33.17"}

    page = client_of(answered.prov).get(URL, asked).content.decode()

    assert "Tidak dapat dibandingkan" in page
    assert alone.name in page
    assert 'id="b-angka"' not in page


@pytest.mark.slow
def test_nobody_compares_himself_with_what_he_does_not_see(answered, client_of):
    for name, asked, status in (
        ("siti", {"dengan": "33.17"}, 404),
        ("siti", {"dengan": "33"}, 404),
        ("siti", {"daerah": "33.17"}, 404),
        ("prov", {"daerah": "33.16", "dengan": "33.17"}, 200),
        ("baru", {}, 403),
    ):
        client = client_of(getattr(answered, name))
        assert client.get(URL, asked).status_code == status, (name, asked)


@pytest.mark.slow
def test_nilai_mandiri_is_for_the_region_itself(answered, client_of):
    make.answer_at("diajukan", make.item("KEL-2", answered.blora), answered.siti)
    own = client_of(answered.siti).get(URL, {"nilai": "mandiri"}).content.decode()
    above = client_of(answered.prov).get(URL, {"daerah": "33.16", "nilai": "mandiri"})

    assert ">Nilai mandiri</h2>" in own
    assert "mandiri" not in above.content.decode().lower()


@pytest.mark.slow
def test_odd_input_is_told_and_the_page_stands(answered, client_of):
    odd = {"per": "besok", "dengan_per": "31-02-2020", "nilai": "emas"}

    page = client_of(answered.siti).get(URL, odd)

    assert page.status_code == 200
    said = page.content.decode()
    assert 'aria-describedby="e_dengan"' in said
    assert 'aria-describedby="e_per"' in said


@pytest.mark.slow
def test_few_queries_also_across_instruments(answered, client_of):
    asked = {"daerah": "33.16", "dengan": "33.17"}
    client = client_of(answered.prov)
    variant = make_instruments.variant()
    choose_instrument(
        instrument=variant, region=answered.rembang, since=DAY, by=answered.admin
    )
    client.get(URL, asked)
    with CaptureQueriesContext(connection) as across:
        client.get(URL, asked)
    with CaptureQueriesContext(connection) as same:
        client.get(URL, {"daerah": "33.16", "dengan": "33"})

    assert len(same) <= 12
    assert len(across) <= 12


def test_a_year_before_a_leap_day_is_its_eve():
    assert year_before(dt.date(2020, 2, 29)) == dt.date(2019, 2, 28)
    assert year_before(DAY) == BEFORE


def test_fewer_items_keep_their_scores(answered):
    sheet = sheets(answered.blora, DAY).terverifikasi

    cut = only(sheet, {"KEL-1"})

    assert [item.code for item in cut.items] == ["KEL-1"]
    assert cut.total == 100
