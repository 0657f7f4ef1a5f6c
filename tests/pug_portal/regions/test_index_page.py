"""The page of a region's gender indices."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pug_portal.regions.models import Index
from tests.make.indices import index_values, ipg_of_three_levels

URL = "gender-indices"


@pytest.mark.parametrize("who", ["siti", "joko", "ratih", "hasan", "wati", "yusuf"])
def test_everybody_of_the_region_reads_it(who, world, client_of):
    ipg_of_three_levels(world)

    page = client_of(getattr(world, who)).get(reverse(URL)).content.decode()

    assert "83,88" in page
    assert "92,18" in page
    assert "makin dekat 100 makin setara" in page
    assert "Sumber: BPS, tabel IPG." in page


def test_the_line_is_drawn_from_three_years_on(world, client_of):
    index_values(world.blora, Index.IKG, {2022: "0.41", 2023: "0.407"})
    client = client_of(world.siti)
    assert "<svg class=" not in _card(client, "ikg")

    index_values(world.blora, Index.IKG, {2021: "0.42"})

    assert 'class="trend"' in _card(client, "ikg")


def _card(client, anchor: str) -> str:
    page = client.get(reverse(URL)).content.decode()
    return page.split(f'id="{anchor}"')[1].split("</section>")[0]


def test_methods_stand_in_tables_of_their_own(world, client_of):
    index_values(world.blora, Index.IPG, {2021: "84.59"}, method="UHH lama")
    index_values(world.blora, Index.IPG, {2023: "85.68"}, method="tidak disebut")

    card = _card(client_of(world.siti), "ipg")

    assert card.count("<table") == 2
    assert "Metode UHH lama" in card


def test_each_index_says_which_way_is_better(world, client_of):
    index_values(world.blora, Index.IKG, {2023: "0.407"})
    index_values(world.blora, Index.IPG, {2023: "85.68"}, method="SP2020")
    client = client_of(world.siti)

    assert "makin rendah makin setara" in _card(client, "ikg")
    assert "makin dekat 100 makin setara" in _card(client, "ipg")


def test_an_index_without_values_says_so(world, client_of):
    card = _card(client_of(world.siti), "ipm")

    assert "Belum ada nilai IPM" in card


def test_a_province_may_choose_a_region_below(world, client_of):
    ipg_of_three_levels(world)
    url = reverse(URL) + "?daerah=33.16"

    assert "Kabupaten Blora" in client_of(world.prov).get(url).content.decode()
    assert client_of(world.budi).get(url).status_code == 404


def test_queries_do_not_grow_with_the_years(world, client_of):
    client = client_of(world.siti)
    client.get(reverse(URL))  # the frame counts its badges once
    index_values(world.blora, Index.IDG, {2020: "64.37"})
    few = _queries(client)
    index_values(world.blora, Index.IDG, dict.fromkeys(range(1980, 2020), "60"))

    assert _queries(client) == few <= 12


def _queries(client) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(reverse(URL))
    return len(caught)
