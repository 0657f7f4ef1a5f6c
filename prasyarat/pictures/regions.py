"""The verified and final scores of the regions under one, and their average.

Constant in queries: answers, evidence, figures and targets of all regions are read at
once. Each region's score is that of its own score page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prasyarat.instruments.models import Instrument, Prerequisite
from prasyarat.instruments.use import Uses
from prasyarat.pictures.books import books_of
from prasyarat.scoring import Sheet
from pug_portal.regions.models import Level, Region
from pug_portal.regions.moves import regions_below_on

# An average of fewer regions would tell a neighbour's score to the others.
FEWEST_REGIONS = 3
Value = Decimal | None


@dataclass(frozen=True)
class RegionScore:
    """`is_counted`: something of it is verified, so it stands in the average."""

    region: Region
    instrument: Instrument
    by_code: dict[str, Value]
    verified: Value
    final: Value
    is_counted: bool


@dataclass(frozen=True)
class RegionScores:
    """`rows` share `instrument`; `others` are scored by another and left out."""

    above: Region
    on: dt.date
    instrument: Instrument
    prerequisites: tuple[Prerequisite, ...]
    rows: tuple[RegionScore, ...]
    others: tuple[tuple[Region, Instrument], ...]

    @property
    def counted(self) -> tuple[RegionScore, ...]:
        return tuple(row for row in self.rows if row.is_counted)

    def row_of(self, region: Region) -> RegionScore | None:
        return next((row for row in self.rows if row.region.pk == region.pk), None)

    @property
    def is_told_below(self) -> bool:
        """May a region of these read the average?"""
        return len(self.counted) >= FEWEST_REGIONS

    def average(self, code: str = "") -> Value:
        """Of the verified scores, each region alike; of one prerequisite or of all."""
        return mean(
            row.by_code.get(code) if code else row.verified for row in self.counted
        )

    @property
    def average_final(self) -> Value:
        return mean(row.final for row in self.counted)

    @property
    def averages(self) -> list[Value]:
        return [self.average(one.code) for one in self.prerequisites]


def mean(values: Iterable[Value]) -> Value:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def region_scores(above: Region, on: dt.date) -> RegionScores | None:
    """Of a province its kabupaten/kota, of the nation its provinces; as they stood then."""
    uses = Uses()
    placed = [
        (region, use.instrument)
        for region, path in regions_below_on(above, on)
        if is_directly_below(region, above) and (use := uses.on(region, path, on))
    ]
    use = uses.on(above, above.path, on)
    if use is None:
        return None
    instrument = use.instrument
    same = [region for region, own in placed if own == instrument]
    return RegionScores(
        above=above,
        on=on,
        instrument=instrument,
        prerequisites=tuple(instrument.prerequisites.order_by("order")),
        rows=tuple(_scores(same, on, instrument)),
        others=tuple((region, own) for region, own in placed if own != instrument),
    )


def is_directly_below(region: Region, above: Region) -> bool:
    if above.level == Level.NATION:
        return region.level == Level.PROVINCE
    return not region.has_children


def _scores(
    regions: Sequence[Region], on: dt.date, instrument: Instrument
) -> Iterable[RegionScore]:
    books = books_of(regions, [instrument], on)
    for region in regions:
        book = books[region.pk][instrument.pk]
        pair = book.at(on)
        yield RegionScore(
            region=region,
            instrument=instrument,
            by_code=_by_code(pair.terverifikasi),
            verified=pair.terverifikasi.total,
            final=pair.akhir.total,
            is_counted=bool(book.latest_verified(on) or book.counted(on)),
        )


def _by_code(sheet: Sheet) -> dict[str, Value]:
    return {group.code: group.value for group in sheet.prerequisites}
