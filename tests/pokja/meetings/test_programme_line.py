"""A meeting or a follow-up hangs on one line of the programme of its year."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.meetings import actions, line_actions
from pokja.meetings.content import is_intact
from pokja.meetings.models import Meeting
from pokja.programme.fields import LineField
from pug_portal.audit.models import Event
from tests.make import meetings as make
from tests.make import programme as make_programme
from tests.pokja.decrees.told import refused


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2021-02-02")


@pytest.fixture
def line(world):
    """Of the programme of 2020, settled in January 2021."""
    return make_programme.programme(world, year=2020).lines.get()


def test_the_form_offers_lines_in_force_under_their_year(world, line):
    make_programme.programme(world, "draf", year=2022)
    field = LineField()
    field.set_region(world.blora)

    (_, _), (group, rows) = field.choices
    assert (group, rows) == (
        "Program kerja 2020",
        [(str(line.pk), "Rapat koordinasi Pokja")],
    )
    assert field.clean(str(line.pk)) == line
    assert field.clean("") is None


def test_a_meeting_is_planned_on_a_line_of_its_year(world, line):
    facts = make.facts(world.blora, programme_line=line)

    meeting = actions.plan_meeting(region=world.blora, by=world.siti, **facts)
    assert meeting.programme_line == line
    late = make.facts(
        world.blora,
        programme_line=line,
        held=dt.date(2021, 1, 26),
        title="Rapat tahun berikutnya",
    )
    told = refused(
        lambda: actions.plan_meeting(region=world.blora, by=world.siti, **late)
    )
    assert told.field == "programme_line"
    assert "tahun 2021" in told.sentence


def test_a_line_of_a_draft_or_of_a_neighbour_is_refused(world, line):
    draft = make_programme.programme(world, "draf", year=2022).lines.get()
    draft.programme.year = 2020
    meeting = make.meeting_at("disahkan", world)

    told = refused(
        lambda: line_actions.hang_meeting(
            meeting=meeting, programme_line=draft, by=world.siti
        )
    )
    assert "yang sudah ditetapkan" in told.sentence


def test_hanging_a_settled_meeting_leaves_its_minutes_as_they_were(world, line):
    meeting = make.meeting_at("disahkan", world)
    line_actions.hang_meeting(meeting=meeting, programme_line=line, by=world.siti)

    after = Meeting.objects.get()
    assert (after.programme_line, after.revision) == (line, meeting.revision)
    assert is_intact(after)
    told = Event.objects.get(verb="meeting.hung").changes["programme_line"]
    assert told == [None, "Rapat koordinasi Pokja"]
    line_actions.hang_meeting(meeting=after, programme_line=line, by=world.siti)
    assert Event.objects.filter(verb="meeting.hung").count() == 1


@pytest.mark.slow
def test_the_page_hangs_and_unhangs(world, line, client_of):
    meeting = make.meeting_at("disahkan", world)
    url, desk = reverse("meeting-programme", args=[meeting.pk]), client_of(world.siti)

    desk.post(url, {"programme_line": str(line.pk)})
    page = desk.get(reverse("meeting-detail", args=[meeting.pk]))
    assert reverse("line-detail", args=[line.pk]) in page.content.decode()
    desk.post(url, {"programme_line": ""})
    assert Meeting.objects.get().programme_line is None
    assert desk.post(url, {"programme_line": "999"}).status_code == 422


@pytest.mark.slow
def test_a_follow_up_may_be_done_in_a_later_year(world, client_of):
    row = make.follow_up_of(world)
    later = make_programme.programme(world, year=2021).lines.get()
    client_of(world.siti).post(
        reverse("follow-up-programme", args=[row.pk]), {"programme_line": str(later.pk)}
    )

    row.refresh_from_db()
    assert row.programme_line == later
    shown = client_of(world.ratih).get(reverse("follow-up", args=[row.pk]))
    assert reverse("line-detail", args=[later.pk]) in shown.content.decode()


def test_strangers_hang_nothing(world, line):
    meeting = make.meeting_at("disahkan", world)

    for stranger in (world.budi, world.prov, world.wati, world.ratih):
        with pytest.raises(PermissionDenied):
            line_actions.hang_meeting(meeting=meeting, programme_line=line, by=stranger)
