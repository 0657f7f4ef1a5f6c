"""Scores of regions as they are shown: a line each to the province, which reads them all;
to one of them itself beside the average, nobody else named."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prasyarat.pictures.plot import Plot
from prasyarat.pictures.regions import RegionScore, RegionScores
from prasyarat.pictures.seven import shown
from prasyarat.scoring import band
from pug_portal.lib.chart_marks import Series


@dataclass(frozen=True)
class AgainstAverage:
    plot: Plot
    own: Decimal | None
    average: Decimal | None
    count: int


def against_average(own: RegionScore, found: RegionScores) -> AgainstAverage:
    """Verified scores of both."""
    name = f"Rata-rata {found.above.short_name}"
    return AgainstAverage(
        plot=Plot(
            code="rata",
            title=f"Nilai terverifikasi {own.region.name} dan {name.lower()}",
            head="Prasyarat",
            names=tuple(one.name for one in found.prerequisites),
            short=tuple(one.short_name for one in found.prerequisites),
            series=(
                Series(
                    own.region.short_name,
                    [shown(own.by_code.get(one.code)) for one in found.prerequisites],
                ),
                Series(name, [shown(value) for value in found.averages]),
            ),
        ),
        own=shown(own.verified),
        average=shown(found.average()),
        count=len(found.counted),
    )


@dataclass(frozen=True)
class ShownLine:
    """`code` of the region, empty for the average; cells: prerequisite, score, tint."""

    name: str
    code: str
    cells: list[tuple[str, Decimal | None, str]]
    total: Decimal | None
    final: Decimal | None


def lines_of(found: RegionScores) -> list[ShownLine]:
    """In the order of the codes, so that none looks like a ranking; the average is last."""
    lines = [
        ShownLine(
            name=row.region.name,
            code=row.region.code,
            cells=[
                _cell(one.code, row.by_code.get(one.code) if row.is_counted else None)
                for one in found.prerequisites
            ],
            total=shown(row.verified) if row.is_counted else None,
            final=shown(row.final) if row.is_counted else None,
        )
        for row in found.rows
    ]
    average = ShownLine(
        name=f"Rata-rata {len(found.counted)} daerah",
        code="",
        cells=[_cell(one.code, found.average(one.code)) for one in found.prerequisites],
        total=shown(found.average()),
        final=shown(found.average_final),
    )
    return [*lines, average] if found.counted else lines


def _cell(code: str, value: Decimal | None) -> tuple[str, Decimal | None, str]:
    return code, shown(value), band(value)
