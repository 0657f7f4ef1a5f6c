"""What the profile prints: published values only, small cells hidden for every reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal

from prasyarat.gender_data.definitions import Category, Domain, Table
from prasyarat.gender_data.grid import Grid, Pair, grid_of
from prasyarat.gender_data.loading import catalogue
from prasyarat.gender_data.models import TableYear
from prasyarat.gender_data.pictures import SideRow, side_by_side
from prasyarat.gender_data.places import axes_of, kecamatan_of
from prasyarat.gender_data.queries import figures_of
from pug_portal.regions.indices.queries import Series, series_of
from pug_portal.regions.models import Index, Region

YEARS_BESIDE = 3


@dataclass(frozen=True)
class IndexPart:
    """One index by one method: never another method in the same line."""

    index: Index
    method: str
    columns: tuple[tuple[str, dict[int, Decimal]], ...]
    years: tuple[int, ...]
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.index} {self.method}".strip()

    @property
    def rows(self) -> list[tuple[int, list[Decimal | None]]]:
        """Newest first, the last eight years."""
        return [
            (year, [values.get(year) for _, values in self.columns])
            for year in sorted(self.years, reverse=True)[:8]
        ]


@dataclass(frozen=True)
class TablePart:
    table: Table
    year: int
    grid: Grid
    beside: tuple[int, ...]
    side_rows: tuple[SideRow, ...]
    grids: dict[int, Grid] = field(repr=False)
    source: str
    note: str
    supplier: str


@dataclass(frozen=True)
class Chapter:
    domain: Domain
    parts: tuple[TablePart, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    region: Region
    year: int
    indices: tuple[IndexPart, ...]
    chapters: tuple[Chapter, ...]

    @property
    def is_hiding(self) -> bool:
        return any(part.grid.is_hiding for c in self.chapters for part in c.parts)

    @property
    def parts(self) -> list[TablePart]:
        return [part for chapter in self.chapters for part in chapter.parts]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(repr(self).encode()).hexdigest()


def collect(region: Region, year: int) -> Profile:
    published = TableYear.objects.filter(region=region, year__lte=year).published()
    rows = list(published.order_by("table", "-year"))
    figures = figures_of(rows)
    kecamatan = kecamatan_of(region)
    by_table: dict[str, list[TableYear]] = {}
    for row in rows:
        by_table.setdefault(row.table, []).append(row)
    chapters = []
    for domain in catalogue().domains:
        tables = catalogue().of_domain(domain)
        parts = [
            _part(table, by_table[table.code], figures, kecamatan)
            for table in tables
            if table.code in by_table
        ]
        missing = [table.title for table in tables if table.code not in by_table]
        chapters.append(Chapter(domain, tuple(parts), tuple(missing)))
    return Profile(region, year, _indices(region, year), tuple(chapters))


def _part(
    table: Table,
    rows: list[TableYear],
    figures: dict[int, dict[tuple[str, str], Pair]],
    kecamatan: tuple[Category, ...],
) -> TablePart:
    axes = axes_of(table, kecamatan)
    below = catalogue().hidden_below
    grids = {
        row.year: grid_of(table, axes, figures[row.pk], hide_below=below)
        for row in rows[:YEARS_BESIDE]
    }
    newest = rows[0]
    beside = tuple(sorted(grids))
    return TablePart(
        table=table,
        year=newest.year,
        grid=grids[newest.year],
        beside=beside,
        side_rows=tuple(side_by_side(grids, beside)),
        grids=grids,
        source=newest.source,
        note=newest.note,
        supplier=newest.supplier,
    )


def _indices(region: Region, year: int) -> tuple[IndexPart, ...]:
    return tuple(
        _index(series, region) for series in series_of(region, until=year) if series.own
    )


def _index(series: Series, region: Region) -> IndexPart:
    named = [(region.short_name, series.own)]
    if region.parent and series.province:
        named.append((region.parent.short_name, series.province))
    if series.nation:
        named.append(("Indonesia", series.nation))
    columns = tuple(
        (name, {year: said.value for year, said in values.items()})
        for name, values in named
    )
    return IndexPart(
        series.index,
        series.method,
        columns,
        tuple(series.years),
        tuple(series.sources),
    )
