"""Semester, year and evaluation period: the same dated answers seen on other days.

Each day by the instrument that was in use on it: a later one changes no earlier score.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from focal_points.opd.models import Opd
from prasyarat.assessments.book import Book, Pair
from prasyarat.assessments.models import Answer
from prasyarat.assessments.queries import region_books
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.use import UsesOfRegion, uses_for
from pug_portal.lib.semesters import Semester
from pug_portal.regions.models import Region

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
    instrument: Instrument | None = None


@dataclass(frozen=True)
class UsedBooks:
    """A region's answers under each instrument that it was scored by."""

    uses: UsesOfRegion
    books: dict[int, Book]

    def instrument_on(self, day: dt.date) -> Instrument | None:
        use = self.uses.on(day)
        return use.instrument if use else None

    def book_on(self, day: dt.date) -> Book | None:
        instrument = self.instrument_on(day)
        return self.books.get(instrument.pk) if instrument else None


@dataclass(frozen=True)
class LeftOver:
    """An answer begun under an instrument that is no longer in use."""

    answer: Answer
    instrument: Instrument


def left_over(used: UsedBooks, on: dt.date) -> list[LeftOver]:
    """Drafts, and what was returned. Not a query more."""
    now = used.instrument_on(on)
    names = {use.instrument_id: use.instrument for use in used.uses.uses.rows}
    return [
        LeftOver(answer, names[pk])
        for pk, book in used.books.items()
        if now is not None and pk != now.pk
        for answer in book.latest(on).values()
        if answer.is_open
    ]


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


def period_days(today: dt.date) -> list[dt.date]:
    """The days that `history` asks for."""
    return [min(end, today) for _, end in periods(today)]


def used_books(
    region: Region,
    days: Iterable[dt.date],
    *,
    until: dt.date | None = None,
    opd: Opd | None = None,
) -> UsedBooks:
    """As many queries for several instruments as for one. `until`: of every instrument
    that was ever in use up to that day."""
    uses = uses_for(region)
    ever = uses.turns(until) if until else []
    found = [use.instrument for day in [*days, *ever] if (use := uses.on(day))]
    return UsedBooks(uses, region_books(region, found, opd))


def history(
    book: Book | None, today: dt.date, *, used: UsedBooks | None = None
) -> list[PeriodRow]:
    """From the answers at hand: not a query more.

    `used`: each day by its own instrument. `book` alone scores all days by one.
    """
    rows = []
    for label, end in periods(today):
        day = min(end, today)
        instrument = used.instrument_on(day) if used else None
        found = used.book_on(day) if used else book
        if found is not None:
            rows.append(PeriodRow(label, day, end > today, found.at(day), instrument))
    return rows


def met_instruments(rows: Sequence[PeriodRow]) -> list[Instrument]:
    """Those that meet in one trend, newest first; none where all rows share one."""
    found = {row.instrument.pk: row.instrument for row in rows if row.instrument}
    return list(found.values()) if len(found) > 1 else []
