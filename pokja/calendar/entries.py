"""What stands in the calendar of a region: meetings, dates of the periods, the stages of the
planning year with their collections, due follow-ups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from focal_points.campaigns.models import Campaign
from focal_points.periods.models import ReportingPeriod
from focal_points.planning.models import Stage
from pokja.meetings.choices import OPEN_STATES, STATE_TONES, State
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import local_day, moment
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.regions.models import Region

MOST_FOLLOW_UPS = 300


@dataclass(frozen=True)
class Entry:
    """One thing on one day, or on the days up to `until`."""

    key: str
    """Names it for good, so that a calendar program replaces and does not add."""
    day: dt.date
    title: str
    detail: str
    icon: str
    url: str
    until: dt.date | None = None
    badge: tuple[str, str, str] | None = None
    """(tone, words, icon)"""
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    place: str = ""
    revision: int = 0
    is_cancelled: bool = False


def entries_of(
    actor: Actor, region: Region, first: dt.date, last: dt.date
) -> list[Entry]:
    """What the actor may see of one region, by day; five queries."""
    found = [
        *_meetings(actor, region, first, last),
        *_periods(actor, region, first, last),
        *_stages(actor, region, first, last),
        *_campaigns(actor, region, first, last),
        *_follow_ups(actor, region, first, last),
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.starts_at is None))


def _meetings(
    actor: Actor, region: Region, first: dt.date, last: dt.date
) -> Iterator[Entry]:
    rows = Meeting.objects.for_actor(actor).filter(
        region=region,
        starts_at__lt=moment(last + dt.timedelta(days=1), dt.time.min, region),
        ends_at__gte=moment(first, dt.time.min, region),
    )
    rows = rows.exclude(state=State.POSTPONED).defer("settled_content", "summary")
    for row in rows.order_by("starts_at", "pk"):
        row.region = region
        tone, icon = STATE_TONES[row.state]
        yield Entry(
            key=f"rapat-{row.pk}",
            day=local_day(row.starts_at, region),
            until=local_day(row.ends_at, region) if row.is_many_days else None,
            title=row.title,
            detail=f"{row.hours} · {row.place}",
            icon="calendar-event",
            url=reverse("meeting-detail", args=[row.pk]),
            badge=(tone, row.get_state_display(), icon),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            place=row.place,
            revision=row.revision,
            is_cancelled=row.state == State.CANCELLED,
        )


def _periods(
    actor: Actor, region: Region, first: dt.date, last: dt.date
) -> Iterator[Entry]:
    """A period stands in its region's calendar for all who know its meetings."""
    between = (first, last)
    rows = ReportingPeriod.objects.for_actor(actor).filter(
        Q(opens_on__range=between)
        | Q(due_on__range=between)
        | Q(locks_on__range=between),
        region=region,
    )
    page = "period-detail" if can(actor, Permission.PERIOD_VIEW) else ""
    for row in rows:
        for name, words, icon in (
            ("opens_on", "dibuka", "calendar-due"),
            ("due_on", "tenggat laporan OPD", "clock"),
            ("locks_on", "dikunci", "lock"),
        ):
            if first <= (day := getattr(row, name)) <= last:
                yield Entry(
                    key=f"periode-{row.pk}-{name}",
                    day=day,
                    title=f"{row}: {words}",
                    detail="Periode laporan kemajuan",
                    icon=icon,
                    url=reverse(page, args=[row.pk]) if page else "",
                )


def _stages(
    actor: Actor, region: Region, first: dt.date, last: dt.date
) -> Iterator[Entry]:
    """A stage lasts weeks or months: it stands where it begins, with its end."""
    if not can(actor, Permission.PLANNING_VIEW):
        return
    rows = Stage.objects.for_actor(actor).filter(
        region=region, starts_on__lte=last, ends_on__gte=first
    )
    for row in rows:
        note = f" · {row.note}" if row.note else ""
        yield Entry(
            key=f"tahap-{row.pk}",
            day=row.starts_on,
            until=row.ends_on if row.ends_on > row.starts_on else None,
            title=f"{row.get_kind_display()}, anggaran {row.budget_year}",
            detail=f"Kalender perencanaan{note}",
            icon="calendar-event",
            url=reverse("planning-stage", args=[row.pk]),
        )


def _campaigns(
    actor: Actor, region: Region, first: dt.date, last: dt.date
) -> Iterator[Entry]:
    """Open collections: for an OPD what is asked of it, for others the board."""
    is_opd = actor.role in OPD_ROLES
    if not is_opd and not can(actor, Permission.CAMPAIGN_VIEW):
        return
    rows = Campaign.objects.for_actor(actor).filter(
        stage__region=region, closed_at=None, due_on__range=(first, last)
    )
    for row in rows.order_by("due_on", "pk"):
        board = reverse("campaign-detail", args=[row.pk])
        yield Entry(
            key=f"pengumpulan-{row.pk}",
            day=row.due_on,
            title=f"Tenggat {row.title}",
            detail="Pengumpulan dokumen PPRG",
            icon="inbox",
            url=reverse("campaign-mine") if is_opd else board,
        )


def _follow_ups(
    actor: Actor, region: Region, first: dt.date, last: dt.date
) -> Iterator[Entry]:
    if not can(actor, Permission.FOLLOW_UP_VIEW):
        return
    rows = Recommendation.objects.for_actor(actor).filter(
        region=region, state__in=OPEN_STATES, due_on__range=(first, last)
    )
    rows = rows.with_owners().order_by("due_on", "pk")
    for row in rows[:MOST_FOLLOW_UPS]:
        assert row.due_on is not None  # noqa: S101 -- the range above sees to it
        yield Entry(
            key=f"rekomendasi-{row.pk}",
            day=row.due_on,
            title=f"Tenggat {row}",
            detail=f"{row.owner}: {row.text[:120]}" if row.owner else row.text[:120],
            icon="list-check",
            url=reverse("follow-up", args=[row.pk]),
        )
