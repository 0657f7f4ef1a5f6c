"""Which OPD have no focal point."""

import datetime as dt

from focal_points.appointments.actions import end_appointment
from focal_points.appointments.models import Appointment
from focal_points.appointments.queries import (
    focal_points_of,
    head_of,
    pending_decrees,
    uncovered,
)
from focal_points.opd.actions import change_opd
from pug_portal.access.actor import SYSTEM
from tests.make import focal_points as make

DAY = dt.date(2020, 12, 31)


def names(world) -> list[str]:
    return [opd.short_name for opd in uncovered(world.blora, DAY)]


def test_an_opd_with_only_a_head_is_not_covered(world):
    make.appointment(world.dinsos, kind="kepala_opd")

    assert names(world) == ["Bappeda", "Dinsos P3A"]


def test_an_ended_appointment_no_longer_covers(world):
    end_appointment(
        appointment=Appointment.objects.get(user=world.dewi.user),
        on=dt.date(2020, 12, 30),
        reason="Mutasi",
        by=SYSTEM,
    )

    assert "DLH" in names(world)


def test_an_opd_that_does_not_report_needs_none(world):
    change_opd(opd=world.bappeda, by=SYSTEM, takes_part=False)

    assert names(world) == ["Dinsos P3A"]


def test_focal_points_and_head_are_told_apart(world):
    assert [a.name for a in focal_points_of(world.dinkes, DAY)] == ["Ratih Kusuma"]
    assert head_of(world.dinkes, DAY).name == "Hasan Basri"
    assert head_of(world.dlh, DAY) is None


def test_decrees_that_are_still_owed_are_told_also_after_the_60_days(world):
    owed = make.appointment(world.dlh, decree_number="", start=dt.date(2020, 7, 1))
    ended = make.appointment(
        world.dlh, "Tono", decree_number="", start=dt.date(2020, 7, 1)
    )
    end_appointment(
        appointment=ended, on=dt.date(2020, 7, 2), reason="Mutasi", by=SYSTEM
    )
    make.appointment(world.dlh, "Maya", decree_number="", start=dt.date(2021, 1, 1))

    assert list(pending_decrees(world.blora, DAY)) == [owed]
