"""In force or not: pure rules, and properties over random chains."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from pokja.decrees.validity import FOREVER, ONE_DAY, Register, Span, Term, joined
from tests.pokja.decrees.registers import FIRST, HORIZON, registers

D = dt.date


def test_it_holds_from_its_first_to_its_last_day():
    one = Term(1, D(2020, 2, 1), D(2020, 12, 31))
    found = Register([one])

    assert [found.holds(one, day) for day in (D(2020, 1, 31), D(2020, 2, 1))] == [
        False,
        True,
    ]
    assert [found.holds(one, day) for day in (D(2020, 12, 31), D(2021, 1, 1))] == [
        True,
        False,
    ]


def test_a_revoked_one_no_longer_holds_on_that_day():
    one = Term(1, D(2020, 2, 1), revoked_on=D(2021, 1, 1))

    assert Register([one]).spans(1) == [Span(D(2020, 2, 1), D(2020, 12, 31))]


def test_two_that_share_one_day_clash():
    old = Term(1, D(2020, 1, 1), D(2020, 12, 31))

    assert Register([old, Term(2, D(2020, 12, 31))]).clash() is not None
    assert Register([old, Term(2, D(2021, 1, 1))]).clash() is None


def test_a_replacement_ends_the_older_chain_on_the_day_it_begins():
    old, amendment = Term(1, D(2020, 1, 1)), Term(2, D(2020, 6, 1), base=1)
    new = Term(3, D(2021, 1, 1), replaces=1)
    found = Register([old, amendment, new])

    assert found.clash() is None
    assert found.ended_on(old) == found.ended_on(amendment) == D(2021, 1, 1)
    assert not found.holds(amendment, D(2021, 1, 1))


def test_a_replacement_revoked_before_it_began_ends_nothing():
    old = Term(1, D(2020, 1, 1))
    new = Term(2, D(2021, 1, 1), replaces=1, revoked_on=D(2020, 12, 1))

    assert Register([old, new]).holds(old, D(2021, 6, 1))


def test_a_base_is_carried_on_by_the_amendment_that_names_a_later_end():
    base = Term(1, D(2020, 1, 1), D(2020, 12, 31))
    longer = Term(2, D(2020, 11, 1), D(2021, 6, 30), base=1)
    found = Register([base, longer])

    assert found.spans(1) == [Span(D(2020, 1, 1), D(2021, 6, 30))]
    assert found.holds(base, D(2021, 3, 1))


def test_an_amendment_without_an_end_follows_its_chain():
    base = Term(1, D(2020, 1, 1), D(2020, 12, 31))
    amendment = Term(2, D(2020, 6, 1), base=1)
    found = Register([base, amendment])

    assert found.last_day(1) == D(2020, 12, 31)
    assert not found.holds(amendment, D(2021, 1, 1))


def test_a_revoked_base_takes_its_amendments_along():
    base = Term(1, D(2020, 1, 1), revoked_on=D(2020, 9, 1))
    amendment = Term(2, D(2020, 6, 1), D(2021, 12, 31), base=1)

    assert not Register([base, amendment]).holds(amendment, D(2020, 9, 1))


def test_gaps_are_the_days_without_any_since_the_first():
    terms = [
        Term(1, D(2020, 1, 1), D(2020, 1, 31)),
        Term(2, D(2020, 3, 1), D(2020, 5, 31)),
    ]

    assert Register(terms).gaps(D(2020, 12, 31)) == [
        Span(D(2020, 2, 1), D(2020, 2, 29)),
        Span(D(2020, 6, 1), D(2020, 12, 31)),
    ]


@pytest.mark.parametrize("terms", [[], [Term(1, D(2020, 1, 1))]])
def test_without_any_decree_or_with_an_open_one_there_is_no_gap(terms):
    assert Register(terms).gaps(D(2020, 12, 31)) == []


def test_spans_that_touch_become_one():
    spans = [
        Span(D(2020, 2, 1), FOREVER),
        Span(D(2020, 1, 1), D(2020, 1, 31)),
        Span(D(2020, 3, 1), FOREVER),
    ]

    assert joined(spans) == [Span(D(2020, 1, 1), FOREVER)]


def every_day() -> list[D]:
    return [FIRST + dt.timedelta(days=n) for n in range(HORIZON + 2)]


def test_a_gap_ends_at_the_day_asked_for():
    one = Term(1, D(2020, 1, 1), D(2020, 1, 31))

    assert Register([one]).gaps(D(2020, 1, 31)) == []
    assert Register([one]).gaps(D(2020, 1, 31) + ONE_DAY)[0].last == D(2020, 2, 1)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(registers())
def test_never_two_chains_in_force_on_one_day(register):
    for day in every_day():
        holding = {t.root for t in register.terms.values() if register.holds(t, day)}
        assert len(holding) <= 1
        assert holding <= set(register.chains_on(day))


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(registers())
def test_a_day_is_a_gap_exactly_when_no_decree_holds(register):
    last = every_day()[-1]
    gaps = register.gaps(last)
    begun = min((t.start for t in register.terms.values()), default=FOREVER)
    for day in every_day():
        is_covered = bool(register.chains_on(day))
        is_gap = any(day in gap for gap in gaps)
        assert not (is_covered and is_gap)
        if day >= begun and register.chains_on(begun):
            assert is_covered or is_gap
