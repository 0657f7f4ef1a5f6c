"""Reading across reports: the board, the totals, what waits for whom."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from django.db.models import QuerySet

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.dispensations import OpenUntil, open_in
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.progress.board import BoardRow, Punctuality, Status
from focal_points.progress.content import Content, snapshot
from focal_points.progress.lock import day_in, is_closed_for, is_locked
from focal_points.progress.models import SENT, Progress, State
from focal_points.progress.queue import queue_for
from focal_points.progress.review_models import ProgressVersion
from focal_points.progress.todo import Task, tasks_for
from focal_points.progress.totals import Total, Totals, reports_of, totals
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.lib.dates import ZONES, zone_of

__all__ = [
    "Task",
    "Total",
    "Totals",
    "board",
    "content_for",
    "queue_for",
    "reports_of",
    "status_of",
    "tasks_for",
    "totals",
    "versions_sent",
]


# What a row of the board needs of a report; its answers are for those who read them.
_ON_BOARD = (
    "period_id",
    "opd_id",
    "state",
    "is_on_behalf",
    "returned_at",
    "open_until",
    "first_submitted_at",
    "submitted_at",
    "verified_at",
    "touched_at",
    "changed_count",
)


def board(
    period: ReportingPeriod, on: dt.date | None = None, *, with_answers: bool = True
) -> list[BoardRow]:
    """Every active OPD of the region on the period's date, also those that sent nothing.

    The one definition of an OPD's state: board, letters and report all read this.
    """
    on = on or day_in(period.region)
    # Unordered: the order of a list is that of its OPD.
    reports = Progress.objects.filter(period=period).order_by()
    if not with_answers:
        reports = reports.only(*_ON_BOARD)
    begun = {row.opd_id: row for row in reports}
    for row in begun.values():
        row.period = period
    exempted = Exemption.objects.filter(period=period).order_by()
    exempt = dict(exempted.values_list("opd_id", "reason"))
    dispensed = open_in([period], on)
    people = _focal_points(period, on)
    day = period.figures_as_of
    active = Opd.objects.filter(region=period.region).active_on(day)
    opds = [named_on(opd, day) for opd in active.order_by("name", "pk")]
    if any(opd.former_names for opd in opds):
        opds.sort(key=lambda opd: (opd.name.casefold(), opd.pk))
    rows = []
    for opd in opds:
        # A closed office has nobody any more; its heir's people answer.
        names = people[opd.pk] or people[opd.heir_id or 0]
        progress = begun.get(opd.pk)
        if progress is not None:
            progress.opd = opd
        rows.append(
            _row(
                period,
                opd,
                progress,
                exempt.get(opd.pk),
                on,
                is_locked=_is_locked(period, opd, progress, on, dispensed),
                dispensed_until=dispensed.get((period.pk, opd.pk)),
                focal_points=names,
            )
        )
    return rows


def _focal_points(
    period: ReportingPeriod, on: dt.date
) -> defaultdict[int, tuple[str, ...]]:
    rows = Appointment.objects.filter(
        opd__region=period.region, kind=Appointment.Kind.FOCAL_POINT
    ).valid_on(on)
    people: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for opd_id, name in rows.order_by("name").values_list("opd_id", "name"):
        people[opd_id] += (name,)
    return people


def _row(
    period: ReportingPeriod,
    opd: Opd,
    progress: Progress | None,
    exempt_reason: str | None,
    on: dt.date,
    **more: Any,
) -> BoardRow:
    status = status_of(progress, is_exempt=exempt_reason is not None)
    sent_on = _sent_on(period, progress)
    late_until = sent_on or on
    return BoardRow(
        opd=opd,
        progress=progress,
        status=status,
        punctuality=_punctuality(period, sent_on, status),
        days_late=max(0, (late_until - period.due_on).days)
        if status != Status.EXEMPT
        else 0,
        exempt_reason=exempt_reason or "",
        **more,
    )


def _is_locked(
    period: ReportingPeriod,
    opd: Opd,
    progress: Progress | None,
    on: dt.date,
    dispensed: OpenUntil,
) -> bool:
    if progress is not None:
        return is_locked(progress, on, dispensed)
    return is_closed_for(period, opd.pk, on, dispensed)


def status_of(progress: Progress | None, *, is_exempt: bool = False) -> Status:
    """Where the report stands. Whether it is late or locked is told apart from it."""
    if progress is not None and progress.state in SENT:
        return Status(progress.state)
    if progress is not None and progress.returned_at is not None:
        return Status.RETURNED
    if is_exempt:
        return Status.EXEMPT
    return Status(progress.state) if progress else Status.NOT_STARTED


def _sent_on(period: ReportingPeriod, progress: Progress | None) -> dt.date | None:
    if progress is None or progress.first_submitted_at is None:
        return None
    zone = zone_of(ZONES[period.region.zone])
    return progress.first_submitted_at.astimezone(zone).date()


def _punctuality(
    period: ReportingPeriod, sent_on: dt.date | None, status: Status
) -> Punctuality | None:
    if status == Status.EXEMPT:
        return None
    if sent_on is None:
        return Punctuality.NOT_YET
    return Punctuality.ON_TIME if sent_on <= period.due_on else Punctuality.LATE


def content_for(progress: Progress, actor: Actor) -> Content:
    """What this reader sees: the OPD its own answers, others the last submission."""
    is_own_draft = actor.is_system or (
        actor.role in OPD_ROLES
        or (progress.is_on_behalf and actor.role == Role.SEKRETARIAT)
    )
    if is_own_draft or progress.state in (State.SUBMITTED, State.VERIFIED):
        return snapshot(progress)
    version = _versions(progress).last()
    if version is None:
        raise LookupError(f"{progress}: nothing was ever sent")
    content: Content = version.content
    return content


def versions_sent(progress: Progress) -> list[ProgressVersion]:
    """Submissions in order; what changed is marked against the last but one."""
    return list(_versions(progress))


def _versions(progress: Progress) -> QuerySet[ProgressVersion]:
    rows = progress.versions.filter(withdrawn_at=None).order_by("number")
    return rows.select_related("submitted_by", "verified_by")
