"""Where the region stands: what the home pages show below the work."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import Count, counts
from focal_points.progress.queries import board
from pokja.meetings.models import Meeting
from pokja.reports.models import PokjaReport
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class PeriodCard:
    """The newest period that has opened, and how its OPD stand."""

    period: ReportingPeriod
    total: int
    counts: list[Count]
    days_left: int

    @property
    def parts(self) -> list[tuple[str, int]]:
        return [(count.tone, count.number) for count in self.counts]


def period_card(region: Region, day: dt.date) -> PeriodCard | None:
    period = (
        ReportingPeriod.objects.filter(region=region, opens_on__lte=day)
        .select_related("region")
        .first()
    )
    if period is None:
        return None
    rows = board(period, day, with_answers=False)
    return PeriodCard(period, len(rows), counts(rows), (period.due_on - day).days)


def coming_meetings(actor: Actor, most: int = 3) -> list[Meeting]:
    rows = Meeting.objects.for_actor(actor).filter(ends_at__gte=now())
    own = rows.filter(region=actor.region) if actor.region else rows.none()
    return list(own.select_related("region").order_by("starts_at")[:most])


def latest_report(actor: Actor) -> PokjaReport | None:
    rows = PokjaReport.objects.for_actor(actor).filter(region=actor.region)
    if actor.role in {Role.PIMPINAN, Role.TELAAH}:
        rows = rows.filter(state__in=["disahkan", "terkirim"])
    return rows.select_related("pdf").order_by("-requested_at").first()
