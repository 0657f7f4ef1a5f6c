"""Mutasi since the decree began."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.decrees.models import Kind
from pokja.membership.queries import members_on
from pokja.radar.moves import moves_since_decrees, needing_decree
from tests.make import focal_points as make_fp
from tests.make import pokja as make

D = dt.date


@pytest.fixture
def office(world):
    office = make_fp.office(world.blora)
    make_fp.holder(office, "Agus Prasetyo, M.Si")
    return office


def seated(world, office, **facts):
    return make.member(world, make.decree(world), office=office, position="", **facts)


def test_a_named_person_who_left_needs_a_decree(world, office):
    seated(world, office, name="Agus Prasetyo", sex="L")
    make_fp.holder(office, "Sri Mulyati", start=D(2020, 7, 1), sex="P")

    assert moves_since_decrees(world.blora, D(2020, 6, 30)) == []
    (move,) = moves_since_decrees(world.blora, D(2020, 7, 1))
    assert (move.needs_decree, move.before, move.now.name, move.since) == (
        True,
        "Agus Prasetyo",
        "Sri Mulyati",
        D(2020, 7, 1),
    )


def test_a_plt_does_not_push_out_the_named_person(world, office):
    seated(world, office, name="Agus Prasetyo", sex="L")
    make_fp.holder(
        office, "Sri Mulyati", kind="plt", start=D(2020, 5, 1), end=D(2020, 5, 31)
    )

    assert moves_since_decrees(world.blora, D(2020, 5, 15)) == []


def test_an_ex_officio_seat_is_told_but_needs_nothing(world, office):
    seated(world, office)
    make_fp.holder(office, "Sri Mulyati", start=D(2020, 7, 1), sex="P")

    (move,) = moves_since_decrees(world.blora, D(2020, 8, 1))
    assert (move.needs_decree, move.before) == (False, "Agus Prasetyo, M.Si")
    assert needing_decree(world.blora, D(2020, 8, 1)) == 0


def test_a_vacant_office_is_a_move_to_nobody(world):
    office = make_fp.office(world.blora)
    make_fp.holder(office, end=D(2020, 6, 30))
    seated(world, office)

    (move,) = moves_since_decrees(world.blora, D(2020, 7, 15))
    assert (move.now, move.since) == (None, D(2020, 7, 1))


def test_what_needs_a_decree_is_what_the_roster_marks(world, office):
    seated(world, office, name="Rina Hapsari", sex="P")

    for day in (D(2020, 3, 1), D(2021, 3, 1)):
        roster = members_on(world.blora, Kind.POKJA, day)
        marked = sum(seat.has_moved for seat in roster.seats)
        assert needing_decree(world.blora, day) == marked == 1


@pytest.mark.slow
def test_the_page_escapes_names_and_costs_the_same_for_many(world, client_of):
    decree = make.decree(world)
    client, url = client_of(world.siti), reverse("decree-expiry")
    counts = []
    done = 0
    for upto in (3, 40):
        for number in range(done, upto):
            each = make_fp.office(world.blora, f"Kepala {number}")
            make_fp.holder(each, f"Lama {number}")
            make_fp.holder(each, "<script>x</script>", start=D(2020, 7, 1))
            make.member(world, decree, office=each, position="")
        done = upto
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            page = client.get(url).content.decode()
        counts.append(len(caught))

    assert "<script>x" not in page
    assert counts[0] == counts[1] <= 12
