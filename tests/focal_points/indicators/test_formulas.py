"""The formulas on plain numbers. No database."""

from __future__ import annotations

from decimal import Decimal

import pytest

from focal_points.indicators.formulas import Formula, added, compute, gap
from focal_points.indicators.models import Indicator

D = Decimal


@pytest.mark.parametrize(
    ("formula", "top", "bottom", "value"),
    [
        (Formula.DIRECT, D("92.1"), None, D("92.1")),
        (Formula.DIRECT, None, None, None),
        (Formula.DIRECT, D(0), None, D(0)),
        (Formula.PERCENT, D(12), D(50), D(24)),
        (Formula.PERCENT, D(0), D(50), D(0)),
        (Formula.PERCENT, None, D(50), None),
        (Formula.PERCENT, D(12), None, None),
        (Formula.PERCENT, D(12), D(0), None),
        (Formula.RATIO, D(3), D(4), D("0.75")),
        (Formula.PER_THOUSAND, D(3), D(4000), D("0.75")),
        (Formula.PER_HUNDRED_THOUSAND, D(7), D(10_000), D(70)),
    ],
)
def test_a_value_comes_from_what_was_counted_and_missing_stays_missing(
    formula, top, bottom, value
):
    assert compute(formula, top, bottom) == value


def test_one_sex_alone_makes_no_total_and_no_gap():
    assert added(D(1), None) is gap(None, D(1)) is None
    assert (added(D(0), D(2)), gap(D(0), D(2))) == (D(2), D(-2))


def row(**facts) -> Indicator:
    return Indicator(formula=Formula.PERCENT, axes=["jenis_kelamin"], **facts)


def test_the_total_is_computed_from_both_sexes_and_otherwise_missing():
    whole = row(men_top=D(12), men_bottom=D(50), women_top=D(88), women_bottom=D(100))
    half = row(men_top=D(12), men_bottom=D(50))

    assert [figure.told for figure in whole.figures] == ["24", "88", "66,67"]
    assert [figure.told for figure in half.figures] == ["24", "belum ada", "belum ada"]
    assert (whole.gap, half.gap) == (D(-64), None)


def test_values_themselves_are_not_added():
    direct = Indicator(formula=Formula.DIRECT, axes=["jenis_kelamin"])
    direct.men_top, direct.women_top = D(70), D(74)

    assert direct.total.told == "belum ada"
