"""Human development and gender indices of the region, as published up to a year."""

from __future__ import annotations

from pokja.reports.rows import IndexRow
from pug_portal.regions.indices.queries import ThreeYears, three_years
from pug_portal.regions.models import Region


def index_rows(region: Region, until: int) -> tuple[IndexRow, ...]:
    """One row per index and method; an index without any value keeps its empty row."""
    return tuple(_index_row(row) for row in three_years(region, until))


def _index_row(row: ThreeYears) -> IndexRow:
    two_before, one_before, current = row.own
    return IndexRow(
        code=row.index.value,
        name=str(row.index.label),
        method=row.method,
        direction=row.index.direction,
        places=row.index.places,
        newest=row.newest,
        two_before=two_before,
        one_before=one_before,
        current=current,
        province=row.province,
        nation=row.nation,
        source="; ".join(row.sources),
    )
