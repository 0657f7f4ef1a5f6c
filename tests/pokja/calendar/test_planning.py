"""Stages of the planning year and open collections in the calendar and its feed."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from icalendar import Calendar

from focal_points.campaigns.actions import close_campaign
from pokja.calendar import actions
from pokja.calendar.entries import entries_of
from tests.make import planning as make

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def found(actor, region) -> dict[str, tuple]:
    rows = entries_of(actor, region, *YEAR)
    return {row.title: (row.day, row.until, row.url) for row in rows}


def test_a_stage_stands_where_it_begins_and_a_collection_on_its_deadline(world, clock):
    clock("2026-11-22")
    stage = make.stage(world.blora)
    campaign = make.campaign(world.blora, stage=stage, title="GAP 2027")

    told = found(world.joko, world.blora)

    board = reverse("campaign-detail", args=[campaign.pk])
    assert told["RKA, anggaran 2027"][:2] == (stage.starts_on, stage.ends_on)
    assert told["Tenggat GAP 2027"] == (campaign.due_on, None, board)
    assert "DPPA (perubahan), anggaran 2027" not in told  # of the year after
    own = found(world.ratih, world.blora)["Tenggat GAP 2027"][2]
    assert own == reverse("campaign-mine")
    assert not found(world.budi, world.blora)
    close_campaign(campaign=campaign, reason="Cukup", by=world.joko)
    assert "Tenggat GAP 2027" not in found(world.joko, world.blora)


def test_a_calendar_program_reads_first_and_last_day_of_a_stage(world, client, clock):
    clock("2026-11-22")
    stage = make.stage(world.blora)
    token = actions.make_feed_link(by=world.ratih)

    answer = client.get(reverse("calendar-feed", args=[token]))

    events = Calendar.from_ical(answer.content).walk("vevent")
    rka = next(e for e in events if str(e["uid"]).startswith(f"tahap-{stage.pk}@"))
    assert rka.decoded("dtstart") == stage.starts_on
    assert rka.decoded("dtend") == stage.ends_on + dt.timedelta(days=1)


def test_the_year_names_a_stage_in_the_month_it_begins(world, clock, client_of):
    clock("2026-11-22")
    make.stage(world.blora)

    page = client_of(world.wati).get(reverse("calendar")).content.decode()

    assert page.index("Agustus</h2>") < page.index("RKA, anggaran 2027")
    assert "Musrenbang kecamatan, anggaran 2027" in page
