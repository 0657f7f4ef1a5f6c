"""One year of a region, month by month."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.calendar.entries import entries_of
from pokja.calendar.queries import year_of
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make.meetings import meeting_at

YEAR = (dt.date(2020, 1, 1), dt.date(2020, 12, 31))


def titles(actor, region) -> list[str]:
    return [entry.title for entry in entries_of(actor, region, *YEAR)]


def test_a_meeting_stands_on_its_local_day(world):
    meeting_at("rencana", world)

    october = year_of(world.siti, world.blora, 2020, dt.date(2020, 10, 1))[9]

    assert [(row.day.day, row.title) for row in october.entries] == [
        (26, "Rapat koordinasi Pokja PUG")
    ]
    assert october.is_now


def test_a_planned_meeting_is_not_in_the_calendar_of_the_province(world):
    meeting_at("rencana", world)

    assert titles(world.prov, world.blora) == []


@pytest.mark.slow
def test_a_settled_meeting_is_in_the_calendar_of_the_province(world):
    meeting_at("disahkan", world)

    assert "Rapat koordinasi Pokja PUG" in titles(world.prov, world.blora)


def test_a_postponed_meeting_has_no_day(world):
    meeting_at("ditunda", world)

    assert titles(world.siti, world.blora) == []


def test_the_dates_of_a_period_stand_apart(world):
    make_fp.period(world.blora, by=world.siti)

    dates = entries_of(
        world.siti, world.blora, dt.date(2020, 1, 1), dt.date(2021, 12, 31)
    )

    assert len({entry.key for entry in dates}) == 3


@pytest.mark.slow
def test_a_focal_point_sees_only_the_due_dates_of_its_opd(world):
    meeting_at("disahkan", world)

    due = [t for t in titles(world.dewi, world.blora) if t.startswith("Tenggat")]
    own = [t for t in titles(world.ratih, world.blora) if t.startswith("Tenggat")]

    assert due == []
    assert own


def test_a_year_nobody_plans_for_is_not_there(world, client_of):
    assert client_of(world.siti).get("/kalender/?tahun=99999999").status_code == 404


@pytest.mark.slow
def test_a_full_year_asks_no_more_than_an_empty_one(world, client_of, clock):
    clock("2020-11-01")
    client = client_of(world.siti)
    few = queries_of(client, reverse("calendar"))
    meeting_at("disahkan", world)
    for day in range(2, 20):
        meeting_at("rencana", world, held=dt.date(2020, 9, day))

    assert queries_of(client, reverse("calendar")) == few


def test_a_year_of_many_digits_is_not_found(world, client_of):
    page = client_of(world.siti).get(reverse("calendar"), {"tahun": "002026999"})

    assert page.status_code == 404
