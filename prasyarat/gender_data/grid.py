"""A table as it is read: L, P, total, share and ratio, plain or with small cells hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prasyarat.gender_data.definitions import MAIN, Axis, Table
from prasyarat.gender_data.suppression import (
    BOTH,
    MEN,
    TOTAL,
    WOMEN,
    Mask,
    mask_of,
)
from pug_portal.lib.numbers import EMPTY, angka, persen

HIDDEN = "*"
HIDDEN_NOTE = (
    "* disembunyikan: jumlahnya kecil, atau angkanya akan membuka jumlah kecil lain."
)
WITHHELD_NOTE = "Pemilahan ini tidak ditayangkan karena jumlahnya kecil."

Key = tuple[str, str]
Pair = tuple[Decimal | None, Decimal | None]
Figures = Mapping[Key, Pair]


@dataclass(frozen=True)
class Line:
    """Texts as they are printed; `values` are None where unknown or hidden."""

    label: str
    men: str
    women: str
    both: str
    share: str
    ratio: str
    values: Pair
    # Of L and P together; may be known where one of them is hidden.
    total: Decimal | None = None
    is_total: bool = False


@dataclass(frozen=True)
class Slab:
    """One breakdown of the table: its own rows, or an axis."""

    axis: Axis
    lines: tuple[Line, ...]
    is_withheld: bool = False

    @property
    def is_hiding(self) -> bool:
        return any(HIDDEN in (line.men, line.women, line.both) for line in self.lines)

    @property
    def total(self) -> Line | None:
        last = self.lines[-1] if self.lines else None
        return last if last is not None and last.is_total else None

    @property
    def rows(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.is_total)


@dataclass(frozen=True)
class Grid:
    slabs: tuple[Slab, ...]

    @property
    def main(self) -> Slab:
        return self.slabs[0]

    @property
    def others(self) -> tuple[Slab, ...]:
        return self.slabs[1:]

    @property
    def is_hiding(self) -> bool:
        return any(slab.is_hiding or slab.is_withheld for slab in self.slabs)


def grid_of(
    table: Table, axes: Sequence[Axis], figures: Figures, *, hide_below: int | None
) -> Grid:
    """`hide_below`: None for who enters and verifies; else the threshold of publication."""
    told = [axis for axis in axes if axis.code == MAIN or _has(axis, figures)]
    mask = Mask()
    if hide_below and table.is_count and not table.is_public_office:
        slabs = {axis.code: _whole_rows(axis, figures) for axis in told}
        mask = mask_of(slabs, main=MAIN, below=hide_below, has_men=table.has_men)
    return Grid(tuple(_slab(table, axis, figures, mask) for axis in told))


def _has(axis: Axis, figures: Figures) -> bool:
    return any((axis.code, each.code) in figures for each in axis.categories)


def _pairs(axis: Axis, figures: Figures) -> list[Pair]:
    return [
        figures.get((axis.code, each.code), (None, None)) for each in axis.categories
    ]


def _whole_rows(axis: Axis, figures: Figures) -> list[tuple[int | None, int | None]]:
    return [(_whole(men), _whole(women)) for men, women in _pairs(axis, figures)]


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


def _slab(table: Table, axis: Axis, figures: Figures, mask: Mask) -> Slab:
    if axis.code in mask.withheld:
        return Slab(axis, (), is_withheld=True)
    hidden = mask.hidden.get(axis.code, frozenset())
    pairs = _pairs(axis, figures)
    lines = [
        _line(
            table, each.label, pair, {column for row, column in hidden if row == place}
        )
        for place, (each, pair) in enumerate(zip(axis.categories, pairs, strict=True))
    ]
    if table.is_count:
        gone = {column for row, column in hidden if row == TOTAL}
        lines.append(_line(table, "Jumlah", _sums(pairs), gone, is_total=True))
    return Slab(axis, tuple(lines))


def _sums(pairs: Sequence[Pair]) -> Pair:
    """Unknown as long as one part is: what is missing is not zero."""
    return _sum([men for men, _ in pairs]), _sum([women for _, women in pairs])


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def _line(
    table: Table, label: str, pair: Pair, gone: set[str], *, is_total: bool = False
) -> Line:
    men, women = pair
    both: Decimal | None = None
    if table.is_count and men is not None and women is not None:
        both = men + women
    places = table.places
    shown_men = None if MEN in gone else men
    shown_women = None if WOMEN in gone else women
    shown_both = None if BOTH in gone else both
    return Line(
        label=label,
        men=HIDDEN if MEN in gone else angka(men, places),
        women=HIDDEN if WOMEN in gone else angka(women, places),
        both=HIDDEN if BOTH in gone else angka(both, places),
        share=_share(
            table, shown_women, shown_both, is_hidden=bool(gone & {WOMEN, BOTH})
        ),
        ratio=_ratio(shown_men, shown_women, is_hidden=bool(gone & {MEN, WOMEN})),
        values=(shown_men, shown_women),
        total=shown_both if table.is_count else None,
        is_total=is_total,
    )


def _share(
    table: Table, women: Decimal | None, both: Decimal | None, *, is_hidden: bool
) -> str:
    if not table.is_count:
        return EMPTY
    return HIDDEN if is_hidden else persen(women, both)


def _ratio(men: Decimal | None, women: Decimal | None, *, is_hidden: bool) -> str:
    """P for each L."""
    if is_hidden:
        return HIDDEN
    return angka(women / men, 2) if men and women is not None else EMPTY


def gap(line: Line) -> str:
    """P less L, of rates and means."""
    men, women = line.values
    return angka(women - men, 2) if men is not None and women is not None else EMPTY
