"""What is overdue: list, meeting, own page, home, fact sheet and report tell one number."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse

from pokja.meetings import follow_up_actions, minutes_actions
from pokja.meetings.facts import follow_ups_done
from pokja.meetings.models import Recommendation
from pokja.reports.collect_meetings import follow_up_rows
from pug_portal.lib.semesters import Semester
from tests.make import meetings as make

DAY = dt.date(2021, 1, 30)
LATE = re.compile(r"terlambat 30 hari", re.IGNORECASE)
# Two are overdue on that day: one waits, one is in work. One is due that very day, one
# has no end in sight, one is done.
DUE = {
    "Menunggu": dt.date(2020, 12, 31),
    "Dikerjakan": dt.date(2020, 12, 31),
    "Hari ini": DAY,
    "Kelak": dt.date(2021, 6, 30),
    "Selesai": dt.date(2020, 12, 31),
}


@pytest.fixture
def rows(world, clock) -> list[Recommendation]:
    clock("2020-10-26T15:00:00")
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    meeting.recommendations.all().delete()
    for text, due in DUE.items():
        make.recommend(meeting, world, text=text, due_on=due)
    minutes_actions.sign_minutes(meeting=meeting, notulis="Rina", by=world.siti)
    minutes_actions.settle_minutes(meeting=meeting, by=world.joko)
    found = list(meeting.recommendations.order_by("order"))
    for row in (found[1], found[4]):
        follow_up_actions.report_follow_up(
            recommendation=row, text="Dikerjakan", by=world.ratih
        )
    clock("2020-12-01T09:00:00")
    follow_up_actions.confirm_done(
        recommendation=found[4], done_on=dt.date(2020, 12, 1), by=world.siti
    )
    clock(f"{DAY}T09:00:00")
    return found


@pytest.mark.slow
@pytest.mark.django_db
def test_overdue_is_told_alike_on_every_screen_and_in_the_report(
    world, rows, client_of
):
    siti = client_of(world.siti)

    def told(name: str, *args: object, query: str = "") -> str:
        return siti.get(reverse(name, args=args) + query).content.decode()

    everything = told("follow-up-list")
    assert len(LATE.findall(everything)) == 2
    assert re.search(r"Terlambat</span><b>2</b>", everything)
    assert len(LATE.findall(told("follow-up-list", query="?terlambat=1"))) == 2
    assert len(LATE.findall(told("meeting-detail", rows[0].meeting_id))) == 2
    assert [bool(LATE.search(told("follow-up", row.pk))) for row in rows] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert "Ingatkan 2 tindak lanjut yang terlambat" in told("beranda")
    assert "2 melewati tenggat" in follow_ups_done(world.blora, DAY).sentence
    in_report = follow_up_rows(world.blora, Semester(2021, 1), DAY)
    assert sum(bool(LATE.search(row.status)) for row in in_report) == 2
    # The office that answers is told the same of its own.
    own = client_of(world.ratih).get(reverse("follow-up-list")).content.decode()
    assert len(LATE.findall(own)) == 2
