"""«Lengkapi SK»: the number arrives after the appointment."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.appointments.actions import end_appointment, record_decree
from focal_points.appointments.models import State
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.hats import hats_of
from pug_portal.audit.models import Event
from tests.make import focal_points as make
from tests.make import pug_portal as make_floor

START = dt.date(2020, 7, 1)


def pending(world, **facts):
    return make.appointment(world.dinkes, decree_number="", start=START, **facts)


def test_the_number_lifts_the_60_days(world):
    user = make_floor.user("Lina Marlina", world.blora)
    made = pending(world, user=user)

    done = record_decree(
        appointment=made,
        decree_number="800/9/2020",
        decree_date=dt.date(2020, 8, 1),
        by=world.siti,
    )

    done.assignment.refresh_from_db()
    assert (done.end, done.assignment.end) == (None, None)
    assert done.assignment.basis == "sk"
    event = Event.objects.about(done).first()
    assert event.changes["decree_number"] == ["", "800/9/2020"]
    assert event.changes["end"] == ["2020-08-30", None]


def test_access_returns_when_the_number_comes_late(world, clock):
    user = make_floor.user("Lina Marlina", world.blora)
    made = pending(world, user=user)
    clock("2020-10-01")
    assert hats_of(user) == []

    record_decree(
        appointment=made, decree_number="800/9/2020", decree_date=None, by=world.siti
    )

    assert len(hats_of(user)) == 1


def test_the_states_follow_from_the_dates(world):
    made = pending(world)

    states = [
        made.state_on(day)
        for day in (
            dt.date(2020, 6, 30),
            dt.date(2020, 7, 1),
            dt.date(2020, 8, 30),
            dt.date(2020, 8, 31),
        )
    ]

    assert states == [State.COMING, State.PENDING, State.PENDING, State.LAPSED]
    assert made.days_left(dt.date(2020, 8, 20)) == 10


def test_an_ended_appointment_takes_no_number_any_more(world):
    made = pending(world)
    end_appointment(
        appointment=made, on=dt.date(2020, 7, 31), reason="Mutasi", by=world.siti
    )

    with pytest.raises(Refusal, match="sudah diakhiri"):
        record_decree(
            appointment=made, decree_number="1", decree_date=None, by=world.siti
        )


def test_an_empty_number_and_an_early_end_are_refused(world):
    made = pending(world)

    for facts, field in (
        ({"decree_number": " "}, "decree_number"),
        ({"decree_number": "1", "end": dt.date(2020, 1, 1)}, "end"),
    ):
        with pytest.raises(Refusal) as refused:
            record_decree(appointment=made, decree_date=None, by=world.siti, **facts)
        assert refused.value.field == field


@pytest.mark.parametrize("name", ["joko", "ratih", "wati", "budi", "prov", "admin"])
def test_nobody_else_records_it(world, name):
    with pytest.raises(PermissionDenied):
        record_decree(
            appointment=pending(world),
            decree_number="1",
            decree_date=None,
            by=getattr(world, name),
        )
