import pytest

from focal_points.periods.actions import exempt
from focal_points.progress.board import Group, Punctuality, Status, group_counts
from focal_points.progress.models import State
from focal_points.progress.queries import board, totals
from pug_portal.access.actor import SYSTEM
from tests.make import focal_points as make_fp
from tests.make import progress as make


def row_of(world, opd):
    return next(r for r in board(make.period(world.blora)) if r.opd == opd)


def test_every_active_opd_stands_on_the_board_also_the_silent_ones(world):
    closed = make_fp.opd(world.blora, "Dinas Lama", "Lama")
    closed.active_to = make.dt.date(2020, 6, 30)
    closed.save()

    names = [row.opd.short_name for row in board(make.period(world.blora))]

    assert names == ["Bappeda", "Dinkes", "DLH", "Dinsos P3A"]


@pytest.mark.parametrize(
    ("state", "status", "group"),
    [
        (State.DRAFT, Status.DRAFT, Group.NOT_REPORTED),
        (State.AWAITING_HEAD, Status.AWAITING_HEAD, Group.NOT_REPORTED),
        (State.SUBMITTED, Status.SUBMITTED, Group.IN_REVIEW),
        (State.RETURNED, Status.RETURNED, Group.IN_REPAIR),
        (State.VERIFIED, Status.VERIFIED, Group.VERIFIED),
    ],
)
def test_stored_states_show_as_they_are(world, report_at, state, status, group):
    report_at(state)

    row = row_of(world, world.dinkes)
    assert (row.status, row.group) == (status, group)


@pytest.mark.parametrize(
    ("moment", "days", "is_locked"),
    [(make.WITHIN, 0, False), (make.AFTER_DUE, 3, False), (make.AFTER_LOCK, 29, True)],
)
def test_late_and_locked_are_told_apart_from_the_state(
    world, clock, moment, days, is_locked
):
    make.draft(world.dinkes, world.ratih)
    clock(moment)

    silent, begun = row_of(world, world.dlh), row_of(world, world.dinkes)
    assert (silent.status, begun.status) == (Status.NOT_STARTED, Status.DRAFT)
    for row in (silent, begun):
        assert (row.days_late, row.is_locked) == (days, is_locked)
        assert row.punctuality == Punctuality.NOT_YET


@pytest.mark.slow
def test_the_first_submission_decides_on_time_or_late(world, report_at, clock):
    report_at(State.RETURNED)
    clock(make.AFTER_DUE)
    make.progress_at(State.SUBMITTED, opd=world.dlh, filler=world.dewi)

    assert row_of(world, world.dinkes).punctuality == Punctuality.ON_TIME
    late = row_of(world, world.dlh)
    assert (late.punctuality, late.days_late) == (Punctuality.LATE, 3)


@pytest.mark.slow
def test_being_sent_back_is_repair_also_while_the_head_reads_again(world, report_at):
    report = report_at(State.RETURNED)
    make.filled(report, world.ratih, gap_count=8)
    make.ask(report, world.ratih)

    assert row_of(world, world.dinkes).group == Group.IN_REPAIR


def test_an_exempted_opd_is_told_apart_with_its_reason(world):
    exempt(period=make.period(world.blora), opd=world.dlh, reason="Digabung", by=SYSTEM)

    row = row_of(world, world.dlh)
    assert (row.status, row.punctuality) == (Status.EXEMPT, None)
    assert row.exempt_reason == "Digabung"


@pytest.mark.slow
def test_the_groups_add_up_to_all(world, report_at):
    report_at(State.SUBMITTED)
    rows = board(make.period(world.blora))

    assert sum(group_counts(rows).values()) == len(rows)


@pytest.mark.parametrize("many", [3, 40])
def test_the_board_takes_the_same_queries_for_any_number_of_opd(
    world, django_assert_num_queries, many
):
    for number in range(many):
        make_fp.opd(world.blora, f"Dinas {number}", f"D{number}")
    period = make.period(world.blora)

    with django_assert_num_queries(4):
        board(period)


@pytest.mark.slow
def test_totals_read_verified_reports_and_keep_empty_apart_from_zero(world, report_at):
    report_at(State.VERIFIED)
    second = make.draft(world.dlh, world.dewi)
    make.filled(second, world.dewi, kak_count=None, trained_men=0)
    make.sent(second, world.dewi)
    period = make.period(world.blora)

    settled = totals(period)
    both = totals(period, [State.VERIFIED, State.SUBMITTED])

    assert (settled.reports, settled.trained_men.value) == (1, 4)
    assert (both.reports, both.trained_men.value, both.trained_men.answered) == (
        2,
        4,
        2,
    )
    assert (both.kak_count.value, both.kak_count.answered) == (1, 1)
    assert both.participants_women.value == 8212
    assert both.share_numerator == 2 * 508_500_000


def test_totals_of_nothing_are_not_zero(world):
    empty = totals(make.period(world.blora))

    assert (empty.reports, empty.arg_ceiling.value, empty.share_denominator) == (
        0,
        None,
        None,
    )
