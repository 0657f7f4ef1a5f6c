"""How the scores of items become one figure in percent. The instrument says which way.

An item that does not count is not handed in here. Weight 0 has no effect: neither has a
group in which nothing weighs.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from prasyarat.rules import HUNDRED, ZERO


class Method(StrEnum):
    SUM = "sum"
    WEIGHTED = "weighted_average"
    AVERAGES = "average_of_averages"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def explanation(self) -> str:
        return _EXPLANATIONS[self]


_LABELS = {
    Method.SUM: "Jumlah",
    Method.WEIGHTED: "Rata-rata tertimbang",
    Method.AVERAGES: "Rata-rata dari rata-rata prasyarat",
}
_EXPLANATIONS = {
    Method.SUM: "jumlah (bobot × nilai) dibagi jumlah (bobot × nilai maksimum)",
    Method.WEIGHTED: (
        "tiap butir dijadikan bagian dari nilai maksimumnya, lalu dirata-rata menurut bobot"
    ),
    Method.AVERAGES: (
        "tiap prasyarat dirata-rata menurut bobot butirnya, lalu semua prasyarat dirata-rata "
        "sama besar"
    ),
}


class Weighed(Protocol):
    @property
    def prerequisite(self) -> str: ...
    @property
    def score(self) -> Decimal: ...
    @property
    def max(self) -> Decimal: ...
    @property
    def weight(self) -> Decimal: ...


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return part * HUNDRED / whole if whole > 0 else None


def value_of(items: Sequence[Weighed], method: Method) -> Decimal | None:
    """In percent, unrounded; None where nothing counts."""
    if method is Method.SUM:
        return _sum(items)
    if method is Method.WEIGHTED:
        return _weighted(items)
    codes = dict.fromkeys(item.prerequisite for item in items)
    return _plain(
        _weighted([item for item in items if item.prerequisite == code])
        for code in codes
    )


def _sum(items: Iterable[Weighed]) -> Decimal | None:
    earned = possible = ZERO
    for item in items:
        earned += item.weight * item.score
        possible += item.weight * item.max
    return percent(earned, possible)


def _weighted(items: Iterable[Weighed]) -> Decimal | None:
    earned = weights = ZERO
    for item in items:
        if item.weight > 0 and item.max > 0:
            earned += item.weight * (item.score / item.max)
            weights += item.weight
    return percent(earned, weights)


def _plain(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, ZERO) / len(known) if known else None
