"""In force or not: pure rules, and a property over random chains."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pokja.decrees.validity import Term, chain_of, clash, gaps

D = dt.date


def term(key: int, start: D, until: D | None = None, ended: D | None = None, base=None):
    return Term(key, start, until, ended, f"SK {key}", base)


def test_it_holds_from_its_first_to_its_last_day():
    one = term(1, D(2020, 2, 1), D(2020, 12, 31))

    assert one.holds_on(D(2020, 2, 1))
    assert one.holds_on(D(2020, 12, 31))
    assert not one.holds_on(D(2021, 1, 1))


def test_an_ended_decree_no_longer_holds_on_that_day():
    one = term(1, D(2020, 2, 1), None, D(2021, 1, 1))

    assert one.holds_on(D(2020, 12, 31))
    assert not one.holds_on(D(2021, 1, 1))


def test_two_that_share_one_day_clash():
    old = term(1, D(2020, 1, 1), D(2020, 12, 31))

    assert clash(term(2, D(2020, 12, 31)), [old]) == old
    assert clash(term(2, D(2021, 1, 1)), [old]) is None


def test_an_amendment_of_an_amendment_belongs_to_the_same_chain():
    base = term(1, D(2020, 1, 1))
    first = term(2, D(2020, 6, 1), base=1)
    second = term(3, D(2020, 9, 1), base=2)

    assert chain_of(second, [base, first, second]) == 1
    assert clash(second, [base, first]) is None


def test_gaps_are_the_days_without_any():
    terms = [term(1, D(2020, 1, 1), D(2020, 1, 31)), term(2, D(2020, 3, 1))]

    assert gaps(terms, D(2020, 1, 1), D(2020, 12, 31)) == [
        (D(2020, 2, 1), D(2020, 2, 29))
    ]


days = st.integers(0, 400).map(lambda n: D(2020, 1, 1) + dt.timedelta(days=n))


@st.composite
def registers(draw):
    """A register as the verbs would keep it: a clashing decree is not accepted."""
    kept: list[Term] = []
    for key in range(1, draw(st.integers(1, 7)) + 1):
        start = draw(days)
        until = draw(
            st.none()
            | st.integers(0, 200).map(lambda n, s=start: s + dt.timedelta(days=n))
        )
        base = (
            draw(st.none() | st.sampled_from([t.key for t in kept])) if kept else None
        )
        new = term(key, start, until, base=base)
        if clash(new, kept) is None:
            kept.append(new)
        if kept and draw(st.booleans()):
            place = draw(st.integers(0, len(kept) - 1))
            old = kept[place]
            kept[place] = term(old.key, old.start, old.until, draw(days), old.base)
    return kept


@pytest.mark.slow
@given(registers(), days)
def test_never_two_chains_in_force_on_one_day(register, day):
    holding = [one for one in register if one.holds_on(day)]

    assert len({chain_of(one, register) for one in holding}) <= 1
