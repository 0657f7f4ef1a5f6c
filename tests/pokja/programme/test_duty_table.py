"""All twelve tugas are shown, also those without any activity."""

from __future__ import annotations

import pytest

from pokja.programme.duty_table import duty_table
from pug_portal.lib.dates import Semester
from tests.make import meetings as make_meetings
from tests.make import programme as make

FIRST_HALF = Semester(2021, 1)


def row_of(table, letter):
    return next(row for row in table.rows if row.letter == letter)


def test_an_empty_region_shows_twelve_untouched_tugas(world):
    table = duty_table(world.blora, FIRST_HALF)

    assert "".join(row.letter for row in table.rows) == "abcdefghijkl"
    assert len(table.untouched) == 12


@pytest.mark.slow
def test_lines_meetings_and_visits_stand_in_their_rows(world, clock):
    line = make.programme(world).lines.get()
    make.visit(world)
    clock("2020-11-02")
    make_meetings.meeting_at("disahkan", world, duties=["a", "l"])
    make_meetings.meeting_at("berlangsung", world, title="Lain", duties=["b"])
    clock("2021-06-15")
    make.line_actions.report_line(
        line=line, status="selesai", realisation="", obstacles="", by=world.siti
    )

    now, before = (
        duty_table(world.blora, each) for each in (FIRST_HALF, Semester(2020, 2))
    )
    assert (row_of(now, "a").lines, row_of(now, "a").done) == (1, 1)
    assert (row_of(now, "i").visits, now.visits) == (1, 1)
    assert row_of(now, "a").is_empty
    assert (row_of(before, "l").meetings, row_of(before, "b").meetings) == (1, 0)
    # One meeting with two tugas stands in two rows and is one meeting.
    assert before.meetings == 1


def test_a_cancelled_line_is_not_planned_any_more(world):
    line = make.programme(world).lines.get()
    make.line_actions.report_line(
        line=line, status="dibatalkan", realisation="", obstacles="x", by=world.siti
    )

    assert row_of(duty_table(world.blora, FIRST_HALF), "a").lines == 0


def test_the_neighbour_counts_for_itself(world):
    make.programme(world)
    make.visit(world)

    table = duty_table(world.rembang, FIRST_HALF)
    assert (table.visits, row_of(table, "a").lines) == (0, 0)
