"""The days of a meeting on the wall of its region; a two-day bimtek has two."""

from __future__ import annotations

import datetime as dt

from pokja.meetings.models import Meeting
from pokja.meetings.times import local_day, today_in


def days_of(meeting: Meeting) -> list[dt.date]:
    first = local_day(meeting.starts_at, meeting.region)
    last = local_day(meeting.ends_at, meeting.region)
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def is_on(meeting: Meeting) -> bool:
    """Today is one of its days."""
    return today_in(meeting.region) in days_of(meeting)


def chosen_day(meeting: Meeting, typed: str) -> dt.date:
    """The day the address asks for; else today, else the first."""
    days = days_of(meeting)
    asked = {day.isoformat(): day for day in days}
    if typed in asked:
        return asked[typed]
    today = today_in(meeting.region)
    return today if today in days else days[0]
