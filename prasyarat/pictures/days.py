"""One region at the ends of many periods: what a trend is drawn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from prasyarat.assessments.book import Pair
from prasyarat.assessments.history import (
    EVALUATED_YEARS,
    SEMESTERS,
    YEARS,
    UsedBooks,
)
from prasyarat.evaluation.models import EvaluationPeriod
from prasyarat.instruments.models import Instrument
from prasyarat.scoring import Stage
from pug_portal.lib.semesters import Semester

EVALUATIONS = 3


@dataclass(frozen=True)
class Point:
    """A period and its last day; `short` stands under the picture."""

    label: str
    short: str
    end: dt.date


@dataclass(frozen=True)
class Dated:
    label: str
    short: str
    day: dt.date
    is_running: bool
    instrument: Instrument
    pair: Pair
    has_answers: bool

    def value(self, stage: Stage) -> Decimal | None:
        found: Decimal | None = getattr(self.pair, stage.value).total
        return found


def semesters(today: dt.date) -> list[Point]:
    """Oldest first, as a line runs."""
    found, semester = [], Semester.from_date(today)
    for _ in range(SEMESTERS):
        short = f"{semester.roman} {semester.year}"
        found.append(Point(semester.label, short, semester.end))
        semester = semester.previous()
    return found[::-1]


def years(today: dt.date) -> list[Point]:
    return [
        Point(f"Tahun {year}", str(year), dt.date(year, 12, 31))
        for year in range(today.year - YEARS + 1, today.year + 1)
    ]


def evaluations(today: dt.date, opened: Iterable[EvaluationPeriod] = ()) -> list[Point]:
    """The periods the region opened, of one year or two, each on its own day.

    Until it opens one: periods of two years, the last one ends with this year.
    """
    found = [Point(str(each), each.years_told, each.as_of) for each in opened]
    if found:
        return sorted(found, key=lambda point: point.end)[-EVALUATIONS:]
    for back in range(EVALUATIONS):
        last = today.year - back * EVALUATED_YEARS
        span = f"{last - EVALUATED_YEARS + 1}\N{EN DASH}{last}"
        found.append(Point(f"Periode evaluasi {span}", span, dt.date(last, 12, 31)))
    return found[::-1]


def dated(
    used: UsedBooks,
    points: Iterable[Point],
    today: dt.date,
    known: dict[dt.date, Pair] | None = None,
) -> list[Dated]:
    """Each day by the instrument in use on it; without one there is no point.

    `known`: scores of days at hand, since a year ends with its second semester.
    """
    return list(_dated(used, points, today, {} if known is None else known))


def _dated(
    used: UsedBooks, points: Iterable[Point], today: dt.date, known: dict[dt.date, Pair]
) -> Iterator[Dated]:
    """A period that runs ends, for its score, today."""
    for point in points:
        day = min(point.end, today)
        instrument, book = used.instrument_on(day), used.book_on(day)
        if instrument is None or book is None:
            continue
        if day not in known:
            known[day] = book.at(day)
        yield Dated(
            label=point.label,
            short=point.short,
            day=day,
            is_running=point.end > today,
            instrument=instrument,
            pair=known[day],
            has_answers=bool(book.latest(day) or book.counted(day)),
        )
