"""Widths: own region and below to look, own region to change, one OPD for its people."""

from __future__ import annotations

import datetime as dt

from focal_points.appointments.models import Appointment
from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from pug_portal.access.actor import NOBODY, SYSTEM
from pug_portal.accounts.hats import actor_under
from tests.make import focal_points as make_fp
from tests.make import pug_portal as make


def names(rows) -> set[str]:
    return {f"{opd.region.short_name}/{opd.short_name}" for opd in rows}


def test_a_region_sees_its_own_rows(world):
    assert names(Opd.objects.for_actor(world.budi)) == {"Rembang/Dinkes"}


def test_a_province_sees_the_regions_below_it(world):
    assert len(Opd.objects.for_actor(world.prov)) == 5


def test_a_province_owns_nothing_of_the_regions_below_it(world):
    assert not Opd.objects.owned_by(world.prov).exists()


def test_nobody_sees_nothing(world):
    assert not Opd.objects.for_actor(NOBODY).exists()
    assert not Opd.objects.for_actor(world.baru).exists()


def test_the_system_sees_all(world):
    assert Opd.objects.for_actor(SYSTEM).count() == 5


def test_a_focal_point_reaches_the_opd_of_the_appointment(world):
    assert opd_ids_of(world.ratih) == {world.dinkes.pk}


def test_when_the_appointment_has_ended_nothing_is_reached(world, clock):
    user = make.user("Lama Sekali", world.blora)
    actor = make_fp.appointed(user, world.dlh, end=dt.date(2026, 1, 31))

    clock("2026-02-01")

    fresh = actor_under(actor.user.assignments.first(), user)
    assert opd_ids_of(fresh) == frozenset()


def test_the_neighbour_opd_is_invisible(world):
    seen = Appointment.objects.for_actor(world.ratih)

    assert {row.opd_id for row in seen} == {world.dinkes.pk}
