"""Which cells of a published table are hidden, so that no small number can be found out.

Small: above zero and below the threshold. A zero speaks of nobody and stays. Hiding only
the small cell would not do: the total minus its neighbours gives it away. The cells are
the edges of a graph whose nodes are the sums (each row L + P = T, each column and its
total): a hidden cell is safe when it lies on a ring of hidden cells, for then one may be
larger by one and its neighbours change with it. Rings run over cells of at least one, so
both directions are possible and no reader can tell which one is true.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

TOTAL = -1
MEN, WOMEN, BOTH = "L", "P", "T"

Pair = tuple[int | None, int | None]
Cell = tuple[int, str]
Node = tuple[str, int | str]
# Sums that nobody can make, since a part of them is unknown.
FREE: Node = ("free", 0)


@dataclass(frozen=True)
class Mask:
    """`hidden` per breakdown; a withheld breakdown is not shown at all."""

    hidden: Mapping[str, frozenset[Cell]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()


def mask_of(
    slabs: Mapping[str, Sequence[Pair]], *, main: str, below: int, has_men: bool = True
) -> Mask:
    """The breakdowns of one table share its totals, so no breakdown may hide them: where
    the main one must, the others are withheld."""
    others = [name for name, rows in slabs.items() if name != main and _filled(rows)]
    kept = hidden_cells(
        slabs[main], below=below, has_men=has_men, may_hide_totals=False
    )
    if kept is None:
        found = hidden_cells(slabs[main], below=below, has_men=has_men)
        return Mask({main: found or frozenset()}, frozenset(others))
    if not others:
        # Nothing else to keep the totals for: the cheapest of both is taken.
        found = hidden_cells(slabs[main], below=below, has_men=has_men) or frozenset()
        return Mask({main: min(kept, found, key=len)})
    hidden, withheld = {main: kept}, set()
    for name in others:
        cells = hidden_cells(
            slabs[name], below=below, has_men=has_men, may_hide_totals=False
        )
        if cells is None:
            withheld.add(name)
        else:
            hidden[name] = cells
    return Mask(hidden, frozenset(withheld))


def hidden_cells(
    rows: Sequence[Pair],
    *,
    below: int,
    has_men: bool = True,
    may_hide_totals: bool = True,
) -> frozenset[Cell] | None:
    """None where the totals would have to be hidden and may not."""
    graph = _Graph(values_of(rows, has_men=has_men), len(rows))
    hidden = {cell for cell, value in graph.values.items() if 0 < value < below}
    if not may_hide_totals and any(row == TOTAL for row, _ in hidden):
        return None
    usable = {
        cell
        for cell, value in graph.values.items()
        if value > 0 and (may_hide_totals or cell[0] != TOTAL)
    }
    while lonely := graph.off_ring(hidden):
        ring = graph.cheapest_ring(lonely, hidden, usable)
        if ring is None:
            return None
        hidden |= ring
    return frozenset(hidden)


def values_of(rows: Sequence[Pair], *, has_men: bool = True) -> dict[Cell, int]:
    """Every cell that can be said. A sum with an unknown part is unknown itself."""
    found: dict[Cell, int | None] = {}
    for place, (men, women) in enumerate(rows):
        found[place, WOMEN] = women
        if has_men:
            found[place, MEN] = men
            found[place, BOTH] = _sum([men, women])
    for column in (MEN, WOMEN) if has_men else (WOMEN,):
        found[TOTAL, column] = _sum(
            [found[place, column] for place in range(len(rows))]
        )
    if has_men:
        found[TOTAL, BOTH] = _sum([found[TOTAL, MEN], found[TOTAL, WOMEN]])
    return {cell: value for cell, value in found.items() if value is not None}


def _sum(parts: Sequence[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if parts and len(known) == len(parts) else None


def _filled(rows: Sequence[Pair]) -> bool:
    return any(value is not None for row in rows for value in row)


class _Graph:
    def __init__(self, values: Mapping[Cell, int], size: int) -> None:
        self.values, self.size = values, size
        self.ends = {cell: self._ends(cell) for cell in values}

    def _ends(self, cell: Cell) -> tuple[Node, Node]:
        row, column = cell
        is_row_known = all((row, each) in self.values for each in (MEN, WOMEN, BOTH))
        is_column_known = (TOTAL, column) in self.values
        return (
            ("row", row) if is_row_known else FREE,
            ("column", column) if is_column_known else FREE,
        )

    def off_ring(self, hidden: set[Cell]) -> Cell | None:
        """The first hidden cell that its sums give away."""
        for cell in sorted(hidden):
            if self._path(cell, hidden - {cell}, {}) is None:
                return cell
        return None

    def cheapest_ring(
        self, cell: Cell, hidden: set[Cell], usable: set[Cell]
    ) -> set[Cell] | None:
        """What is hidden besides, smallest numbers first: it costs the reader least."""
        costs = {each: self.values[each] for each in usable - hidden}
        return self._path(cell, (hidden | usable) - {cell}, costs)

    def _path(
        self, cell: Cell, cells: set[Cell], costs: Mapping[Cell, int]
    ) -> set[Cell] | None:
        """The cells of the cheapest way from one end of `cell` to its other one."""
        start, goal = self.ends[cell]
        order = count()
        waiting: list[tuple[int, int, Node, frozenset[Cell]]] = [
            (0, next(order), start, frozenset())
        ]
        seen: set[Node] = set()
        around: dict[Node, list[tuple[Cell, Node]]] = {}
        for each in sorted(cells):
            one, other = self.ends[each]
            around.setdefault(one, []).append((each, other))
            around.setdefault(other, []).append((each, one))
        while waiting:
            cost, _, node, taken = heapq.heappop(waiting)
            if node == goal:
                return set(taken)
            if node in seen:
                continue
            seen.add(node)
            for each, other in around.get(node, ()):
                if other not in seen:
                    more = cost + costs.get(each, 0)
                    heapq.heappush(waiting, (more, next(order), other, taken | {each}))
        return None
