"""While a person is typed, the portal tells who that may already be."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.offices.alike import Person, likely_same
from tests.make import focal_points as make

NIP = "197508172000032004"
URL = "/orang/mirip/"
NOBODY = Person("")


@pytest.fixture
def holder(world):
    office = make.office(world.blora, "Kepala Dinas Kesehatan")
    return make.holder(office, name="Sri Mulyati, S.E.", sex="P", nip=NIP)


def told(client, **typed: str) -> str:
    return client.post(URL, {"nama": "sri mulyati", **typed}).text


def test_name_and_nip_of_every_register_are_told_to_the_sekretariat(
    world, client_of, holder
):
    by_name = told(client_of(world.siti))
    by_nip = told(client_of(world.siti), nama="", nip="19750817 200003 2 004")

    for page in (by_name, by_nip):
        assert "Sri Mulyati, S.E., Kepala Dinas Kesehatan" in page
        assert f'data-nip="{NIP}"' in page
        assert 'data-lp="P"' in page
    assert "Ratih Kusuma" in told(client_of(world.siti), nama="ratih kus")


def test_nip_is_for_the_sekretariat_alone(world, client_of, holder):
    page = told(client_of(world.joko))

    assert "Sri Mulyati, S.E." in page
    assert NIP not in page


def test_people_of_another_region_are_not_told(world, client_of, holder):
    assert told(client_of(world.budi)).strip() == ""


def test_the_row_being_corrected_is_not_told_as_its_own_double(
    world, client_of, holder
):
    own = {"asal": holder.name, "asal_nip": holder.nip}

    assert told(client_of(world.siti), **own).strip() == ""


def test_script_in_a_name_stays_text(world, client_of):
    office = make.office(world.blora, "Camat")
    make.holder(office, name='Sri <script>"x"</script>')

    page = told(client_of(world.siti), nama="sri <script>")

    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_bad_words_are_no_error(world, client_of):
    for typed in ({"nama": ""}, {"nama": "%_'\\"}, {"nama": "a" * 5000, "nip": "x"}):
        assert told(client_of(world.siti), **typed).strip() == ""


def test_one_query_however_many_are_registered(world, holder):
    office = make.office(world.blora, "Camat Jepon")

    def ask() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as caught:
            found = likely_same(world.blora, Person("Sri Mulyati"), NOBODY)
        return len(caught), len(found)

    few = ask()
    for place in range(40):
        facts = {"office": office, "name": f"Sri Mulyati {place}", "sex": "P"}
        holder.__class__.objects.create(start=holder.start, **facts)

    assert (few, ask()) == ((1, 1), (1, 5))


@pytest.mark.parametrize("page", ["holder-record", "appointment-add"])
def test_forms_that_write_a_person_ask_while_typing(world, client_of, holder, page):
    pk = [holder.office_id] if page == "holder-record" else []
    html = client_of(world.siti).get(reverse(page, args=pk)).text

    assert f'data-orang="{URL}"' in html
    assert "js/orang.js" in html
