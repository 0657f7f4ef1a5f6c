"""Sums over the reports of a period. What nobody counted stays None and is said so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Activity, Progress, State

SETTLED = (State.VERIFIED,)


@dataclass(frozen=True)
class Total:
    """`value` is None when none of `of` answered; `answered` says how many did."""

    value: int | None
    answered: int
    of: int


@dataclass(frozen=True)
class Totals:
    reports: int
    activities: int
    spending_ceiling: Total
    arg_ceiling: Total
    arg_realized: Total
    # The share is taken over the OPD that gave both numbers, and only over them.
    share_numerator: int | None
    share_denominator: int | None
    share_reports: int
    denominators: tuple[str, ...]
    gap_count: Total
    gbs_count: Total
    kak_count: Total
    tables_available: Total
    tables_updated: Total
    trained_men: Total
    trained_women: Total
    active_focal_points: Total
    participants_men: Total
    participants_women: Total
    activity_ceiling: Total
    activity_realized: Total


_SUMMED = (
    "spending_ceiling",
    "arg_ceiling",
    "arg_realized",
    "gap_count",
    "gbs_count",
    "kak_count",
    "tables_available",
    "tables_updated",
    "trained_men",
    "trained_women",
    "active_focal_points",
)


def reports_of(
    period: ReportingPeriod, states: Iterable[str] = SETTLED
) -> QuerySet[Progress]:
    """The reports of a period with all that hangs on them, in four queries."""
    return (
        Progress.objects.filter(period=period, state__in=list(states))
        .select_related("opd", "period", "verified_by", "submitted_by")
        .prefetch_related("activities", "files__file")
        .order_by("opd__name", "opd_id")
    )


def totals(period: ReportingPeriod, states: Iterable[str] = SETTLED) -> Totals:
    """Verified reports only, unless told otherwise."""
    states = list(states)
    reports = list(Progress.objects.filter(period=period, state__in=states))
    activities = list(
        Activity.objects.filter(
            progress__period=period, progress__state__in=states
        ).order_by("pk")
    )
    both = [
        (r.arg_ceiling, r.spending_ceiling)
        for r in reports
        if r.arg_ceiling is not None and r.spending_ceiling is not None
    ]
    return Totals(
        reports=len(reports),
        activities=len(activities),
        share_numerator=sum(arg for arg, _ in both) if both else None,
        share_denominator=sum(spent for _, spent in both) if both else None,
        share_reports=len(both),
        denominators=tuple(sorted({r.get_denominator_display() for r in reports})),
        participants_men=_sum(row.men for row in activities),
        participants_women=_sum(row.women for row in activities),
        activity_ceiling=_sum(row.ceiling for row in activities),
        activity_realized=_sum(row.realized for row in activities),
        **{name: _sum(getattr(row, name) for row in reports) for name in _SUMMED},
    )


def _sum(values: Iterable[int | None]) -> Total:
    all_values = list(values)
    known = [value for value in all_values if value is not None]
    return Total(sum(known) if known else None, len(known), len(all_values))
