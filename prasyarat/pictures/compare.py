"""Two assessments beside each other: two days of a region, or two regions.

Under two instruments only what both ask alike is compared, and the share of it is told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from prasyarat.assessments.book import Book
from prasyarat.assessments.through import through
from prasyarat.instruments.converting import MappedShare
from prasyarat.instruments.models import Instrument, Prerequisite
from prasyarat.instruments.use import Uses
from prasyarat.pictures.books import books_of
from prasyarat.pictures.plot import Plot
from prasyarat.pictures.seven import shown
from prasyarat.scoring import Sheet, Stage
from pug_portal.lib.chart_marks import Series
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region
from pug_portal.regions.moves import path_on

Value = Decimal | None
Place = tuple[Region, dt.date]


@dataclass(frozen=True)
class Side:
    """Whose assessment, of which day; `whole` is its own score over all its questions."""

    region: Region
    on: dt.date
    instrument: Instrument
    whole: Sheet
    sheet: Sheet

    @property
    def label(self) -> str:
        return f"{self.region.short_name} {tanggal(self.on)}"

    @property
    def total(self) -> Value:
        return shown(self.sheet.total)

    @property
    def whole_total(self) -> Value:
        return shown(self.whole.total)

    def of(self, code: str) -> Value:
        found = (g.value for g in self.sheet.prerequisites if g.code == code)
        return shown(next(found, None))


@dataclass(frozen=True)
class Comparison:
    """`share` is None under one instrument; `is_refused` where nothing is mapped alike."""

    one: Side
    other: Side
    stage: Stage
    parts: tuple[Prerequisite, ...]
    share: MappedShare | None = None
    alike: int = 0

    @property
    def is_refused(self) -> bool:
        return self.share is not None and not self.alike

    @property
    def difference(self) -> Value:
        return minus(self.one.total, self.other.total)

    @property
    def rows(self) -> list[tuple[str, Value, Value, Value]]:
        found = []
        for part in self.parts:
            one, other = self.one.of(part.code), self.other.of(part.code)
            found.append((part.name, one, other, minus(one, other)))
        return found

    def plot(self) -> Plot:
        rows = self.rows
        return Plot(
            code="banding",
            title=f"Nilai {self.stage.value} {self.one.label} dan {self.other.label}",
            head="Prasyarat",
            names=tuple(row[0] for row in rows),
            short=tuple(part.short_name for part in self.parts),
            series=(
                Series(self.one.label, [row[1] for row in rows]),
                Series(self.other.label, [row[2] for row in rows]),
            ),
        )


def minus(one: Value, other: Value) -> Value:
    return None if one is None or other is None else one - other


def compare(one: Place, other: Place, stage: Stage) -> Comparison | None:
    """None while one of the two has no instrument. `stage`: of both alike."""
    uses = Uses()
    ours, theirs = (
        uses.on(region, path_on(region, on), on) for region, on in (one, other)
    )
    if ours is None or theirs is None:
        return None
    asked = [ours.instrument, theirs.instrument]
    regions = list(dict.fromkeys([one[0], other[0]]))
    books = books_of(regions, asked, max(one[1], other[1]))
    if asked[0] != asked[1] and stage is Stage.FINAL:
        stage = Stage.VERIFIED  # a settled score is of one question alone
    left = _side(one, asked[0], books, stage)
    right = _side(other, asked[1], books, stage)
    parts = tuple(asked[0].prerequisites.order_by("order"))
    found = Comparison(left, right, stage, parts)
    if asked[0] == asked[1]:
        return found
    return _across(found, books[other[0].pk])


def _side(
    place: Place,
    instrument: Instrument,
    books: dict[int, dict[int, Book]],
    stage: Stage,
) -> Side:
    region, on = place
    sheet: Sheet = getattr(books[region.pk][instrument.pk].at(on), stage.value)
    return Side(region, on, instrument, whole=sheet, sheet=sheet)


def _across(found: Comparison, books: dict[int, Book]) -> Comparison:
    """The other side under the first one's questions; both over the same items."""
    left, right = found.one, found.other
    seen = through(
        right.region, right.on, right.instrument, left.instrument, books=books
    )
    carried = seen.mandiri if found.stage is Stage.SELF else seen.terverifikasi
    alike = {
        item.code for item in carried.items if seen.mapping.equal_source(item.code)
    } & {item.code for item in left.sheet.items}
    return replace(
        found,
        one=replace(left, sheet=only(left.sheet, alike)),
        other=replace(right, sheet=only(carried, alike)),
        share=seen.share,
        alike=len(alike),
    )


def only(sheet: Sheet, codes: set[str]) -> Sheet:
    """The same scores of fewer items."""
    groups = tuple(
        replace(group, items=tuple(i for i in group.items if i.code in codes))
        for group in sheet.prerequisites
    )
    items = tuple(item for item in sheet.items if item.code in codes)
    return replace(sheet, items=items, prerequisites=groups)
