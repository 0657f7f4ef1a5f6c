"""Gaps and overlaps of a person's terms, listed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.offices.nip_owners import bare_name
from pokja.membership.actions import add_members, end_member
from pokja.membership.continuity import findings_of, interrupted
from pokja.membership.models import Standing
from pokja.membership.people import story_of
from tests.make import focal_points as make_fp
from tests.make import pokja as make
from tests.make.restructuring import renamed

D = dt.date
PAGE = reverse("member-terms")


@pytest.fixture(autouse=True)
def in_2022(clock):
    clock("2022-06-01")


def person(world, decree, name="Rina Hapsari, S.Sos", **facts):
    return make.member(world, decree, name=name, sex="P", position="", **facts)


def told(findings):
    return [(f.is_gap, f.span.first, f.last) for f in findings]


@pytest.mark.slow
def test_a_gap_and_an_overlap_of_one_person_are_found_to_the_day(world):
    decree = make.decree(world)
    first = person(world, decree)
    end_member(member=first, on=D(2020, 4, 30), reason="cuti", by=world.siti)
    person(world, decree, start=D(2020, 6, 1))
    # With other degrees, and in a second seat from September on.
    person(
        world,
        decree,
        name="Rina Hapsari, M.Si",
        standing=Standing.CHAIR,
        start=D(2020, 9, 1),
    )
    person(world, decree, name="Adi Contoh")

    assert told(findings_of(story_of(first).terms)) == [
        (True, D(2020, 5, 1), D(2020, 5, 31)),
        (False, D(2020, 9, 1), None),
    ]
    (row,) = interrupted(world.blora)
    assert (bare_name(row.name), len(row.findings)) == ("rina hapsari", 2)


@pytest.mark.slow
def test_a_seat_by_office_beside_a_seat_by_name_is_an_overlap(world):
    decree = make.decree(world)
    office = make_fp.office(world.blora)
    make_fp.holder(office, "Rina Hapsari", sex="P", nip="197001011995032001")
    make.member(world, decree, office=office, position="", standing=Standing.CHAIR)
    person(world, decree, nip="197001011995032001")

    (row,) = interrupted(world.blora)
    assert told(row.findings) == [(False, D(2020, 2, 3), None)]


def test_terms_that_follow_one_another_and_two_teams_are_no_finding(world):
    first = make.decree(world)
    person(world, first)
    person(world, make.replacement(world, first))
    person(world, make.decree(world, kind="tim_teknis", number="050.13/14/2020"))

    assert interrupted(world.blora) == []


@pytest.mark.slow
def test_the_page_lists_them_and_costs_the_same_for_forty(world, client_of):
    decree = make.decree(world)
    client, counts = client_of(world.siti), []
    for upto in (3, 40):
        rows = [
            {"name": f"Orang <b>{number}</b>", "sex": "P", "standing": standing}
            for number in range(0 if upto == 3 else 3, upto)
            for standing in (Standing.MEMBER, Standing.CHAIR)
        ]
        add_members(decree=decree, rows=rows, by=world.siti)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as caught:
            page = client.get(PAGE).content.decode()
        counts.append(len(caught))
        assert page.count("Tumpang tindih dalam") == upto
        assert "Orang &lt;b&gt;2" in page
    assert counts[0] == counts[1] <= 12


def test_the_page_of_a_person_tells_them_with_the_office_as_it_was_called(
    world, client_of, clock
):
    decree = make.decree(world)
    member = person(world, decree, opd=world.dinkes)
    person(world, decree, opd=world.dinkes, standing=Standing.CHAIR)
    end_member(member=member, on=D(2020, 6, 30), reason="mutasi", by=world.siti)
    renamed(world, on=D(2021, 1, 1))

    url = reverse("member-person", args=[member.pk])
    page = " ".join(client_of(world.siti).get(url).content.decode().split())

    assert "Tumpang tindih dalam SK Pokja" in page
    # The seat that ended before the new name, and the one that lasts.
    assert '<small class="redup">Dinas Kesehatan</small>' in page
    assert "Dinas Kesehatan → Dinas Kesehatan Daerah" in page


@pytest.mark.parametrize(
    ("who", "sees"), [("siti", True), ("joko", False), ("prov", False)]
)
def test_the_contact_of_a_member_is_for_the_sekretariat_alone(
    world, client_of, who, sees
):
    team = make.decree(world, kind="tim_teknis", number="050.13/14/2020")
    member = person(world, team, contact="0812-0000-0001", grade="Penata (III/c)")
    client = client_of(getattr(world, who))

    page = client.get(reverse("member-person", args=[member.pk])).content.decode()

    assert ("0812-0000-0001" in page) is sees
    assert "Penata (III/c)" in page
    form = client.get(reverse("member-change", args=[member.pk]))
    assert form.status_code == (403 if who == "prov" else 200)
    assert ("0812-0000-0001" in form.content.decode()) is sees


def test_bappeda_corrects_a_row_without_touching_the_contact(world, client_of):
    team = make.decree(world, kind="tim_teknis", number="050.13/14/2020")
    member = person(world, team, contact="0812-0000-0001")
    url = reverse("member-change", args=[member.pk])
    form = client_of(world.joko).get(url).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    given |= {"grade": "Pembina (IV/a)", "start": "2020-02-03"}

    done = client_of(world.joko).post(url, {**given, "contact": "palsu"})

    member.refresh_from_db()
    assert done.status_code == 302
    assert (member.grade, member.contact) == ("Pembina (IV/a)", "0812-0000-0001")
