"""The report prints the programme in force with its realisation up to the semester."""

from __future__ import annotations

import json

from pokja.meetings.line_actions import hang_meeting
from pokja.reports.chapters import html
from pokja.reports.collect import collect
from pokja.reports.collect_programme import programme_matrix
from pokja.reports.content import from_json, to_json
from pug_portal.lib.dates import Semester
from tests.make import meetings as make_meetings
from tests.make import programme as make
from tests.make.report_content import blora, without_anything

SEMESTER = Semester(2020, 2)


def test_it_has_the_line_the_meeting_and_the_note(world, clock):
    clock("2021-01-18")
    line = make.programme(world, year=2020).lines.get()
    meeting = make_meetings.meeting_at("disahkan", world)
    hang_meeting(meeting=meeting, programme_line=line, by=world.siti)
    make.line_actions.report_line(
        line=line,
        status="selesai",
        realisation="Rakor 26 Oktober",
        obstacles="",
        by=world.siti,
    )

    found = programme_matrix(world.blora, SEMESTER)
    (row,) = found.lines
    assert (found.title, row.status, row.realisation) == (
        "Program kerja 2020",
        "Selesai",
        "Rakor 26 Oktober",
    )
    assert (row.meetings, row.men, row.women) == (1, 3, 6)
    first_half = programme_matrix(world.blora, Semester(2020, 1))
    assert first_half.lines[0].meetings == 0


def test_drafts_and_other_years_are_not_in_it(world, clock):
    clock("2021-01-18")
    make.programme(world, "draf", year=2020)
    make.programme(world, year=2021)

    assert programme_matrix(world.blora, SEMESTER) is None


def test_annex_and_chapter_print_it_and_say_nihil_without_it(world, clock):
    clock("2021-01-18")
    make.programme(world, year=2020)
    content = collect(world.blora, SEMESTER, SEMESTER.end)

    assert from_json(json.loads(json.dumps(to_json(content)))) == content
    page = html(content)
    assert "Matriks Program kerja 2020" in page
    assert page.count("Rapat koordinasi Pokja") >= 2
    assert "Program kerja tahunan Pokja belum ditetapkan" in html(
        without_anything(blora(0))
    )


def test_a_report_frozen_before_has_no_programme_and_is_still_read():
    data = to_json(without_anything(blora(0)))

    assert "programme" not in data
    assert from_json(data).programme is None
