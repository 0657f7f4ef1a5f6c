"""Days on which somebody sat in a team: overlaps of terms, decrees and offices. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from focal_points.offices.models import OfficeHolder
from pokja.decrees.validity import FOREVER, ONE_DAY, Span


def span_of(start: dt.date, end: dt.date | None) -> Span:
    return Span(start, end or FOREVER)


def overlap(one: Span, other: Span) -> Span | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Span(first, last) if first <= last else None


def overlaps(span: Span, others: Iterable[Span]) -> list[Span]:
    found = (overlap(span, other) for other in others)
    return [each for each in found if each is not None]


def without(span: Span, taken: Iterable[Span]) -> list[Span]:
    """The days of `span` that none of `taken` covers."""
    found, first = [], span.first
    for each in sorted(taken):
        if each.first > first:
            found.append(Span(first, min(each.first - ONE_DAY, span.last)))
        if each.last >= span.last:
            return found
        first = max(first, each.last + ONE_DAY)
    return [*found, Span(first, span.last)]


def signing_spans(
    holders: Iterable[OfficeHolder],
) -> Iterator[tuple[Span, OfficeHolder]]:
    """Who speaks for one office on which days: a Plt. or Plh. hides the definitive holder."""
    rows = list(holders)
    edges = {holder.start for holder in rows}
    edges |= {h.end + ONE_DAY for h in rows if h.end and h.end < FOREVER}
    days = sorted(edges)
    for place, first in enumerate(days):
        after = days[place + 1] if place + 1 < len(days) else None
        last = after - ONE_DAY if after else FOREVER
        holding = [holder for holder in rows if holder.holds_on(first)]
        if holding:
            yield (
                Span(first, last),
                max(holding, key=lambda each: each.rank_of_signing),
            )


def joined_by_holder(
    parts: Iterable[tuple[Span, OfficeHolder]],
) -> list[tuple[Span, OfficeHolder]]:
    """Neighbouring days of one holder become one span."""
    found: list[tuple[Span, OfficeHolder]] = []
    for span, holder in parts:
        if found:
            before, same = found[-1]
            if same.pk == holder.pk and before.last + ONE_DAY == span.first:
                found[-1] = (Span(before.first, span.last), holder)
                continue
        found.append((span, holder))
    return found
