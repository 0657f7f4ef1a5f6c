"""When a decree is in force: computed from dates and links, never stored. Pure.

A base and its amendments are one chain. The chain holds on a day on which its base, or
an amendment that names an end of its own, holds. A replacement ends the whole chain of
the older decree on the day the new one begins; a revocation ends it on its own day.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

FOREVER = dt.date.max
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Term:
    """What the rules need of one decree. `revoked_on` is the first day without it."""

    key: int
    start: dt.date
    until: dt.date | None = None
    revoked_on: dt.date | None = None
    base: int | None = None  # the base of the chain it amends
    replaces: int | None = None  # the base of the chain it replaces
    label: str = ""

    @property
    def root(self) -> int:
        return self.key if self.base is None else self.base

    @property
    def names_its_end(self) -> bool:
        """A base without an end is open; an amendment without one follows its chain."""
        return self.base is None or self.until is not None

    @property
    def was_stillborn(self) -> bool:
        """Revoked before it began: it never held, and so never replaced anything."""
        return self.revoked_on is not None and self.revoked_on <= self.start


@dataclass(frozen=True, order=True)
class Span:
    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def meets(self, other: Span) -> bool:
        return self.first <= other.last and other.first <= self.last


class Register:
    """All signed decrees of one kind and one subject."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.key: term for term in terms}

    @cached_property
    def _replaced_on(self) -> dict[int, dt.date]:
        """{base of a chain: the day on which the first replacement began}."""
        found: dict[int, dt.date] = {}
        for term in self.terms.values():
            if term.replaces is not None and not term.was_stillborn:
                before = found.get(term.replaces, FOREVER)
                found[term.replaces] = min(before, term.start)
        return found

    def ended_on(self, term: Term) -> dt.date | None:
        """First day on which a revocation or replacement has ended it early."""
        base = self.terms.get(term.root, term)
        days = [term.revoked_on, base.revoked_on, self._replaced_on.get(term.root)]
        return min((day for day in days if day is not None), default=None)

    def _own_span(self, term: Term) -> Span | None:
        last = term.until or FOREVER
        if (end := self.ended_on(term)) is not None:
            if end <= term.start:
                return None
            last = min(last, end - ONE_DAY)
        return Span(term.start, last) if term.start <= last else None

    @cached_property
    def _spans(self) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        for term in self.terms.values():
            span = self._own_span(term) if term.names_its_end else None
            if span is not None:
                found.setdefault(term.root, []).append(span)
        return {root: joined(spans) for root, spans in found.items()}

    def spans(self, root: int) -> list[Span]:
        """The days on which this chain holds, oldest first."""
        return self._spans.get(root, [])

    def last_day(self, root: int) -> dt.date | None:
        spans = self.spans(root)
        return spans[-1].last if spans else None

    def days_of(self, term: Term) -> list[Span]:
        """The days on which this one decree holds, within its chain."""
        end = self.ended_on(term)
        if term.base is not None and term.until is not None:
            own = self._own_span(term)
            return [own] if own else []
        last = FOREVER if end is None else end - ONE_DAY
        cut = (
            Span(max(span.first, term.start), min(span.last, last))
            for span in self.spans(term.root)
        )
        return [span for span in cut if span.first <= span.last]

    def holds(self, term: Term, day: dt.date) -> bool:
        return any(day in span for span in self.days_of(term))

    def held_between(self, term: Term, since: dt.date, to: dt.date) -> bool:
        return any(span.meets(Span(since, to)) for span in self.days_of(term))

    def chains_on(self, day: dt.date) -> list[int]:
        """Bases of the chains in force: never more than one in a register kept well."""
        return [
            root
            for root, spans in self._spans.items()
            if any(day in span for span in spans)
        ]

    def clash(self) -> tuple[Term, Term] | None:
        """Two chains that share a day, the older first."""
        rows = sorted(
            (span, root) for root, spans in self._spans.items() for span in spans
        )
        for (one, root), (other, other_root) in itertools.pairwise(rows):
            if root != other_root and one.meets(other):
                return self.terms[root], self.terms[other_root]
        return None

    def gaps(self, to: dt.date) -> list[Span]:
        """Days up to `to`, since the first decree, on which none holds."""
        covered = joined(span for spans in self._spans.values() for span in spans)
        found = []
        for place, span in enumerate(covered):
            after = covered[place + 1].first if place + 1 < len(covered) else None
            if span.last >= to:
                break
            found.append(Span(span.last + ONE_DAY, after - ONE_DAY if after else to))
        return [Span(gap.first, min(gap.last, to)) for gap in found if gap.first <= to]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans as can be, oldest first."""
    found: list[Span] = []
    for span in sorted(spans):
        touches = found and (
            found[-1].last == FOREVER or span.first <= found[-1].last + ONE_DAY
        )
        if touches:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found
