"""Regions beside each other: whose numbers, who reads them, and at what cost."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.queries import sheets
from prasyarat.instruments.use import choose_instrument
from prasyarat.pictures.average import lines_of
from prasyarat.pictures.regions import mean, region_scores
from prasyarat.scoring import rounded
from pug_portal.regions.models import Level
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make
from tests.make import pug_portal as make_floor

URL = "/prasyarat/banding/daerah/"
DAY = dt.date(2020, 10, 26)


@pytest.fixture
def october(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


def proven(world, region, *codes) -> None:
    """Verified rows as the verbs leave them, for many regions at once."""
    stamp = timezone.now()
    Answer.objects.bulk_create(
        Answer(
            region=region,
            indicator=make.item(code, region).indicator,
            as_of=DAY,
            state=State.VERIFIED,
            choice="ya",
            filled_by=world.siti.user,
            filled_role="sekretariat",
            filled_at=stamp,
            verified_by=world.joko.user,
            verified_at=stamp,
        )
        for code in codes
    )


def neighbour(world, number: int, *codes):
    code = f"33.{number:02}"
    region = make_floor.region(
        code, f"Kabupaten {number}", Level.REGENCY, world.province
    )
    proven(world, region, *codes)
    return region


def test_each_score_is_that_of_the_regions_own_page(october):
    proven(october, october.blora, "DAT-2", "DAT-8")
    proven(october, october.rembang, "DAT-2")
    neighbour(october, 40)

    found = region_scores(october.province, DAY)

    for row in found.rows:
        pair = sheets(row.region, DAY)
        assert (row.verified, row.final) == (pair.terverifikasi.total, pair.akhir.total)
        assert row.by_code == {
            each.prerequisite.code: each.terverifikasi.value for each in pair.rows
        }
    assert [row.is_counted for row in found.rows] == [True, True, False]
    assert [row.region.code for row in found.rows] == ["33.16", "33.17", "33.40"]


def test_the_average_is_of_those_that_count(october):
    proven(october, october.blora, "DAT-2", "DAT-8")
    proven(october, october.rembang, "DAT-2")
    neighbour(october, 40)

    found = region_scores(october.province, DAY)
    one, two, _ = found.rows

    assert len(found.counted) == 2
    assert one.verified > two.verified > 0
    assert found.average() == (one.verified + two.verified) / 2
    assert found.average("DAT") == (one.by_code["DAT"] + two.by_code["DAT"]) / 2
    last = lines_of(found)[-1]
    assert (last.name, last.code) == ("Rata-rata 2 daerah", "")
    assert last.total == rounded(found.average(), 1)
    assert mean([]) is None
    assert mean([Decimal(1), None]) == 1


def test_the_nation_lays_provinces_beside_each_other(october, client_of):
    proven(october, october.province, "DAT-2")
    proven(october, october.blora, "DAT-2")

    found = region_scores(october.nation, DAY)

    assert [row.region for row in found.rows] == [october.province]
    assert found.rows[0].verified == sheets(october.province, DAY).terverifikasi.total


def test_the_province_reads_all_and_no_ranking(october, client_of):
    proven(october, october.blora, "DAT-2")

    page = client_of(october.prov).get(URL).content.decode()

    assert "Kabupaten Rembang" in page
    assert "bukan peringkat" in page
    assert "Nilai internal, bukan nilai APE resmi" in page


@pytest.mark.slow
def test_a_kabupaten_reads_itself_and_the_average_and_never_a_neighbour(
    october, client_of
):
    for region in (october.blora, october.rembang):
        proven(october, region, "DAT-2")
    few = client_of(october.siti).get(URL).content.decode()
    neighbour(october, 40, "DAT-2", "DAT-8")

    page = client_of(october.siti).get(URL).content.decode()

    assert "mulai 3 daerah" in few
    assert "rata-rata 3 kabupaten/kota di Provinsi Jawa Tengah" in page
    for each in (few, page):
        assert "Rembang" not in each
        assert "Kabupaten 40" not in each
    client = client_of(october.siti)
    for asked in ({"daerah": "33.17"}, {"daerah": "33"}):
        assert client.get(URL, asked).status_code == 404


@pytest.mark.slow
def test_another_instrument_is_left_out_and_named(october, client_of):
    proven(october, october.blora, "DAT-2")
    other = make_instruments.variant()
    choose_instrument(
        instrument=other, region=october.rembang, since=DAY, by=october.admin
    )

    found = region_scores(october.province, DAY)

    assert [region for region, _ in found.others] == [october.rembang]
    assert october.rembang not in [row.region for row in found.rows]
    page = client_of(october.prov).get(URL).content.decode()
    assert "Memakai instrumen lain" in page
    assert other.name in page


def test_more_regions_ask_no_more(october):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            region_scores(october.province, DAY)
        return len(found)

    proven(october, october.blora, "DAT-2")
    asked()
    few = asked()
    for number in (40, 41, 42):
        neighbour(october, number, "DAT-2")

    assert asked() == few


@pytest.mark.slow
def test_as_many_queries_for_35_regions_as_for_3(october, client_of):
    proven(october, october.blora, "DAT-2")
    neighbour(october, 40, "DAT-2")
    client = client_of(october.prov)
    client.get(URL)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    for number in range(41, 73):
        neighbour(october, number, "DAT-2")

    with CaptureQueriesContext(connection) as many:
        page = client.get(URL).content.decode()

    assert "Rata-rata 34 daerah" in page
    assert len(many) == len(few)
    assert len(many) <= 12
