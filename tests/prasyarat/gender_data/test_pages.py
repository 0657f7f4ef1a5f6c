"""The pages: who sees which number, what is typed stays, few questions to the base."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prasyarat.gender_data.duty_actions import assign_usual
from prasyarat.gender_data.models import Figure, TableYear
from tests.make import gender_data as make

KEK, YEAR = {"kode": make.TABLE}, 2019
ENTRY = {**KEK, "tahun": YEAR}
SMALL = ((1, 20), (9, 40), (30, 31), (4, 4), (5, 5), (6, 6), (7, 7))


@pytest.fixture
def place(world):
    return make.supplied(world.blora, world.dinkes)


def first_row(client, query: str = "") -> str:
    page = client.get(reverse("gender-table", kwargs=KEK) + query).content.decode()
    return page.split('<tbody role="rowgroup">')[1].split("</tr>")[0]


@pytest.mark.parametrize(
    ("who", "query", "sees"),
    [
        ("ratih", "", True),
        ("siti", "", True),
        ("joko", "", True),
        ("dewi", "", False),
        ("wati", "", False),
        ("yusuf", "", False),
        ("prov", "?daerah=33.16", False),
    ],
)
def test_small_numbers_are_for_who_enters_and_verifies(
    who, query, sees, world, place, client_of
):
    make.verified(place, world.ratih, world.siti, *SMALL)

    row = first_row(client_of(getattr(world, who)), query)

    assert ('data-l="L">1<' in row) is sees
    assert ('data-l="L">*<' in row) is not sees


@pytest.mark.slow
@pytest.mark.parametrize("who", ["dewi", "wati", "siti"])
def test_a_draft_is_read_by_its_opd_alone(who, world, place, client_of):
    make.saved(place, world.ratih, (123, 456))
    url = reverse("gender-table", kwargs=KEK) + f"?tahun={YEAR}"

    assert "123" in client_of(world.ratih).get(url).content.decode()
    page = client_of(getattr(world, who)).get(url).content.decode()
    assert "456" not in page
    assert "sedang diisi" in page


def test_a_table_is_typed_saved_and_handed_in(world, place, client_of):
    typed = {
        "0-0-L": "0",
        "0-0-P": "1.284",
        "0-0-T": "1.284",
        "source": "SIMFONI PPA",
        "revision": "0",
        "ajukan": "1",
    }

    answer = client_of(world.ratih).post(
        reverse("gender-table-entry", kwargs=ENTRY), typed
    )

    assert answer.status_code == 302
    figure = Figure.objects.get()
    assert (figure.category, int(figure.men), int(figure.women)) == ("0-5", 0, 1284)
    assert TableYear.objects.get().state == "diajukan"


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"0-0-L": "5", "0-0-P": "7", "0-0-T": "13"}, "L 5 + P 7 = 12, bukan 13"),
        ({"0-0-L": "1.5"}, "tidak memisahkan ribuan"),
        ({"0-0-L": "-3"}, "tidak boleh kurang dari nol"),
        ({"0-0-L": "lima"}, "bukan angka"),
        ({"0-0-L": "4", "ajukan": "1"}, "Sebutkan sumber datanya"),
    ],
)
def test_a_wrong_cell_is_told_and_keeps_what_was_typed(
    world, place, client_of, cells, sentence
):
    answer = client_of(world.ratih).post(
        reverse("gender-table-entry", kwargs=ENTRY), {"revision": "0", **cells}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert f'value="{cells["0-0-L"]}"' in page
    assert not Figure.objects.exists()


def test_a_second_person_is_told_and_may_save_again(world, place, client_of):
    make.saved(place, world.ratih, (5, 12))
    url = reverse("gender-table-entry", kwargs=ENTRY)
    typed = {"0-0-L": "9", "0-0-P": "9", "source": "x", "revision": "0"}
    client = client_of(world.ratih)

    answer = client.post(url, typed)

    assert "diubah orang lain" in answer.content.decode()
    assert 'name="revision" value="1"' in answer.content.decode()
    assert client.post(url, {**typed, "revision": "1"}).status_code == 302


def test_a_table_already_handed_in_is_read_not_typed(world, place, client_of):
    make.sent(place, world.ratih)
    client, url = client_of(world.ratih), reverse("gender-table-entry", kwargs=ENTRY)

    answer = client.get(url, follow=True)

    assert "sudah diajukan" in answer.content.decode()
    assert client.post(url, {"0-0-L": "9", "revision": "1"}).status_code == 422


def test_markup_in_words_is_shown_as_words(world, place, client_of):
    make.verified(place, world.ratih, world.siti, source="<script>alert(1)</script>")

    page = (
        client_of(world.siti).get(reverse("gender-table", kwargs=KEK)).content.decode()
    )

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_years_stand_beside_each_other(world, place, client_of):
    for year in (2017, 2018, 2019):
        make.verified(
            place, world.ratih, world.siti, *[(5 + year - 2017, 10)] * 7, year=year
        )

    page = (
        client_of(world.wati).get(reverse("gender-table", kwargs=KEK)).content.decode()
    )

    assert 'data-l="2017 L">5<' in page
    assert 'data-l="2019 L">7<' in page
    assert page.count('class="trend"') == 2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gender-data", "gender-data-late"])
def test_lists_ask_as_often_for_one_table_as_for_all(name, world, place, client_of):
    client, url = client_of(world.siti), reverse(name)
    client.get(url)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    queries()
    few = queries()
    assign_usual(region=world.blora, by=world.siti)
    client.get(url)

    assert queries() == few <= 12


def test_every_table_of_the_file_opens_for_entry(world, client_of):
    """A definition that cannot be drawn would be seen only in its own page."""
    client = client_of(world.siti)
    for code in ("KES-1", "KES-2", "POL-1", "LIN-3"):
        url = reverse("gender-table-entry", kwargs={"kode": code, "tahun": YEAR})
        assert client.get(url).status_code == 200
