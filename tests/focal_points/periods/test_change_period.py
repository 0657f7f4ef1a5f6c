"""New dates for an open period, with the reason."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.periods.actions import change_period
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make.focal_points import period


def test_a_changed_date_is_logged_old_to_new_with_the_reason(world):
    opened = period(world.blora)

    change_period(
        period=opened,
        due_on=dt.date(2021, 2, 5),
        reason="Listrik padam dua hari",
        by=world.siti,
    )

    event = Event.objects.about(opened).first()
    assert event.changes == {"due_on": ["2021-01-31", "2021-02-05"]}
    assert event.reason == "Listrik padam dua hari"
    opened.refresh_from_db()
    assert opened.due_on == dt.date(2021, 2, 5)


def test_a_change_without_a_reason_is_refused(world):
    opened = period(world.blora)

    with pytest.raises(Refusal) as refused:
        change_period(
            period=opened, due_on=dt.date(2021, 2, 5), reason="  ", by=world.siti
        )

    assert refused.value.field == "reason"


def test_nothing_changed_leaves_no_event(world):
    opened = period(world.blora)
    before = Event.objects.count()

    change_period(period=opened, due_on=opened.due_on, reason="", by=world.siti)

    assert Event.objects.count() == before


def test_a_lock_before_the_due_date_is_refused(world):
    opened = period(world.blora)

    with pytest.raises(Refusal) as refused:
        change_period(
            period=opened, locks_on=dt.date(2021, 1, 2), reason="x", by=world.siti
        )

    assert refused.value.field == "locks_on"


@pytest.mark.parametrize("name", ["joko", "ratih", "wati", "prov", "budi", "admin"])
def test_nobody_else_changes_a_period_of_blora(world, name):
    opened = period(world.blora)

    with pytest.raises(PermissionDenied):
        change_period(
            period=opened,
            due_on=dt.date(2021, 2, 5),
            reason="x",
            by=getattr(world, name),
        )
