"""Mending an OPD, closing one."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.opd.actions import change_opd
from focal_points.opd.queries import active_on
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make.restructuring import closed


def test_a_closed_opd_leaves_the_denominator_on_the_next_day(world):
    closed(world.dlh, dt.date(2024, 12, 31))

    assert world.dlh in active_on(world.blora, dt.date(2024, 12, 31))
    assert world.dlh not in active_on(world.blora, dt.date(2025, 1, 1))


def test_an_opd_that_does_not_report_leaves_it_too(world):
    change_opd(opd=world.dlh, by=world.siti, takes_part=False)

    assert world.dlh not in active_on(world.blora, dt.date(2024, 12, 31))


def test_the_trail_keeps_old_and_new(world):
    change_opd(opd=world.dlh, by=world.siti, short_name="DLHK", note="")

    event = Event.objects.about(world.dlh).first()
    assert event.changes == {"short_name": ["DLH", "DLHK"]}


def test_nothing_changed_leaves_no_event(world):
    before = Event.objects.count()

    change_opd(opd=world.dlh, by=world.siti, short_name="DLH")

    assert Event.objects.count() == before


def test_a_name_that_another_opd_bears_is_refused(world):
    with pytest.raises(Refusal, match="sudah ada"):
        change_opd(opd=world.dlh, by=world.siti, name="Dinas Kesehatan")


@pytest.mark.parametrize("name", ["joko", "ratih", "wati", "budi", "prov"])
def test_nobody_else_changes_an_opd_of_blora(world, name):
    with pytest.raises(PermissionDenied):
        change_opd(opd=world.dlh, by=getattr(world, name), short_name="X")
