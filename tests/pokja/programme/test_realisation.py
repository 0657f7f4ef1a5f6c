"""Realisasi computes itself from settled meetings, verified activities and visits."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from focal_points.progress.models import Activity, State
from pokja.meetings import line_actions as hang
from pokja.programme import line_actions, programme_actions
from pokja.programme.models import Programme, ProgrammeLine
from pokja.programme.queries import lines_of
from pokja.programme.realisation import realisation_of
from tests.make import meetings as make_meetings
from tests.make import programme as make
from tests.make import progress as make_progress
from tests.pokja.decrees.told import refused

CODE = {"sub_activity_code": "2.08.02.2.01.01", "code_rule": "Permendagri 90/2019"}
SPENT = make_progress.ACTIVITY["realized"]


def found_of(programme: Programme, half: int = 2):
    lines = lines_of(programme)
    found = realisation_of(programme, lines, half=half)
    return [found.of(line) for line in lines], found


def in_2020(world, lines: int = 1, **facts) -> Programme:
    made = make.programme(world, "draf", lines=0, year=2020)
    for number in range(lines):
        make.line(world, made, activity=f"Kegiatan {number}", **facts)
    return make.settled(world, made)


def report_activity(world, clock, opd, filler, state=State.VERIFIED, **facts) -> None:
    clock(make_progress.WITHIN)
    report = make_progress.progress_at(
        state, opd=opd, filler=filler, verifier=world.siti
    )
    told = {"sub_activity_code": "2.08.02.02.01.0001", "duties": ["a"], **facts}
    Activity.objects.filter(progress=report).update(**told)
    clock("2021-06-15")


def hung(world, line, state="disahkan", **facts):
    meeting = make_meetings.meeting_at(state, world, **facts)
    return hang.hang_meeting(meeting=meeting, programme_line=line, by=world.siti)


def test_people_of_settled_meetings_are_counted_and_of_others_not(world, clock):
    programme = in_2020(world)
    line = programme.lines.get()
    clock("2020-11-02")
    hung(world, line)
    hung(world, line, "berlangsung", title="Belum selesai", held=dt.date(2020, 10, 5))

    (row,), _ = found_of(programme)
    assert (row.meetings, row.men, row.women, len(row.held)) == (1, 3, 6, 2)


def test_a_cancelled_meeting_realises_nothing(world, clock):
    line = in_2020(world).lines.get()
    clock("2020-10-20")
    meeting = make_meetings.meeting_at("dibatalkan", world, is_past_entry=False)

    told = refused(
        lambda: hang.hang_meeting(meeting=meeting, programme_line=line, by=world.siti)
    )
    assert "dibatalkan" in told.sentence


@pytest.mark.slow
def test_rupiah_come_from_verified_activities_of_the_same_code_and_tugas(world, clock):
    programme = in_2020(world, **CODE)
    report_activity(world, clock, world.dinkes, world.ratih)
    report_activity(world, clock, world.dlh, world.dewi, State.SUBMITTED)

    (row,), found = found_of(programme)
    assert (row.realized, len(row.activities), found.left_out) == (SPENT, 1, [])


@pytest.mark.slow
def test_of_two_lines_that_would_do_one_has_it(world, clock):
    programme = in_2020(world, lines=2, **CODE)
    report_activity(world, clock, world.dinkes, world.ratih)

    rows, _ = found_of(programme)
    assert [row.realized for row in rows] == [SPENT, None]


@pytest.mark.slow
def test_without_a_common_tugas_it_is_left_out_and_said(world, clock):
    programme = in_2020(world, **CODE)
    report_activity(world, clock, world.dinkes, world.ratih, duties=["h"])

    (row,), found = found_of(programme)
    assert (row.realized, len(found.left_out)) == (None, 1)


@pytest.mark.slow
def test_what_hangs_on_a_line_stays_through_a_perubahan(world, clock):
    programme = in_2020(world)
    line = programme.lines.get()
    clock("2020-11-02")
    hung(world, line)
    clock("2021-06-15")
    newer = programme_actions.revise_programme(
        programme=programme, reason="Geser", by=world.siti
    )
    told = refused(
        lambda: line_actions.remove_line(line=newer.lines.get(), by=world.siti)
    )
    assert "1 rapat" in told.sentence
    make.settled(world, newer)

    (row,), _ = found_of(newer)
    assert row.meetings == 1


def test_semester_one_ends_in_june(world):
    programme = make.programme(world)
    line = programme.lines.get()
    make.visit(world, line=line)

    clock_rows = [found_of(programme, half)[0][0].visits for half in (1, 2)]
    assert [len(rows) for rows in clock_rows] == [1, 1]
    assert found_of(programme)[1].total.is_empty is False


@pytest.mark.slow
def test_a_follow_up_is_told_on_its_line(world, clock):
    programme = in_2020(world)
    clock("2020-11-02")
    row = make_meetings.follow_up_of(world)
    hang.hang_follow_up(
        recommendation=row, programme_line=programme.lines.get(), by=world.siti
    )

    (found,), _ = found_of(programme)
    assert (len(found.promises), found.promises_done, found.meetings) == (1, 0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("lines", [3, 40])
def test_it_costs_the_same_for_three_lines_and_for_forty(world, lines):
    programme = make.programme(world, lines=lines)
    rows = list(ProgrammeLine.objects.filter(programme=programme))

    with CaptureQueriesContext(connection) as caught:
        realisation_of(programme, rows)
    assert len(caught) == 4
