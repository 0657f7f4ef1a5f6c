"""No small number of a published table can be found out from what is shown."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from prasyarat.gender_data.suppression import (
    BOTH,
    MEN,
    TOTAL,
    WOMEN,
    hidden_cells,
    mask_of,
    values_of,
)

BELOW = 3
FEW = hypothesis_settings(max_examples=50)
NUMBERS = st.one_of(st.integers(0, 4), st.integers(0, 400))
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=7)
GAPPY = st.lists(
    st.tuples(st.none() | NUMBERS, st.none() | NUMBERS), min_size=1, max_size=7
)


def equations(values, size):
    """Rows of {cell: factor} that sum to zero, for a reader who knows how tables add up."""
    for row in (*range(size), TOTAL):
        if all((row, column) in values for column in (MEN, WOMEN, BOTH)):
            yield {(row, MEN): 1, (row, WOMEN): 1, (row, BOTH): -1}
    for column in (MEN, WOMEN, BOTH):
        if (TOTAL, column) in values:
            yield {
                **{(row, column): 1 for row in range(size)},
                (TOTAL, column): -1,
            }


def found_out(values, hidden, size):
    """Hidden cells whose value follows from the equations and what is shown."""
    unknown = sorted(hidden)
    system = [
        [Fraction(each.get(cell, 0)) for cell in unknown]
        for each in equations(values, size)
    ]
    pivots, row = {}, 0
    for column in range(len(unknown)):
        pivot = next((r for r in range(row, len(system)) if system[r][column]), None)
        if pivot is None:
            continue
        system[row], system[pivot] = system[pivot], system[row]
        lead = system[row][column]
        system[row] = [value / lead for value in system[row]]
        for other in range(len(system)):
            if other != row and (factor := system[other][column]):
                system[other] = [
                    a - factor * b
                    for a, b in zip(system[other], system[row], strict=True)
                ]
        pivots[column] = row
        row += 1
    return [
        unknown[column]
        for column, held in pivots.items()
        if sum(bool(value) for value in system[held]) == 1
    ]


@given(ROWS, st.booleans())
@FEW
def test_no_hidden_number_follows_from_the_sums(rows, has_men):
    values = values_of(rows, has_men=has_men)
    hidden = hidden_cells(rows, below=BELOW, has_men=has_men)

    assert {cell for cell, value in values.items() if 0 < value < BELOW} <= hidden
    assert found_out(values, hidden, len(rows)) == []


@given(GAPPY)
@FEW
def test_unknown_parts_leave_no_sum_to_reckon_with(rows):
    hidden = hidden_cells(rows, below=BELOW)

    assert found_out(values_of(rows), hidden, len(rows)) == []


@pytest.mark.slow
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=2)
)
@hypothesis_settings(max_examples=20)
def test_a_reader_who_tries_all_numbers_finds_two_answers(rows):
    """Also one who knows that people are whole and never below zero."""
    values = values_of(rows)
    hidden = hidden_cells(rows, below=BELOW)
    shown = {cell: value for cell, value in values.items() if cell not in hidden}
    answers: dict = {cell: set() for cell in hidden}
    for guess in product(range(7), repeat=2 * len(rows)) if hidden else ():
        made = values_of(list(zip(guess[::2], guess[1::2], strict=True)))
        if all(made[cell] == value for cell, value in shown.items()):
            for cell in hidden:
                answers[cell].add(made[cell])

    assert all(len(found) > 1 for found in answers.values())


@given(ROWS)
@FEW
def test_totals_that_must_stay_stay(rows):
    hidden = hidden_cells(rows, below=BELOW, may_hide_totals=False)

    assert hidden is None or all(row != TOTAL for row, _ in hidden)
    if hidden is not None:
        assert found_out(values_of(rows), hidden, len(rows)) == []


def test_nothing_small_nothing_hidden():
    assert hidden_cells([(3, 0), (14, 30)], below=BELOW) == frozenset()


def test_a_small_cell_takes_three_others_with_it():
    hidden = hidden_cells([(1, 20), (9, 40), (30, 31)], below=BELOW)

    assert (0, MEN) in hidden
    assert len(hidden) == 4


def test_breakdowns_never_hide_the_totals_they_share():
    main = [(10, 20), (9, 40)]
    by_place = [(2, 30), (17, 30)]

    mask = mask_of({"": main, "kecamatan": by_place}, main="", below=BELOW)

    assert mask.hidden[""] == frozenset()
    assert mask.hidden["kecamatan"] == {(0, MEN), (0, WOMEN), (1, MEN), (1, WOMEN)}


def test_a_breakdown_that_cannot_be_made_safe_is_withheld():
    small = [(2, 0), (0, 0)]

    mask = mask_of({"": small, "kecamatan": [(2, 0)]}, main="", below=BELOW)

    assert mask.withheld == {"kecamatan"}
    assert (TOTAL, MEN) in mask.hidden[""]
