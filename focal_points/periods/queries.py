"""Reading periods: the list, the next one, and which OPD a period expects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from focal_points.opd.models import OpdQuerySet
from focal_points.opd.queries import active_on
from focal_points.periods.models import Exemption, Phase, ReportingPeriod
from focal_points.periods.verbs import CHANGED
from pug_portal.access.actor import Actor
from pug_portal.audit.models import Event
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Mark:
    """One of the dates on a period's bar."""

    label: str
    day: dt.date
    icon: str
    css: str
    is_current: bool


_LOOKS = {
    Phase.COMING: ("bel", "clock"),
    Phase.OPEN: ("aju", "calendar-event"),
    Phase.OVERDUE: ("lat", "clock-exclamation"),
    Phase.LOCKED: ("ver", "lock"),
}


@dataclass(frozen=True)
class Row:
    """A period as its card shows it."""

    period: ReportingPeriod
    phase: Phase
    marks: tuple[Mark, ...]

    @property
    def tone(self) -> str:
        return _LOOKS[self.phase][0]

    @property
    def icon(self) -> str:
        return _LOOKS[self.phase][1]


def as_row(period: ReportingPeriod, day: dt.date) -> Row:
    """The bar: what has passed is ticked, the next date ahead is the current one."""
    dates = (
        ("Dibuka", period.opens_on, "calendar-event"),
        ("Tenggat", period.due_on, "calendar-due"),
        ("Dikunci", period.locks_on, "lock"),
    )
    ahead = [date for _, date, _ in dates if date >= day]
    marks = []
    for label, date, icon in dates:
        is_current = bool(ahead) and date == ahead[0]
        css = "kini" if is_current else "ya" if date < day else ""
        marks.append(Mark(label, date, icon, css, is_current))
    return Row(period, period.phase_on(day), tuple(marks))


def period_list(actor: Actor, region: Region) -> QuerySet[ReportingPeriod]:
    rows = ReportingPeriod.objects.for_actor(actor).filter(region=region)
    return rows.annotate(exemption_count=Count("exemptions")).order_by("-year", "-half")


def next_semester(region: Region, day: dt.date) -> Semester:
    """After the region's last period; the running semester where there is none yet."""
    last = ReportingPeriod.objects.filter(region=region).first()
    return last.semester.next() if last else Semester.from_date(day)


def earlier_semester(region: Region) -> Semester | None:
    """Before the region's first period; None while there is no period."""
    first = ReportingPeriod.objects.filter(region=region).last()
    return first.semester.previous() if first else None


def date_changes(periods: Iterable[ReportingPeriod]) -> dict[int, Event]:
    """The last change of dates of each period, with its reason: OPD read it too."""
    rows = Event.objects.filter(
        object_type=ReportingPeriod._meta.label_lower,
        object_id__in=[str(period.pk) for period in periods],
        verb=CHANGED.code,
    )
    return {int(event.object_id): event for event in rows.order_by("pk")}


def expected_opds(period: ReportingPeriod) -> OpdQuerySet:
    """Who must report: OPD active on the day the figures close, less the exempted."""
    exempted = Exemption.objects.filter(period=period).values("opd")
    active = active_on(period.region, period.figures_as_of)
    return active.exclude(pk__in=exempted)
