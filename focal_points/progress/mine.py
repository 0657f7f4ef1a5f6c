"""The OPD's own page: what to do now, and every period before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.dispensations import OpenUntil, open_in
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.periods.queries import date_changes
from focal_points.progress.approvals import given_of
from focal_points.progress.board import LOOKS, Status
from focal_points.progress.lock import day_in, is_closed_for, is_locked
from focal_points.progress.models import EDITABLE, SENT, Progress, State
from focal_points.progress.queries import status_of
from focal_points.progress.review_models import Approval
from pug_portal.access.actor import Actor
from pug_portal.audit.models import Event


@dataclass
class MineRow:
    """One OPD in one period, as its own people see it: the stored state counts here."""

    period: ReportingPeriod
    opd: Opd
    progress: Progress | None
    status: Status
    days_left: int
    is_open: bool
    can_fill: bool
    exempt_reason: str
    dispensed_until: dt.datetime | None = None
    date_change: Event | None = None
    given: Approval | None = None

    @property
    def tone(self) -> str:
        return LOOKS[self.status][0]

    @property
    def label(self) -> str:
        return self.status.label

    @property
    def icon(self) -> str:
        return LOOKS[self.status][1]

    @property
    def days_late(self) -> int:
        return -self.days_left

    @property
    def weight(self) -> tuple[int, int]:
        """Sent back first, then what is due, then what rests with others."""
        order = {Status.RETURNED: 0, Status.AWAITING_HEAD: 1}
        if self.status in order:
            return order[self.status], self.days_left
        return (2 if self.can_fill else 3), self.days_left


def mine(actor: Actor) -> dict[str, Any]:
    if actor.region is None:
        return {"current": [], "past": [], "opds": []}
    on = day_in(actor.region)
    opds = list(Opd.objects.filter(pk__in=opd_ids_of(actor)))
    periods = list(
        ReportingPeriod.objects.owned_by(actor)
        .filter(opens_on__lte=on)
        .select_related("region")
    )
    begun = {
        (row.period_id, row.opd_id): row for row in Progress.objects.owned_by(actor)
    }
    exempt = {
        (row.period_id, row.opd_id): row.reason
        for row in Exemption.objects.filter(opd__in=opds)
    }
    dispensed = open_in(periods, on)
    rows = []
    for period in periods:
        for opd in opds:
            key = (period.pk, opd.pk)
            if key in begun or _is_expected(opd, period):
                progress = begun.get(key)
                if progress is not None:
                    progress.period = period
                rows.append(_row(period, opd, progress, exempt.get(key), on, dispensed))
    current = sorted((row for row in rows if row.is_open), key=lambda row: row.weight)
    past = [row for row in rows if not row.is_open]
    changes = date_changes({row.period for row in current})
    for row in current:
        row.date_change = changes.get(row.period.pk)
    given = given_of(row.progress for row in current if row.progress)
    for row in current:
        row.given = given.get(row.progress.pk) if row.progress else None
    return {"current": current, "past": past, "opds": opds}


def _is_expected(opd: Opd, period: ReportingPeriod) -> bool:
    day = period.figures_as_of
    return (
        opd.takes_part
        and (opd.active_from is None or opd.active_from <= day)
        and (opd.active_to is None or opd.active_to >= day)
    )


def _row(
    period: ReportingPeriod,
    opd: Opd,
    progress: Progress | None,
    exempt_reason: str | None,
    on: dt.date,
    dispensed: OpenUntil,
) -> MineRow:
    is_exempt = exempt_reason is not None
    status = status_of(progress, is_exempt=is_exempt)
    locked = (
        is_locked(progress, on, dispensed)
        if progress
        else is_closed_for(period, opd.pk, on, dispensed)
    )
    if progress is not None and not locked and progress.state == State.AWAITING_HEAD:
        status = Status.AWAITING_HEAD
    opd = named_on(opd, period.figures_as_of)
    # A draft whose office closed before the figures do: kept to be read, asked no more.
    is_asked = _is_expected(opd, period) or status in (Status.RETURNED, *SENT)
    can_fill = (
        not locked
        and is_asked
        and not is_exempt
        and (progress is None or progress.state in EDITABLE)
    )
    due = (progress.open_until if progress else None) or period.due_on
    is_settled = status in (Status.VERIFIED, Status.EXEMPT)
    return MineRow(
        period=period,
        opd=opd,
        progress=progress,
        status=status,
        days_left=(due - on).days,
        is_open=not locked and not is_settled and is_asked,
        can_fill=can_fill,
        exempt_reason=exempt_reason or "",
        dispensed_until=dispensed.get((period.pk, opd.pk)),
    )
