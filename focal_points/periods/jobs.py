"""What the clock does to periods: the next one opens by itself."""

from __future__ import annotations

from focal_points.periods.actions import open_with_defaults
from focal_points.periods.models import ReportingPeriod
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES, Semester
from pug_portal.regions.models import Region


def open_due_periods() -> list[ReportingPeriod]:
    """Regions that have a period get the running semester's. May run at any time."""
    with_periods = ReportingPeriod.objects.values("region")
    regions = Region.objects.filter(uses_portal=True, pk__in=with_periods)
    found = [_open_running_semester(region) for region in regions]
    return [period for period in found if period is not None]


def _open_running_semester(region: Region) -> ReportingPeriod | None:
    # A region begins its day, and so its semester, in its own time zone.
    running = Semester.from_date(today(ZONES[region.zone]))
    theirs = list(
        ReportingPeriod.objects.filter(region=region).values_list("year", "half")
    )
    if (running.year, running.half) <= max(theirs):
        return None
    try:
        return open_with_defaults(region=region, semester=running, by=SYSTEM)
    except Refusal:
        # Another worker was quicker.
        return None
