"""Ending an appointment ends the access that came with it."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.appointments.actions import end_appointment
from focal_points.appointments.models import Appointment
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.hats import hats_of
from pug_portal.audit.models import Event

LAST = dt.date(2020, 10, 31)


def of_ratih(world) -> Appointment:
    return Appointment.objects.get(user=world.ratih.user)


def test_the_hat_ends_on_the_same_day(world, clock):
    end_appointment(
        appointment=of_ratih(world), on=LAST, reason="Mutasi", by=world.siti
    )

    clock("2020-10-31")
    assert len(hats_of(world.ratih.user)) == 1
    clock("2020-11-01")
    assert hats_of(world.ratih.user) == []
    event = Event.objects.about(of_ratih(world)).first()
    assert (event.changes, event.reason) == ({"end": [None, "2020-10-31"]}, "Mutasi")


@pytest.mark.parametrize(
    ("on", "reason", "field"),
    [(dt.date(2018, 1, 1), "Mutasi", "on"), (LAST, "  ", "reason")],
)
def test_a_wrong_day_or_no_reason_is_refused(world, on, reason, field):
    with pytest.raises(Refusal) as refused:
        end_appointment(
            appointment=of_ratih(world), on=on, reason=reason, by=world.siti
        )

    assert refused.value.field == field


def test_ending_does_not_lengthen(world):
    end_appointment(
        appointment=of_ratih(world), on=LAST, reason="Mutasi", by=world.siti
    )

    with pytest.raises(Refusal, match="sudah berakhir 31 Oktober 2020"):
        end_appointment(
            appointment=of_ratih(world),
            on=dt.date(2021, 1, 1),
            reason="Salah",
            by=world.siti,
        )


@pytest.mark.parametrize("name", ["joko", "ratih", "hasan", "wati", "budi", "prov"])
def test_nobody_else_ends_it(world, name):
    with pytest.raises(PermissionDenied):
        end_appointment(
            appointment=of_ratih(world),
            on=LAST,
            reason="Mutasi",
            by=getattr(world, name),
        )
