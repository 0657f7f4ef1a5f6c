"""A meeting like an earlier one: its frame again, on another day or on many."""

from __future__ import annotations

import calendar
import datetime as dt

from django.db import models, transaction

from pokja.meetings.actions import plan_meeting
from pokja.meetings.models import (
    AgendaItem,
    AgendaTemplateItem,
    ExpectedOutcome,
    Meeting,
)
from pokja.meetings.times import local, local_day, moment
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

COPIED = Verb("meeting.copied", "menyalin kerangka rapat sebelumnya ke rapat {object}")
FRAME = (
    "kind",
    "title",
    "theme",
    "place",
    "organiser",
    "host",
    "chair_name",
    "chair_position",
    "speakers",
    "planned_participants",
    "online_link",
    "quorum_percent",
    "duties",
)
MOST = 24
SATURDAY = 5


class Every(models.TextChoices):
    WEEK = "minggu", "Setiap minggu"
    MONTH = "bulan", "Setiap bulan"
    QUARTER = "triwulan", "Setiap tiga bulan"
    HALF = "semester", "Setiap enam bulan"


_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6}


@transaction.atomic
def copy_meeting(
    *,
    meeting: Meeting,
    title: str,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    by: Actor,
) -> Meeting:
    """Its facts, agenda and intended outcomes; nobody's attendance, nothing said."""
    region = meeting.region
    same_year = (
        local_day(starts_at, region).year == local(meeting.starts_at, region).year
    )
    facts = {name: getattr(meeting, name) for name in FRAME} | {"title": title}
    made = plan_meeting(
        region=region,
        by=by,
        starts_at=starts_at,
        ends_at=ends_at,
        # A line belongs to the programme of one year.
        programme_line=meeting.programme_line if same_year else None,
        **facts,
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=made,
            order=item.order,
            time=item.time,
            **{name: getattr(item, name) for name in AgendaTemplateItem.COPIED},
        )
        # What was left open then comes by itself, at the place for it.
        for item in meeting.agenda.filter(recommendation=None)
    )
    ExpectedOutcome.objects.bulk_create(
        ExpectedOutcome(meeting=made, order=outcome.order, text=outcome.text)
        for outcome in meeting.outcomes.all()
    )
    record(
        by=by,
        verb=COPIED,
        obj=made,
        region=region,
        changes={"disalin dari": ("", f"{meeting} ({meeting.days})")},
    )
    return made


@transaction.atomic
def plan_series(
    *, meeting: Meeting, every: Every, times: int, by: Actor
) -> list[Meeting]:
    """All of them or none; the first stands one step after `meeting`."""
    if not 1 <= times <= MOST:
        raise Refusal(f"Isi 1 sampai {MOST} kali.", field="times")
    region = meeting.region
    begin = local(meeting.starts_at, region)
    lasts = meeting.ends_at - meeting.starts_at
    made = []
    for day in series_days(begin.date(), every, times):
        starts_at = moment(day, begin.time(), region)
        made.append(
            copy_meeting(
                meeting=meeting,
                title=meeting.title,
                starts_at=starts_at,
                ends_at=starts_at + lasts,
                by=by,
            )
        )
    return made


def series_days(first: dt.date, every: Every, times: int) -> list[dt.date]:
    """The days after `first`. Offices are closed at weekends: such a day moves to Monday,
    unless the series itself began at a weekend."""
    works_at_weekends = first.weekday() >= SATURDAY
    days = [_step(first, every, number) for number in range(1, times + 1)]
    return [day if works_at_weekends else _on_a_workday(day) for day in days]


def _step(first: dt.date, every: Every, number: int) -> dt.date:
    if every == Every.WEEK:
        return first + dt.timedelta(weeks=number)
    months = first.year * 12 + first.month - 1 + number * _MONTHS[every]
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(first.day, last))


def _on_a_workday(day: dt.date) -> dt.date:
    beyond = day.weekday() - SATURDAY
    return day if beyond < 0 else day + dt.timedelta(days=2 - beyond)
