"""All terms of one person or position."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.decrees.models import Kind
from pokja.membership.actions import add_members, end_member
from pokja.membership.models import Member, Standing
from pokja.membership.people import story_of, story_of_person
from pokja.membership.queries import members_on
from tests.make import focal_points as make_fp
from tests.make import pokja as make

D = dt.date
TODAY = "2022-06-01"


@pytest.fixture(autouse=True)
def in_2022(clock):
    clock(TODAY)


def spans(story):
    return [(term.span.first, term.last) for term in story.terms]


def person(world, decree, name="Rina Hapsari, S.Sos", **facts) -> Member:
    return make.member(world, decree, name=name, sex="P", position="", **facts)


def test_terms_of_one_person_across_two_decrees(world):
    first = make.decree(world)
    member = person(world, first)
    second = make.replacement(world, first)
    person(world, second, name="Rina Hapsari, S.Sos, M.Si", standing=Standing.CHAIR)

    story = story_of(member)

    assert spans(story) == [
        (D(2021, 1, 4), None),
        (D(2020, 2, 3), D(2021, 1, 3)),
    ]
    assert story.decree_count == 2


def test_another_nip_is_another_person(world):
    decree = make.decree(world)
    member = person(world, decree, nip="198001012005012001")
    person(world, decree, nip="199001012015012002", standing=Standing.CHAIR)

    assert len(story_of(member).terms) == 1


def test_seats_held_by_office_count_too(world):
    office = make_fp.office(world.blora)
    first = make_fp.holder(office, "Agus Prasetyo")
    second = make_fp.holder(office, "Sri Mulyati", start=D(2020, 7, 1), sex="P")
    make.member(world, make.decree(world), office=office, position="")

    agus = story_of_person(world.blora, first.name)
    sri = story_of_person(world.blora, second.name)

    assert spans(agus) == [(D(2020, 2, 3), D(2020, 6, 30))]
    assert spans(sri) == [(D(2020, 7, 1), None)]


def test_a_plt_sits_in_the_seat_of_the_one_who_is_away(world):
    office = make_fp.office(world.blora)
    away = make_fp.holder(office, "Agus Prasetyo")
    make_fp.holder(
        office, "Sri Mulyati", kind="plt", start=D(2020, 5, 1), end=D(2020, 5, 31)
    )
    make.member(world, make.decree(world), office=office, position="")

    assert spans(story_of_person(world.blora, away.name)) == [
        (D(2020, 6, 1), None),
        (D(2020, 2, 3), D(2020, 4, 30)),
    ]


def test_a_position_tells_who_sat_there(world):
    office = make_fp.office(world.blora)
    make_fp.holder(office, "Agus Prasetyo")
    make_fp.holder(office, "Sri Mulyati", start=D(2020, 7, 1), sex="P")
    member = make.member(world, make.decree(world), office=office, position="")

    story = story_of(member)

    assert story.is_position
    assert [term.holder.name for term in story.terms] == [
        "Sri Mulyati",
        "Agus Prasetyo",
    ]


def test_days_without_a_holder_are_told_too(world):
    office = make_fp.office(world.blora)
    make_fp.holder(office, start=D(2020, 4, 1), end=D(2020, 4, 30))
    member = make.member(world, make.decree(world), office=office, position="")

    assert [
        (t.span.first, t.holder and t.holder.name) for t in story_of(member).terms
    ] == [
        (D(2020, 5, 1), None),
        (D(2020, 4, 1), "Agus Prasetyo"),
        (D(2020, 2, 3), None),
    ]


def test_a_typed_position_has_its_terms_without_names(world):
    first = make.decree(world)
    member = make.member(world, first)
    second = make.replacement(world, first)
    make.member(world, second)

    assert len(story_of(member).terms) == 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_the_terms_agree_with_the_roster_of_every_day(world, seed):
    dice = random.Random(seed)
    people = ["Agus Prasetyo", "Rina Hapsari", "Sri Mulyati"]
    office = make_fp.office(world.blora)
    day = D(2019, 6, 1)
    for _ in range(4):
        make_fp.holder(office, dice.choice(people), start=day)
        day += dt.timedelta(days=dice.randint(60, 300))
    decree = make.decree(world, effective_until=dice.choice([None, D(2021, 3, 1)]))
    for each in (decree, make.replacement(world, decree)):
        rows = [{"standing": Standing.CHAIR, "office": office}]
        names = dice.sample(people, 2)
        rows += [{"standing": Standing.MEMBER, "name": n, "sex": "P"} for n in names]
        made = add_members(decree=each, rows=rows, by=world.siti)
        last = made[-1].start + dt.timedelta(days=dice.randint(1, 400))
        end_member(member=made[-1], on=last, reason="mutasi", by=world.siti)

    stories = {name: story_of_person(world.blora, name) for name in people}
    for offset in range(0, 900, 17):
        on = D(2020, 1, 1) + dt.timedelta(days=offset)
        seated = {s.name for s in members_on(world.blora, Kind.POKJA, on).seats}
        told = {
            name
            for name, story in stories.items()
            if any(term.holds_on(on) for term in story.terms)
        }
        assert told == seated, on


@pytest.mark.slow
def test_the_page_is_reached_from_the_list(world, client_of):
    office = make_fp.office(world.blora)
    holder = make_fp.holder(office, "Agus <b>Prasetyo</b>")
    decree = make.decree(world)
    make.member(world, decree, office=office, position="")
    member = person(world, decree, standing=Standing.CHAIR)
    client = client_of(world.wati)

    page = client.get(reverse("member-list")).content.decode()

    for name, pk in (("member-holder", holder.pk), ("member-person", member.pk)):
        url = reverse(name, args=[pk])
        assert url in page
        assert client.get(url).status_code == 200
    told = client.get(reverse("member-holder", args=[holder.pk])).content.decode()
    assert "Agus &lt;b&gt;Prasetyo" in told


def test_a_holder_who_never_was_a_member_has_no_page_here(world, client_of):
    make.decree(world)
    holder = make_fp.holder(make_fp.office(world.blora))

    url = reverse("member-holder", args=[holder.pk])
    assert client_of(world.siti).get(url).status_code == 404


def test_rembang_sees_nobody_of_blora(world, client_of):
    member = person(world, make.decree(world))

    url = reverse("member-person", args=[member.pk])
    assert client_of(world.budi).get(url).status_code == 404


@pytest.mark.slow
def test_three_terms_and_forty_cost_the_same(world, client_of):
    office = make_fp.office(world.blora)
    make_fp.holder(office)
    decree = make.decree(world)
    member = person(world, decree)
    make.member(world, decree, office=office, position="")
    client, url = client_of(world.siti), reverse("member-person", args=[member.pk])
    counts = []
    for upto in (3, 40):
        rows = [
            {"name": member.name, "sex": "P", "institution": f"Kantor {number}"}
            for number in range(Member.objects.count(), upto)
        ]
        rows = [{**row, "standing": Standing.MEMBER} for row in rows]
        add_members(decree=decree, rows=rows, by=world.siti)
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        counts.append(len(caught))

    assert counts[0] == counts[1] <= 12
