"""Which step raises the score most for its effort, and by how much. Pure functions.

A step brings one item to its full score, verified. The points shown are differences of
rounded running totals: those of the first five add up to the rise of the rounded score
exactly, whatever the rounding of each.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from prasyarat.next_steps.effort import Effort
from prasyarat.rules import ZERO
from prasyarat.scoring import ItemScore, ItemState, Sheet, rounded


class Todo(StrEnum):
    """What is left to do for an item."""

    VERIFY = "verifikasi"
    EVIDENCE = "bukti"
    ANSWER = "penuhi"


@dataclass(frozen=True)
class Gap:
    code: str
    item: ItemScore
    todo: Todo
    effort: Effort
    gain: Decimal

    @property
    def worth(self) -> Decimal:
        return self.gain / self.effort.weight


@dataclass(frozen=True)
class Step:
    """A gap in its place of the list; `after` is the score once all up to it are done."""

    gap: Gap
    points: Decimal
    after: Decimal


EffortOf = Callable[[str, Todo], Effort]


def gaps_of(
    proven: Sheet,
    claimed: Sheet,
    effort_of: EffortOf,
    *,
    documented: Sheet | None = None,
) -> tuple[Gap, ...]:
    """Best worth first; of equals the instrument's own order.

    `documented`: as claimed, were all of it evidenced. Where that is not the most, evidence
    alone does not bring what the step promises.
    """
    before = proven.total
    if before is None:
        return ()
    said = {item.code: item for item in claimed.items}
    evidenced = {item.code: item for item in documented.items} if documented else said
    found = []
    for item in proven.items:
        if not is_gap(item) or is_claimed_away(said.get(item.code)):
            continue
        gain = (with_fixed(proven, {item.code}).total or ZERO) - before
        todo = todo_of(said.get(item.code))
        if todo is Todo.EVIDENCE and documented and not _is_full(evidenced[item.code]):
            todo = Todo.ANSWER
        found.append(Gap(item.code, item, todo, effort_of(item.code, todo), gain))
    return tuple(sorted(found, key=lambda gap: -gap.worth))


def is_gap(item: ItemScore) -> bool:
    return item.counts and item.possible > item.earned


def is_claimed_away(claimed: ItemScore | None) -> bool:
    """Once agreed it leaves the sum: that is no rise one can promise."""
    return claimed is not None and claimed.state is ItemState.NOT_APPLICABLE


def todo_of(claimed: ItemScore | None) -> Todo:
    if claimed is None:
        return Todo.ANSWER
    if _is_full(claimed):
        return Todo.VERIFY
    if claimed.state is ItemState.NO_EVIDENCE:
        return Todo.EVIDENCE
    return Todo.ANSWER


def _is_full(item: ItemScore) -> bool:
    return item.state is ItemState.SCORED and item.score >= item.max


def fixed(item: ItemScore) -> ItemScore:
    return replace(item, score=item.max, state=ItemState.SCORED, filled=True)


def with_fixed(sheet: Sheet, codes: Collection[str]) -> Sheet:
    """The sheet as it would be with these items full and verified."""

    def mend(items: Sequence[ItemScore]) -> tuple[ItemScore, ...]:
        return tuple(
            fixed(item) if item.code in codes and item.counts else item
            for item in items
        )

    return replace(
        sheet,
        items=mend(sheet.items),
        prerequisites=tuple(
            replace(group, items=mend(group.items)) for group in sheet.prerequisites
        ),
    )


def steps_of(proven: Sheet, gaps: Sequence[Gap]) -> tuple[Step, ...]:
    """The list with running totals."""
    done: set[str] = set()
    last = shown_total(proven)
    steps = []
    for gap in gaps:
        done.add(gap.code)
        after = shown_total(with_fixed(proven, done))
        steps.append(Step(gap, after - last, after))
        last = after
    return tuple(steps)


def shown_total(sheet: Sheet) -> Decimal:
    """To two decimals, as on every screen and in print."""
    return rounded(sheet.total) or ZERO


def until(steps: Sequence[Step], target: Decimal) -> tuple[Step, ...] | None:
    """The first steps of the list that reach the target; None where all do not."""
    for count, step in enumerate(steps, 1):
        if step.after >= target:
            return tuple(steps[:count])
    return None
