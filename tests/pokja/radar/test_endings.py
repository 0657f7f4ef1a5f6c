"""90, 30 and 7 days before the end, and after it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from focal_points.appointments.actions import end_appointment
from pokja.decrees.actions import revoke_decree
from pokja.decrees.models import Kind
from pokja.radar.endings import appointments_ending, bands_of, decrees_ending
from tests.make import focal_points as make_fp
from tests.make import pokja as make

D = dt.date
LAST = D(2020, 12, 31)


def lines(world, day: D) -> list[tuple[object, D]]:
    return [(row.decree, row.last_day) for row in decrees_ending(world.blora, day)]


@pytest.mark.parametrize(
    ("days_before", "band"),
    [
        (91, None),
        (90, 90),
        (31, 90),
        (30, 30),
        (8, 30),
        (7, 7),
        (0, 7),
        (-1, 0),
        (-1000, 0),
    ],
)
def test_each_day_falls_in_its_band(world, days_before, band):
    make.decree(world, effective_until=LAST)
    day = LAST - dt.timedelta(days=days_before)

    found = bands_of(decrees_ending(world.blora, day))

    filled = [each.days for each in found if each.endings]
    assert filled == ([] if band is None else [band])


def test_an_open_end_never_ends(world):
    make.decree(world)

    assert lines(world, D(2050, 1, 1)) == []


def test_what_an_amendment_carries_on_does_not_end_soon(world):
    base = make.decree(world, effective_until=LAST)
    make.amendment(world, base, effective_until=D(2021, 12, 31))

    assert lines(world, D(2020, 11, 1)) == []
    assert lines(world, D(2021, 11, 1)) == [(base, D(2021, 12, 31))]


def test_what_has_its_successor_recorded_does_not_ask_for_one(world):
    make.decree(world, effective_until=LAST)
    begins = D(2021, 1, 1)
    make.decree(world, number="1/2020", signed_on=D(2020, 10, 1), effective_from=begins)

    assert lines(world, D(2020, 11, 1)) == []


def test_a_revoked_chain_asks_for_a_successor(world):
    decree = make.decree(world)
    revoke_decree(decree=decree, on=D(2020, 6, 1), reason="dicabut", by=world.siti)

    assert lines(world, D(2020, 6, 2)) == [(decree, D(2020, 5, 31))]


def test_each_opd_is_a_subject_of_its_own(world):
    facts = {"kind": Kind.FOCAL_POINT, "effective_until": LAST}
    kept = make.decree(world, **facts, opd=world.dinkes)
    make.decree(world, **facts, opd=world.dlh)
    begins = D(2021, 1, 1)
    make.decree(
        world,
        number="9",
        kind=Kind.FOCAL_POINT,
        opd=world.dlh,
        signed_on=D(2020, 12, 1),
        effective_from=begins,
    )

    assert lines(world, D(2020, 12, 15)) == [(kept, LAST)]


def test_the_decree_of_a_closed_opd_is_not_asked_for(world):
    make.decree(world, kind=Kind.FOCAL_POINT, opd=world.dlh, effective_until=LAST)
    world.dlh.active_to = LAST
    world.dlh.save()

    assert lines(world, D(2021, 1, 15)) == []


def test_an_appointment_ends_unless_somebody_follows(world, clock):
    clock("2020-06-01")
    for opd in (world.dinsos, world.bappeda):
        make_fp.appointment(opd, end=LAST)
    make_fp.appointment(world.bappeda, "Rina Hapsari", start=D(2021, 1, 1))

    found = appointments_ending(world.siti, world.blora, D(2020, 12, 1))

    assert [row.appointment.opd for row in found] == [world.dinsos]
    assert found[0].days_left == 30


def test_a_focal_point_sees_appointments_of_the_own_opd_alone(world, clock):
    clock("2020-06-01")
    make_fp.appointment(world.dinsos, end=LAST)

    assert appointments_ending(world.ratih, world.blora, D(2020, 12, 1)) == []


def test_who_was_ended_and_not_followed_stays_on_the_radar(world, clock):
    clock("2020-06-01")
    made = make_fp.appointment(world.dinsos)
    end_appointment(appointment=made, on=D(2020, 6, 30), reason="mutasi", by=world.siti)

    (found,) = appointments_ending(world.siti, world.blora, D(2020, 7, 2))
    assert found.is_over


@pytest.mark.slow
def test_the_page_names_them_and_offers_the_next_step(world, client_of, clock):
    decree = make.decree(world, effective_until=LAST)
    clock("2020-12-01")
    url = reverse("decree-expiry")

    ours = client_of(world.siti).get(url).content.decode()
    theirs = client_of(world.prov).get(f"{url}?daerah=33.16").content.decode()

    assert "Berakhir dalam 30 hari" in ours
    assert f"?mengganti={decree.pk}" in ours
    assert "Berakhir dalam 30 hari" in theirs
    assert "mengganti=" not in theirs


def test_nothing_ends_is_said_so(world, client_of):
    page = client_of(world.wati).get(reverse("decree-expiry")).content.decode()

    assert "Tidak ada yang berakhir dalam 90 hari" in page
