"""Reading dispensations: which are open, and for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet

from focal_points.periods.dispensation_models import Dispensation
from focal_points.periods.models import ReportingPeriod
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import ZONES, zone_of
from pug_portal.regions.models import Region

# (period, OPD) → the minute at which the report closes again.
OpenUntil = dict[tuple[int, int], dt.datetime]
LAST_MINUTE = dt.time(23, 59, 59)


def moment_on(region: Region, day: dt.date) -> dt.datetime:
    """This moment for today; of another day its last one, on the wall of that region."""
    name = ZONES[region.zone]
    if day == today(name):
        return now()
    return dt.datetime.combine(day, LAST_MINUTE, zone_of(name))


def open_in(
    periods: Iterable[ReportingPeriod], day: dt.date | None = None
) -> OpenUntil:
    """Of these periods. Asks nothing unless one of them is locked on `day`."""
    by_region: dict[Region, list[int]] = {}
    found: OpenUntil = {}
    for period in periods:
        on = day or today(ZONES[period.region.zone])
        if on > period.locks_on:
            by_region.setdefault(period.region, []).append(period.pk)
    for region, keys in by_region.items():
        at = moment_on(region, day or today(ZONES[region.zone]))
        rows = Dispensation.objects.filter(period__in=keys).open_at(at)
        found |= _by_pair(rows)
    return found


def open_for(opds: Iterable[int], at: dt.datetime | None = None) -> OpenUntil:
    """Of these OPD, whatever the period."""
    return _by_pair(Dispensation.objects.filter(opd__in=opds).open_at(at or now()))


def open_until(period: ReportingPeriod, opd_id: int) -> dt.datetime | None:
    rows = Dispensation.objects.filter(period=period, opd=opd_id)
    latest: dt.datetime | None = (
        rows.open_at(now()).order_by("-until").values_list("until", flat=True).first()
    )
    return latest


def listed(
    region: Region, *, period: ReportingPeriod | None = None
) -> QuerySet[Dispensation]:
    """The newest first, with what its line and its letter name."""
    rows = Dispensation.objects.filter(period__region=region)
    if period is not None:
        rows = rows.filter(period=period)
    return rows.select_related("period__region", "opd", "granted_by", "withdrawn_by")


def _by_pair(rows: QuerySet[Dispensation]) -> OpenUntil:
    found: OpenUntil = {}
    for period, opd, until in rows.order_by("until").values_list(
        "period_id", "opd_id", "until"
    ):
        found[(period, opd)] = until
    return found
