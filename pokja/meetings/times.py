"""Meeting times on the wall of the region: WIB, WITA or WIT."""

from __future__ import annotations

import datetime as dt

from pug_portal.lib import clock
from pug_portal.lib.dates import ZONES, Semester, zone_of
from pug_portal.regions.models import Region


def moment(day: dt.date, time: dt.time, region: Region) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=zone_of(region.zone))


def local(moment: dt.datetime, region: Region) -> dt.datetime:
    return moment.astimezone(zone_of(region.zone))


def local_day(moment: dt.datetime, region: Region) -> dt.date:
    return local(moment, region).date()


def today_in(region: Region) -> dt.date:
    return clock.today(ZONES[region.zone])


def bounds_of(semester: Semester, region: Region) -> tuple[dt.datetime, dt.datetime]:
    """First moment of the semester, and the first one after it."""
    after = semester.end + dt.timedelta(days=1)
    return (
        moment(semester.start, dt.time.min, region),
        moment(after, dt.time.min, region),
    )
