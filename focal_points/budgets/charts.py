"""The share of ARG over the years as a picture: one per kind of denominator.

Shares of unlike denominators never lie in one picture, where they would be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from focal_points.budgets.sums import Group
from pug_portal.lib.chart_lines import Line, lines
from pug_portal.lib.numbers import persen_nilai


@dataclass(frozen=True)
class Chart:
    heading: str
    picture: SafeString


def charts(
    trend: Sequence[tuple[int, Sequence[Group]]], *, for_print: bool = False
) -> list[Chart]:
    """A kind with fewer than two years has no course to draw; its table stands."""
    found: dict[str, dict[int, float]] = {}
    named: dict[str, str] = {}
    for year, groups in trend:
        for group in groups:
            if group.base_total:
                share = 100 * group.base_arg / group.base_total
                found.setdefault(group.denominator, {})[year] = share
                named[group.denominator] = group.phrase
    return [
        _chart(kind, named[kind], shares, for_print)
        for kind, shares in found.items()
        if len(shares) > 1
    ]


def _chart(kind: str, phrase: str, shares: dict[int, float], for_print: bool) -> Chart:
    heading = f"Porsi ARG dari {phrase}"
    told = "; ".join(f"{year} {persen_nilai(shares[year])}" for year in sorted(shares))
    picture = lines(
        [Line("Porsi, persen", shares)],
        title=f"{heading} menurut tahun anggaran: {told}.",
        chart_id=f"tren-{kind.replace('_', '-')}",
        for_print=for_print,
    )
    return Chart(heading, picture)
