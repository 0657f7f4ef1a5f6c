"""When a decree is in force: computed from dates and links, never stored. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FOREVER = dt.date.max


@dataclass(frozen=True)
class Term:
    """What the rules need of one decree. `ended_on` is the first day without it."""

    key: int
    start: dt.date
    until: dt.date | None
    ended_on: dt.date | None
    label: str
    base: int | None = None  # the decree it amends: both are read as one chain

    @property
    def last_day(self) -> dt.date:
        """The last day in force; before `start` when it was ended before it began."""
        last = self.until or FOREVER
        if self.ended_on is not None:
            last = min(last, self.ended_on - dt.timedelta(days=1))
        return last

    def holds_on(self, day: dt.date) -> bool:
        return self.start <= day <= self.last_day

    @property
    def never_held(self) -> bool:
        return self.last_day < self.start


def chain_of(term: Term, terms: Sequence[Term]) -> int:
    """The key of the base under a row of amendments."""
    by_key = {other.key: other for other in terms}
    seen = {term.key}
    while term.base is not None and term.base in by_key and term.base not in seen:
        seen.add(term.base)
        term = by_key[term.base]
    return term.key


def overlap(one: Term, other: Term) -> bool:
    if one.never_held or other.never_held:
        return False
    return one.start <= other.last_day and other.start <= one.last_day


def clash(new: Term, others: Sequence[Term]) -> Term | None:
    """The first decree of another chain that holds on a day on which `new` holds."""
    everyone = [*others, new]
    own = chain_of(new, everyone)
    for other in sorted(others, key=lambda term: (term.start, term.key)):
        is_other = other.key != new.key and chain_of(other, everyone) != own
        if is_other and overlap(new, other):
            return other
    return None


def gaps(
    terms: Iterable[Term], since: dt.date, to: dt.date
) -> list[tuple[dt.date, dt.date]]:
    """Spans of [since, to] on which no decree holds, oldest first."""
    found = []
    day = since
    for term in sorted(terms, key=lambda term: term.start):
        if term.never_held or term.last_day < day:
            continue
        if term.start > day:
            found.append((day, min(term.start - dt.timedelta(days=1), to)))
        if term.last_day >= to:
            return [gap for gap in found if gap[0] <= gap[1] and gap[0] <= to]
        day = max(day, term.last_day + dt.timedelta(days=1))
    found.append((day, to))
    return [gap for gap in found if gap[0] <= gap[1] and gap[0] <= to]
