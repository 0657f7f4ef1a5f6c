"""Reading index values: one query for a region with its province and the nation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from pug_portal.regions.indices.models import Index, IndexValue
from pug_portal.regions.models import Level, Region

YEARS_IN_TABLE = 3
# Where several methods say equally much, the current one of BPS comes first.
_NEWEST_METHODS = ("", "UHH LF SP2020", "UHH lama")


@dataclass(frozen=True, slots=True)
class Said:
    value: Decimal
    source: str


@dataclass(slots=True)
class Series:
    """One index by one method: values by year, of the region and of those above it."""

    index: Index
    method: str
    own: dict[int, Said] = field(default_factory=dict)
    province: dict[int, Said] = field(default_factory=dict)
    nation: dict[int, Said] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        return sorted({*self.own, *self.province, *self.nation})

    @property
    def sources(self) -> list[str]:
        said = [*self.own.values(), *self.province.values(), *self.nation.values()]
        return sorted({row.source for row in said})


@dataclass(frozen=True, slots=True)
class ThreeYears:
    """One row of the report's table of indices; `newest` is None without any value."""

    index: Index
    method: str
    newest: int | None
    own: tuple[Decimal | None, Decimal | None, Decimal | None]
    province: Decimal | None
    nation: Decimal | None
    sources: tuple[str, ...]


def series_of(region: Region, *, until: int | None = None) -> list[Series]:
    """Every series that the region or one above it has, in the order of the indices."""
    steps = region.path.split(".")
    paths = [".".join(steps[: place + 1]) for place in range(len(steps))]
    rows = IndexValue.objects.filter(region__path__in=paths)
    if until is not None:
        rows = rows.filter(year__lte=until)
    found: dict[tuple[str, str], Series] = {}
    for path, level, index, method, year, value, source in rows.values_list(
        *("region__path", "region__level", "index", "method", "year", "value", "source")
    ):
        series = found.setdefault((index, method), Series(Index(index), method))
        _place(series, level, is_own=path == region.path)[year] = Said(value, source)
    order = list(Index)
    return sorted(found.values(), key=lambda s: (order.index(s.index), *_rank(s)))


def _place(series: Series, level: str, *, is_own: bool) -> dict[int, Said]:
    if is_own:
        return series.own
    return series.nation if level == Level.NATION else series.province


def _rank(series: Series) -> tuple[int, int]:
    known = series.method in _NEWEST_METHODS
    place = _NEWEST_METHODS.index(series.method) if known else len(_NEWEST_METHODS)
    return -len(series.own), place


def three_years(region: Region, until: int) -> list[ThreeYears]:
    """Each index up to its newest year with a value of the region; methods apart."""
    by_index: defaultdict[Index, list[Series]] = defaultdict(list)
    for series in series_of(region, until=until):
        by_index[series.index].append(series)
    return [row for index in Index for row in _rows(index, by_index[index])]


def _rows(index: Index, found: list[Series]) -> Iterable[ThreeYears]:
    newest = max((year for series in found for year in series.own), default=None)
    if newest is None:
        return [ThreeYears(index, "", None, (None, None, None), None, None, ())]
    years = range(newest - YEARS_IN_TABLE + 1, newest + 1)
    kept = [series for series in found if any(year in series.own for year in years)]
    rows = [_row(series, newest) for series in kept]
    return sorted(rows, key=lambda row: sum(value is None for value in row.own))


def _row(series: Series, newest: int) -> ThreeYears:
    own = [series.own.get(newest - back) for back in (2, 1, 0)]
    province, nation = series.province.get(newest), series.nation.get(newest)
    said = [row for row in (*own, province, nation) if row]
    before, last, now = (row.value if row else None for row in own)
    return ThreeYears(
        index=series.index,
        method=series.method,
        newest=newest,
        own=(before, last, now),
        province=province.value if province else None,
        nation=nation.value if nation else None,
        sources=tuple(dict.fromkeys(row.source for row in said)),
    )
