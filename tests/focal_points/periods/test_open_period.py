"""Opening a period."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.periods.actions import open_period, open_with_defaults
from focal_points.periods.calendar import default_dates
from focal_points.periods.models import ReportingPeriod
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.dates import Semester


def test_the_usual_dates_of_both_semesters():
    assert default_dates(Semester(2020, 2)) == {
        "figures_as_of": dt.date(2020, 12, 31),
        "opens_on": dt.date(2021, 1, 1),
        "due_on": dt.date(2021, 1, 31),
        "locks_on": dt.date(2021, 2, 15),
    }
    assert default_dates(Semester(2026, 1)) == {
        "figures_as_of": dt.date(2026, 6, 30),
        "opens_on": dt.date(2026, 7, 1),
        "due_on": dt.date(2026, 7, 31),
        "locks_on": dt.date(2026, 8, 15),
    }


def test_the_sekretariat_opens_a_period_and_the_trail_tells_the_dates(world):
    period = open_with_defaults(
        region=world.blora, semester=Semester(2020, 2), by=world.siti
    )

    event = Event.objects.about(period).get()
    assert str(event) == "Siti Rahmawati membuka periode Semester II 2020"
    assert event.changes["due_on"] == [None, "2021-01-31"]


def test_a_semester_opens_once_per_region(world):
    open_with_defaults(region=world.blora, semester=Semester(2020, 2), by=world.siti)

    with pytest.raises(Refusal, match="sudah dibuka") as refused:
        open_with_defaults(
            region=world.blora, semester=Semester(2020, 2), by=world.siti
        )

    assert refused.value.field == "half"
    assert ReportingPeriod.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"due_on": dt.date(2020, 12, 30)}, "due_on"),
        ({"locks_on": dt.date(2021, 1, 30)}, "locks_on"),
        ({"opens_on": dt.date(2020, 6, 30)}, "opens_on"),
        ({"figures_as_of": dt.date(2020, 6, 30)}, "figures_as_of"),
        (
            {"opens_on": dt.date(2020, 12, 1), "due_on": dt.date(2020, 12, 30)},
            "due_on",
        ),
    ],
)
def test_dates_in_the_wrong_order_are_refused_beside_the_date(world, wrong, field):
    dates = {**default_dates(Semester(2020, 2)), **wrong}

    with pytest.raises(Refusal) as refused:
        open_period(region=world.blora, year=2020, half=2, by=world.siti, **dates)

    assert refused.value.field == field


@pytest.mark.parametrize("name", ["joko", "ratih", "hasan", "wati", "prov", "budi"])
def test_nobody_else_opens_a_period_in_blora(world, name):
    with pytest.raises(PermissionDenied):
        open_with_defaults(
            region=world.blora, semester=Semester(2020, 2), by=getattr(world, name)
        )
