"""The usual dates of a budget year (domain.md §4.6). Each can be changed."""

from __future__ import annotations

import calendar
import datetime as dt

from focal_points.planning.models import StageKind

# Months of the year before the budget year; 13 is the January that follows it, and the
# changed budget (DPPA) is made in the budget year itself.
_MONTHS: dict[StageKind, tuple[int, int]] = {
    StageKind.VILLAGE: (1, 1),
    StageKind.DISTRICT: (2, 2),
    StageKind.FORUM: (3, 3),
    StageKind.REGENCY: (3, 3),
    StageKind.RENJA: (2, 7),
    StageKind.KUA_PPAS: (7, 8),
    StageKind.RKA: (8, 10),
    StageKind.DPA: (12, 13),
    StageKind.DPPA: (20, 22),
}


def planning_year_of(kind: str, budget_year: int) -> int:
    return budget_year if kind == StageKind.DPPA else budget_year - 1


def usual_dates(kind: StageKind, budget_year: int) -> tuple[dt.date, dt.date]:
    first, last = _MONTHS[kind]
    year, month = _month(budget_year - 1, last)
    end = dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(*_month(budget_year - 1, first), 1), end


def _month(year: int, number: int) -> tuple[int, int]:
    return year + (number - 1) // 12, (number - 1) % 12 + 1
