"""Attendance lists of settled meetings, told to the reports of the OPD."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from focal_points.progress import attendance_lists
from focal_points.progress.attendance_lists import AttendanceList
from pokja.meetings.choices import State
from pokja.meetings.days import days_of
from pokja.meetings.models import Meeting
from pokja.meetings.queries import with_counts
from pug_portal.regions.models import Region

_KEY = "rapat-"
# The ends of a span are days on the region's wall; the stored moments are in UTC.
_A_DAY = dt.timedelta(days=1)


def held(region: Region, first: dt.date, last: dt.date) -> list[AttendanceList]:
    rows = Meeting.objects.filter(
        region=region,
        starts_at__date__lte=last + _A_DAY,
        ends_at__date__gte=first - _A_DAY,
    )
    return [each for each in _told(rows) if each.first <= last and each.last >= first]


def named(keys: Collection[str]) -> list[AttendanceList]:
    pks = [key.removeprefix(_KEY) for key in keys if key.startswith(_KEY)]
    return _told(Meeting.objects.filter(pk__in=[pk for pk in pks if pk.isdecimal()]))


def _told(rows: QuerySet[Meeting]) -> list[AttendanceList]:
    settled = rows.filter(state=State.SETTLED).select_related("region")
    found = []
    for row in with_counts(settled).filter(Q(attended__gt=0)):
        days = days_of(row)
        counted = {"men": row.men, "women": row.women}  # type: ignore[attr-defined]
        found.append(
            AttendanceList(f"{_KEY}{row.pk}", row.title, days[0], days[-1], **counted)
        )
    return found


def register() -> None:
    attendance_lists.register(held, named)
