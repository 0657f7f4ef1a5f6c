"""The pictures of a table and its years beside each other; hidden cells stay hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from prasyarat.gender_data.definitions import Table
from prasyarat.gender_data.grid import Grid, Slab
from pug_portal.lib.chart_lines import Line as ChartLine
from pug_portal.lib.chart_lines import lines
from pug_portal.lib.chart_pairs import Pair, pairs

LEAST_YEARS = 3


@dataclass(frozen=True)
class SideRow:
    label: str
    cells: list[tuple[str, str]]
    is_total: bool


def bars(table: Table, grid: Grid, year: int, *, for_print: bool = False) -> SafeString:
    """Of the table's own rows; nothing where no number may be drawn."""
    slab = grid.main
    found = [
        Pair(
            line.label,
            *line.values,
            men_text=f"L {line.men}",
            women_text=f"P {line.women}",
        )
        for line in slab.rows
    ]
    if not table.has_men or not any(v is not None for p in slab.rows for v in p.values):
        return SafeString("")
    return pairs(
        found,
        title=f"{table.title} {year}, laki-laki dan perempuan; angkanya di tabel.",
        chart_id=f"batang-{table.code.lower()}-{year}",
        for_print=for_print,
    )


def trend(
    table: Table, grids: Mapping[int, Grid], *, for_print: bool = False
) -> SafeString:
    """The totals of men and women from three years on."""
    totals = {year: grid.main.total for year, grid in grids.items()}
    drawn = []
    for name, place in (("Laki-laki", 0), ("Perempuan", 1)):
        values = {
            year: total.values[place]
            for year, total in totals.items()
            if total is not None
        }
        known = {year: value for year, value in values.items() if value is not None}
        if len(known) >= LEAST_YEARS:
            drawn.append(ChartLine(name, known))
    if not drawn:
        return SafeString("")
    return lines(
        drawn,
        title=f"{table.title}: jumlah menurut tahun; angkanya di tabel.",
        chart_id=f"garis-{table.code.lower()}",
        for_print=for_print,
    )


def side_by_side(grids: Mapping[int, Grid], years: Sequence[int]) -> list[SideRow]:
    """One row per category, L and P of each year beside each other."""
    slabs: list[tuple[int, Slab]] = [(year, grids[year].main) for year in years]
    if len(slabs) < 2:
        return []
    found = []
    for place, first in enumerate(slabs[0][1].lines):
        cells = []
        for year, slab in slabs:
            line = slab.lines[place]
            cells += [(f"{year} L", line.men), (f"{year} P", line.women)]
        found.append(SideRow(first.label, cells, first.is_total))
    return found
