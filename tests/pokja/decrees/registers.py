"""Random registers for the property tests, grown by the steps the verbs allow."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from pokja.decrees.validity import Register, Term

FIRST = dt.date(2020, 1, 1)
HORIZON = 240
days = st.integers(0, HORIZON).map(lambda n: FIRST + dt.timedelta(days=n))
ends = st.none() | days


@st.composite
def new_term(draw, key: int, known: list[Term]) -> Term:
    start, until = draw(days), draw(ends)
    if until is not None and until < start:
        start, until = until, start
    other = draw(st.sampled_from(known)) if known and draw(st.booleans()) else None
    if other is None:
        return Term(key, start, until, label=f"SK {key}")
    if draw(st.booleans()):
        return Term(key, start, until, base=other.root, label=f"Perubahan {key}")
    root = next(term for term in known if term.key == other.root)
    start = max(start, root.start)
    until = None if until is not None and until < start else until
    return Term(key, start, until, replaces=other.root, label=f"Pengganti {key}")


@st.composite
def registers(draw) -> Register:
    """Issue, amend, replace, revoke, correct, delete: what clashes is not kept."""
    kept: list[Term] = []
    for key in range(1, draw(st.integers(1, 9)) + 1):
        step = draw(st.sampled_from(["add", "add", "add", "revoke", "delete", "move"]))
        tried = _after(draw, step, key, kept)
        if Register(tried).clash() is None:
            kept = tried
    return Register(kept)


def _after(draw, step: str, key: int, kept: list[Term]) -> list[Term]:
    if step == "add" or not kept:
        return [*kept, draw(new_term(key, kept))]
    place = draw(st.integers(0, len(kept) - 1))
    old = kept[place]
    rest = kept[:place] + kept[place + 1 :]
    if step == "delete":
        hangs = any(old.key in {term.base, term.replaces} for term in rest)
        return kept if hangs else rest
    if step == "revoke":
        return [*rest, replace(old, revoked_on=draw(days))]
    until = draw(ends)
    if until is not None and until < old.start:
        until = None
    return [*rest, replace(old, until=until)]
