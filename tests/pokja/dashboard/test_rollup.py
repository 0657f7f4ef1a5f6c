"""The roll-up: counts by status at any time, no content, no ranking."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.urls import reverse

from focal_points.progress.board import Group, group_counts
from focal_points.progress.queries import board
from pokja.dashboard.rollup import rollup
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Level, Region
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor

THEN = Semester(2020, 2)


@pytest.fixture
def reported(world, clock):
    clock(make.WITHIN)
    make.progress_at(
        "diverifikasi", opd=world.dinkes, filler=world.ratih, verifier=world.siti
    )
    make.progress_at("draf", opd=world.dlh, filler=world.dewi)
    return world


def row_of(world, name: str):
    rows = rollup(world.prov, THEN, today())
    return next(row for row in rows if row.region.short_name == name)


def test_it_counts_like_the_board_of_the_region(reported):
    row = row_of(reported, "Blora")
    groups = group_counts(board(make.period(reported.blora)))

    assert row.verified == groups[Group.VERIFIED] == 1
    assert row.not_reported == groups[Group.NOT_REPORTED] == 3


def test_a_region_that_has_opened_nothing_is_shown_too(reported):
    row = row_of(reported, "Rembang")

    assert not row.has_period
    assert row.not_reported == row.expected == 1


@pytest.mark.slow
def test_the_nation_reads_provinces(reported):
    rows = rollup(reported.admin, THEN, today())

    assert [row.region.code for row in rows] == ["33"]
    assert rows[0].verified == 1


def test_a_kabupaten_has_nothing_below_it(reported):
    assert rollup(reported.siti, THEN, today()) == []


@pytest.mark.slow
def test_the_page_shows_no_content(reported, client_of):
    page = client_of(reported.prov).get(reverse("rollup"), {"semester": "2020-2"})

    assert "Kabupaten Blora" in page.content.decode()
    assert "Data kunjungan" not in page.content.decode()


@pytest.mark.slow
def test_queries_do_not_grow_with_the_regions(reported, client_of):
    client = client_of(reported.prov)

    asked = (client, reverse("rollup"), {"semester": "2020-2"})
    few = queries_of(*asked)
    for number in range(20, 35):
        region = make_floor.region(
            f"33.{number}", f"Kabupaten {number}", Level.REGENCY, reported.province
        )
        make_fp.opd(region, "Dinas Kesehatan")

    assert queries_of(*asked) == few <= 12


@pytest.mark.slow
def test_the_nation_reads_counts_of_a_minute_and_of_when(reported, client_of):
    client = client_of(reported.admin)
    first = client.get(reverse("rollup"), {"semester": "2020-2"}).content.decode()
    Region.objects.filter(pk=reported.province.pk).update(name="Jawa Lain")

    again = client.get(reverse("rollup"), {"semester": "2020-2"}).content.decode()

    assert "Dihitung pukul" in first
    assert "Jawa Lain" not in again
    caches["local"].clear()
    assert "Jawa Lain" in client.get(reverse("rollup")).content.decode()


@pytest.mark.slow
def test_a_province_reads_its_regions_as_they_are_now(reported, client_of):
    client = client_of(reported.prov)
    client.get(reverse("rollup"), {"semester": "2020-2"})
    Region.objects.filter(pk=reported.blora.pk).update(name="Blora Baru")

    page = client.get(reverse("rollup"), {"semester": "2020-2"}).content.decode()

    assert "Blora Baru" in page
    assert "Dihitung pukul" not in page
