"""The plan as it stands on a day: which gaps are closed, which are late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from focal_points.opd.models import Opd
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.reading import Outlook
from pug_portal.lib.dates import zone_of
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class PlanLine:
    """`closed_on`: the day on which the answer that closed the gap was verified."""

    action: GapAction
    is_closed: bool
    closed_on: dt.date | None
    is_waiting: bool
    days_left: int

    @property
    def badge(self) -> tuple[str, str, str]:
        if self.is_closed:
            return ("ver", "Tertutup", "shield-check")
        if self.is_waiting:
            return ("aju", "Menunggu verifikasi", "send")
        if self.days_left < 0:
            return ("lat", f"Terlambat {-self.days_left} hari", "clock-exclamation")
        return ("draf", "Dikerjakan", "progress")


@dataclass(frozen=True)
class Plan:
    region: Region
    on: dt.date
    lines: tuple[PlanLine, ...]
    total: Decimal
    after: Decimal

    @property
    def closed(self) -> int:
        return sum(line.is_closed for line in self.lines)

    @property
    def of_opds(self) -> int:
        return sum(line.action.of_opd_id is not None for line in self.lines)

    @property
    def points(self) -> Decimal:
        return self.after - self.total


def actions_of(region: Region) -> list[GapAction]:
    rows = GapAction.objects.filter(region=region)
    rows = rows.select_related("opd", "of_opd", "indicator")
    return list(rows.order_by("due_on", "indicator__code", "pk"))


def own_actions(opd: Opd) -> list[GapAction]:
    """The lines for indicators that are this OPD's own."""
    rows = GapAction.objects.filter(of_opd=opd)
    rows = rows.select_related("opd", "of_opd", "indicator")
    return list(rows.order_by("due_on", "indicator__code", "pk"))


def plan_of(
    seen: Outlook,
    actions: Iterable[GapAction],
    of_opds: Mapping[int, Outlook] | None = None,
) -> Plan:
    """Gaps of an older instrument stay readable; its items no longer move the score.

    `of_opds`: by its key, what each OPD answered of its own. That moves no score of the
    region either.
    """
    theirs = of_opds or {}
    lines = tuple(_line(theirs.get(a.of_opd_id or 0, seen), a) for a in actions)
    named = {
        line.action.indicator.code
        for line in lines
        if not line.is_closed
        and line.action.of_opd_id is None
        and _is_asked(seen, line.action)
    }
    return Plan(
        region=seen.region,
        on=seen.on,
        lines=lines,
        total=seen.total,
        after=seen.if_done(named & {step.gap.code for step in seen.steps}),
    )


def _line(seen: Outlook, action: GapAction) -> PlanLine:
    code = action.indicator.code
    is_asked = _is_asked(seen, action)
    is_closed = is_asked and seen.is_closed(code)
    newest = seen.answers.get(code) if is_asked else None
    return PlanLine(
        action=action,
        is_closed=is_closed,
        closed_on=_verified_on(seen, code) if is_closed else None,
        is_waiting=newest is not None and newest.is_waiting,
        days_left=(action.due_on - seen.on).days,
    )


def _is_asked(seen: Outlook, action: GapAction) -> bool:
    """Instruments name their items alike: the same code may ask something else."""
    asked = seen.indicators.get(action.indicator.code)
    return asked is not None and asked.pk == action.indicator_id


def _verified_on(seen: Outlook, code: str) -> dt.date | None:
    answer = seen.proven_answers.get(code)
    if answer is None or answer.verified_at is None:
        return None
    return answer.verified_at.astimezone(zone_of(seen.region.zone)).date()
