"""Appointing focal points and heads."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.appointments.actions import appoint, change_person, give_account
from focal_points.appointments.models import Appointment
from focal_points.appointments.scope import opd_ids_of
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.hats import actor_under, hats_of
from pug_portal.audit.models import Event
from tests.make import focal_points as make
from tests.make import pug_portal as make_floor

START = dt.date(2020, 7, 1)


def appointed(world, by, **facts) -> Appointment:
    given = {
        "opd": world.dinkes,
        "kind": "focal_point",
        "name": "Lina Marlina",
        "sex": "P",
        "start": START,
        "decree_number": "800/7/2020",
        **facts,
    }
    return appoint(by=by, **given)


def opd_ids_today(user) -> frozenset[int]:
    """What a fresh request of this person would see."""
    hats = hats_of(user)
    return opd_ids_of(actor_under(hats[0] if hats else None, user))


@pytest.mark.slow
def test_an_appointment_without_an_account_is_a_line_in_the_list(world):
    made = appointed(world, world.siti)

    assert made.user is None
    assert made.assignment is None
    assert Event.objects.about(made).get().says.startswith("menunjuk Lina Marlina")


@pytest.mark.slow
def test_an_appointment_with_an_account_gives_a_dated_hat(world):
    user = make_floor.user("Lina Marlina", world.blora)

    made = appointed(world, world.siti, user=user, end=dt.date(2022, 6, 30))

    assert made.assignment.end == dt.date(2022, 6, 30)
    assert made.assignment.basis_number == "800/7/2020"


@pytest.mark.slow
def test_sk_menyusul_holds_for_60_days_with_or_without_an_account(world):
    without = appointed(world, world.siti, decree_number="")
    user = make_floor.user("Tono", world.blora)
    with_account = appointed(
        world, world.siti, decree_number="", name="Tono", user=user
    )

    assert without.end == with_account.end == dt.date(2020, 8, 30)


def test_an_earlier_end_of_sk_menyusul_stays(world):
    made = appointed(world, world.siti, decree_number="", end=dt.date(2020, 7, 15))

    assert made.end == dt.date(2020, 7, 15)


def test_access_ends_with_the_appointment(world, clock):
    user = make_floor.user("Lina Marlina", world.blora)
    appointed(world, world.siti, user=user, end=dt.date(2020, 12, 31))

    clock("2020-12-31")
    assert opd_ids_today(user) == {world.dinkes.pk}

    clock("2021-01-01")
    assert hats_of(user) == []
    assert opd_ids_today(user) == frozenset()


def test_many_appointments_are_valid_at_once(world):
    for number in range(40):
        appointed(world, world.siti, name=f"Orang {number}", decree_number=f"{number}")

    assert Appointment.objects.filter(opd=world.dinkes).valid_on(START).count() == 42


def test_an_end_before_the_start_is_refused(world):
    with pytest.raises(Refusal) as refused:
        appointed(world, world.siti, end=dt.date(2020, 6, 30))

    assert refused.value.field == "end"


def test_a_double_click_appoints_once(world):
    appointed(world, world.siti)

    with pytest.raises(Refusal, match="sudah ditunjuk") as refused:
        appointed(world, world.siti)

    assert refused.value.field == "name"
    assert Appointment.objects.filter(name="Lina Marlina").count() == 1


def test_the_same_account_is_appointed_once_per_opd(world):
    with pytest.raises(Refusal, match="Akun ini sudah ditunjuk"):
        appointed(world, world.siti, user=world.ratih.user)


def test_the_same_person_may_return_after_the_end(world):
    appointed(world, world.siti, end=dt.date(2020, 12, 31))

    assert appointed(world, world.siti, start=dt.date(2021, 1, 1)).pk


def test_one_person_may_serve_two_opd(world):
    appointed(world, world.siti)

    assert appointed(world, world.siti, opd=world.dlh).pk


def test_a_wrong_nip_is_refused(world):
    with pytest.raises(Refusal) as refused:
        appointed(world, world.siti, nip="123")

    assert refused.value.field == "nip"


def test_an_account_can_follow_later(world, clock):
    clock("2020-10-01")
    made = appointed(world, world.siti)
    user = make_floor.user("Lina Marlina", world.blora)

    give_account(appointment=made, user=user, by=world.siti)

    assert opd_ids_today(user) == {world.dinkes.pk}


def test_an_account_is_given_once_and_not_after_the_end(world, clock):
    clock("2021-10-01")
    user = make_floor.user("Lina Marlina", world.blora)
    ended = appointed(world, world.siti, end=dt.date(2020, 12, 31))
    given = make.appointment(world.dlh, user=user)

    for made, sentence in ((ended, "sudah berakhir"), (given, "sudah mempunyai")):
        with pytest.raises(Refusal, match=sentence):
            give_account(appointment=made, user=user, by=world.siti)


def test_the_trail_tells_that_a_contact_changed_but_not_the_contact(world):
    made = appointed(world, world.siti, contact="0812-0000-0001")

    change_person(
        appointment=made, by=world.siti, name="Lina Marlena", contact="0812-0000-0002"
    )

    event = Event.objects.about(made).first()
    assert event.changes["name"] == ["Lina Marlina", "Lina Marlena"]
    assert "0812" not in str(event.changes)


@pytest.mark.parametrize(
    "name", ["joko", "ratih", "hasan", "wati", "budi", "prov", "admin", "baru"]
)
def test_nobody_else_appoints_in_blora(world, name):
    with pytest.raises(PermissionDenied):
        appointed(world, getattr(world, name))
