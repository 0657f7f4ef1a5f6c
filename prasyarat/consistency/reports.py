"""What the rules about OPD reports read, as plain values, and how it is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch
from django.urls import reverse

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.progress.choices import SENT
from focal_points.progress.models import Activity, Progress
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Done:
    """One activity of a report."""

    name: str
    men: int | None = None
    women: int | None = None
    listed_men: int | None = None
    listed_women: int | None = None
    ceiling: int | None = None
    realized: int | None = None
    note: str = ""
    held_from: dt.date | None = None
    held_to: dt.date | None = None


@dataclass(frozen=True)
class Report:
    """A report that left its OPD."""

    subject: str
    url: str
    first_day: dt.date
    last_day: dt.date
    is_verified: bool = False
    files: int = 0
    writers: frozenset[int] = frozenset()
    verified_by: int | None = None
    spending: int | None = None
    arg: int | None = None
    arg_realized: int | None = None
    arg_note: str = ""
    gap: int | None = None
    gbs: int | None = None
    rka_has_gbs: str = ""
    tables: int | None = None
    tables_updated: int | None = None
    activities: tuple[Done, ...] = ()


@dataclass(frozen=True)
class Office:
    """An active OPD, and the day since which its focal point waits for a numbered SK."""

    name: str
    url: str
    has_focal_point: bool = True
    pending_since: dt.date | None = None


@dataclass(frozen=True)
class Reports:
    on: dt.date
    reports: tuple[Report, ...] = ()
    offices: tuple[Office, ...] = ()


def load(region: Region, on: dt.date) -> Reports:
    """The reports of the year's periods that have begun."""
    rows = (
        Progress.objects.filter(
            period__region=region,
            period__year=on.year,
            period__opens_on__lte=on,
            state__in=SENT,
        )
        .select_related("period", "opd")
        .prefetch_related("activities", Prefetch("filled_by", User.objects.only("pk")))
        .annotate(file_count=Count("files"))
    )
    return Reports(
        on=on,
        reports=tuple(
            report_of(row) for row in rows.order_by("period__half", "opd__name")
        ),
        offices=tuple(_offices(region, on)),
    )


def report_of(row: Progress) -> Report:
    semester = row.period.semester
    return Report(
        subject=f"{row.called_opd.short_name} {semester.label}",
        url=reverse("progress-detail", kwargs={"pk": row.pk}),
        first_day=semester.start,
        last_day=semester.end,
        is_verified=row.verified_at is not None,
        files=row.file_count,  # type: ignore[attr-defined]
        writers=frozenset(user.pk for user in row.filled_by.all()),
        verified_by=row.verified_by_id,
        spending=row.spending_ceiling,
        arg=row.arg_ceiling,
        arg_realized=row.arg_realized,
        arg_note=row.arg_note,
        gap=row.gap_count,
        gbs=row.gbs_count,
        rka_has_gbs=row.rka_has_gbs,
        tables=row.tables_available,
        tables_updated=row.tables_updated,
        activities=tuple(map(_done, row.activities.all())),
    )


def _done(row: Activity) -> Done:
    return Done(
        name=row.name,
        men=row.men,
        women=row.women,
        listed_men=row.listed_men,
        listed_women=row.listed_women,
        ceiling=row.ceiling,
        realized=row.realized,
        note=row.realized_note,
        held_from=row.held_from,
        held_to=row.held_to,
    )


def _offices(region: Region, on: dt.date) -> Iterable[Office]:
    appointed: dict[int, list[Appointment]] = {}
    rows = Appointment.objects.valid_on(on).filter(
        opd__region=region, kind=Appointment.Kind.FOCAL_POINT
    )
    for row in rows.order_by("start"):
        appointed.setdefault(row.opd_id, []).append(row)
    for opd in Opd.objects.filter(region=region).active_on(on).order_by("name"):
        held = appointed.get(opd.pk, [])
        waiting = held and not any(row.decree_number for row in held)
        yield Office(
            name=opd.short_name,
            url=reverse("opd-detail", kwargs={"pk": opd.pk}),
            has_focal_point=bool(held),
            pending_since=held[0].start if waiting else None,
        )
