"""Semester, year and evaluation period: the same dated answers seen on other days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from prasyarat.assessments.book import Book, Pair
from pug_portal.lib.semesters import Semester

SEMESTERS = 4
YEARS = 3
EVALUATED_YEARS = 2


@dataclass(frozen=True)
class PeriodRow:
    """A period that runs ends, for its score, today."""

    label: str
    day: dt.date
    is_running: bool
    pair: Pair


def periods(today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """Newest first: two years of semesters, years, and the evaluation period."""
    semester = Semester.from_date(today)
    for _ in range(SEMESTERS):
        yield semester.label, semester.end
        semester = semester.previous()
    for year in range(today.year, today.year - YEARS, -1):
        yield f"Tahun {year}", dt.date(year, 12, 31)
    last = today.year
    first = last - EVALUATED_YEARS + 1
    yield f"Periode evaluasi {first}\N{EN DASH}{last}", dt.date(last, 12, 31)


def history(book: Book, today: dt.date) -> list[PeriodRow]:
    """From the answers at hand: not a query more."""
    return [
        PeriodRow(label, min(end, today), end > today, book.at(min(end, today)))
        for label, end in periods(today)
    ]
