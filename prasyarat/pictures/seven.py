"""The scores of a sheet as plots: what the score page prints, and nothing counted anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from prasyarat.assessments.queries import SheetPair
from prasyarat.pictures.days import Dated
from prasyarat.pictures.plot import Plot
from prasyarat.scoring import Stage, rounded
from pug_portal.lib.chart_marks import Series

PLACES = 1
LABELS = {
    Stage.VERIFIED: "Terverifikasi",
    Stage.SELF: "Mandiri",
    Stage.FINAL: "Akhir",
}


def stages(*, with_claims: bool) -> tuple[Stage, ...]:
    """What is verified comes first: it is the score that counts."""
    if with_claims:
        return Stage.VERIFIED, Stage.SELF, Stage.FINAL
    return Stage.VERIFIED, Stage.FINAL


def shown(value: Decimal | None) -> Decimal | None:
    return rounded(value, PLACES)


def seven_plot(pair: SheetPair, *, with_claims: bool) -> Plot:
    return Plot(
        code="tujuh",
        title=f"Nilai tujuh prasyarat {pair.region.name}",
        head="Prasyarat",
        names=tuple(row.prerequisite.name for row in pair.rows),
        short=tuple(row.prerequisite.short_name for row in pair.rows),
        series=tuple(
            Series(
                LABELS[stage],
                [shown(getattr(row, stage.value).value) for row in pair.rows],
            )
            for stage in stages(with_claims=with_claims)
        ),
    )


def totals(pair: SheetPair, *, with_claims: bool) -> list[tuple[str, Decimal | None]]:
    return [
        (LABELS[stage], shown(getattr(pair, stage.value).total))
        for stage in stages(with_claims=with_claims)
    ]


def trend_plot(
    code: str, title: str, points: Sequence[Dated], *, with_claims: bool
) -> Plot:
    """Oldest first; `points` each have their own day and instrument."""
    return Plot(
        code=code,
        title=title,
        head="Periode",
        names=tuple(point.label for point in points),
        short=tuple(point.short for point in points),
        series=tuple(
            Series(LABELS[stage], list(_values(points, stage)))
            for stage in stages(with_claims=with_claims)
        ),
    )


def _values(points: Iterable[Dated], stage: Stage) -> Iterable[Decimal | None]:
    for point in points:
        yield shown(point.value(stage)) if point.has_answers else None
