"""The next period opens by itself."""

from focal_points.periods.jobs import open_due_periods
from focal_points.periods.models import ReportingPeriod
from focal_points.tasks import open_due_periods as task
from pug_portal.lib.dates import Semester
from tests.make.focal_points import period


def test_the_next_semester_opens_on_its_first_day_and_once(world, clock):
    period(world.blora)
    clock("2020-12-31")
    assert open_due_periods() == []

    clock("2021-01-01")
    opened = open_due_periods()
    again = open_due_periods()

    assert [str(each) for each in opened] == ["Semester I 2021"]
    assert again == []


def test_a_region_that_never_opened_one_is_left_alone(world, clock):
    clock("2021-01-01")

    assert open_due_periods() == []


def test_a_long_gap_is_not_filled_with_periods_nobody_asked_for(world, clock):
    period(world.blora)
    clock("2026-11-22")

    open_due_periods()

    found = ReportingPeriod.objects.filter(region=world.blora)
    assert [each.semester for each in found] == [Semester(2026, 2), Semester(2020, 2)]


def test_a_period_opened_ahead_by_hand_stays_the_last_one(world, clock):
    period(world.blora, Semester(2021, 1))
    clock("2020-11-22")

    assert open_due_periods() == []


def test_the_east_begins_its_semester_two_hours_before_jakarta(world, clock):
    world.blora.zone = "WIT"
    world.blora.save(update_fields=["zone"])
    period(world.blora)
    clock("2020-12-31T22:30")

    assert [str(each) for each in open_due_periods()] == ["Semester I 2021"]


def test_the_task_is_thin(world, clock):
    period(world.blora)
    clock("2021-01-01")

    task()

    assert ReportingPeriod.objects.count() == 2
