"""What holds for every sheet, whatever is answered."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prasyarat.rules import ZERO, AnswerType, GivenAnswer, IndicatorRule
from prasyarat.scoring import Sheet, band, score_item, score_sheet
from tests.prasyarat.shipped import INSTRUMENT

pytestmark = pytest.mark.slow

counts = st.integers(min_value=0, max_value=10**15).map(Decimal)
any_number = (
    st.sampled_from([Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")])
    | st.integers(min_value=-(10**15), max_value=10**15).map(Decimal)
    | st.decimals(min_value=0, max_value=100, places=2)
)
weights = st.decimals(min_value=0, max_value=10, places=2)
shipped_rules = st.sampled_from(INSTRUMENT.rules)
targets = st.dictionaries(
    st.sampled_from(["SDA-2", "SDA-3"]),
    st.decimals(min_value="0.01", max_value=100, places=2),
)

answers = st.builds(
    GivenAnswer,
    choice=st.sampled_from(
        ["", "ya", "ada", "sebagian", "proses", "tidak", "belum", "?"]
    ),
    value=st.none() | any_number,
    numerator=st.none() | any_number,
    denominator=st.none() | any_number,
    text=st.sampled_from(["", " ", "PROBA"]),
    not_applicable=st.booleans(),
    has_valid_evidence=st.booleans(),
    verified=st.booleans(),
)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[tuple[IndicatorRule, ...], dict[str, GivenAnswer]]:
    rules = draw(st.lists(shipped_rules, unique_by=lambda rule: rule.code, max_size=12))
    weighted = tuple(replace(rule, weight=draw(weights)) for rule in rules)
    given_answers = {rule.code: draw(answers) for rule in rules if draw(st.booleans())}
    return weighted, given_answers


def figures(sheet: Sheet) -> tuple:
    return sheet.total, *((group.code, group.value) for group in sheet.prerequisites)


@given(sheets(), targets, st.booleans())
def test_every_score_stays_within_its_bounds(sheet, own, verified_only):
    result = score_sheet(*sheet, region_targets=own, verified_only=verified_only)
    assert all(0 <= item.score <= item.max for item in result.items)
    values = [result.total, *(group.value for group in result.prerequisites)]
    assert all(value is None or 0 <= value <= 100 for value in values)
    assert 0 <= result.filled <= result.applicable <= len(result.items)


@given(shipped_rules, st.data())
def test_a_larger_figure_never_scores_less(rule, data):
    assume(rule.answer_type.is_number)
    low, high = sorted([data.draw(counts), data.draw(counts)])
    whole = data.draw(counts.filter(bool))
    low_item, high_item = (
        score_item(rule, number_answer(rule, figure, whole), region_target=Decimal(30))
        for figure in (low, high)
    )
    assert low_item.score <= high_item.score


@given(shipped_rules, counts, counts.filter(bool), counts.filter(bool))
def test_a_larger_denominator_never_scores_more(rule, part, one, other):
    assume(rule.answer_type is AnswerType.PCT)
    small, large = sorted([one, other])
    over_small, over_large = (
        score_item(rule, number_answer(rule, part, whole), region_target=Decimal(30))
        for whole in (small, large)
    )
    assert over_large.score <= over_small.score


@given(sheets(), st.data())
def test_a_better_item_never_lowers_the_sheet(sheet, data):
    rules, given_answers = sheet
    assume(rules)
    before = score_sheet(rules, given_answers)
    worse = data.draw(st.sampled_from(before.items))
    # not applicable or without target: not in the sum, so nothing to better
    assume(worse.counts)
    best = best_answer(next(rule for rule in rules if rule.code == worse.code))
    after = score_sheet(rules, given_answers | {worse.code: best})
    assert before.total is None or after.total >= before.total


@given(sheets(), st.data())
def test_evidence_never_lowers_the_sheet(sheet, data):
    rules, given_answers = sheet
    assume(given_answers)
    code = data.draw(st.sampled_from(sorted(given_answers)))
    shown = replace(given_answers[code], has_valid_evidence=True)
    hidden = replace(given_answers[code], has_valid_evidence=False)
    with_it = score_sheet(rules, given_answers | {code: shown})
    without = score_sheet(rules, given_answers | {code: hidden})
    assert without.total is None or with_it.total >= without.total


@given(sheets(), answers, shipped_rules)
def test_an_item_of_weight_zero_has_no_effect(sheet, answer, rule):
    rules, given_answers = sheet
    others = tuple(other for other in rules if other.code != rule.code)
    more = (*others, replace(rule, weight=ZERO))
    without = score_sheet(others, given_answers)
    assert score_sheet(more, given_answers | {rule.code: answer}).total == without.total


@given(sheets(), st.data())
def test_taking_items_out_as_not_applicable_never_fails(sheet, data):
    rules, given_answers = sheet
    codes = [rule.code for rule in rules]
    taken = data.draw(st.sets(st.sampled_from(codes))) if codes else set()
    out = {code: GivenAnswer(not_applicable=True) for code in taken}
    rest = tuple(rule for rule in rules if rule.code not in taken)
    assert (
        score_sheet(rules, given_answers | out).total
        == score_sheet(rest, given_answers).total
    )


@given(sheets(), targets)
def test_nilai_terverifikasi_never_exceeds_nilai_mandiri(sheet, own):
    """Holds because an unverified tidak berlaku still counts with 0."""
    claimed = score_sheet(*sheet, region_targets=own)
    verified = score_sheet(*sheet, region_targets=own, verified_only=True)
    if claimed.total is not None:
        assert verified.total is not None
        assert verified.total <= claimed.total
    if verified.total is None:
        assert claimed.total is None


@given(sheets(), targets)
def test_once_all_is_verified_the_two_values_are_one(sheet, own):
    rules, given_answers = sheet
    settled = {code: replace(a, verified=True) for code, a in given_answers.items()}
    assert figures(score_sheet(rules, settled, region_targets=own)) == figures(
        score_sheet(rules, settled, region_targets=own, verified_only=True)
    )


@given(sheets(), st.randoms())
def test_the_order_of_the_rules_does_not_move_the_total(sheet, chance):
    rules, given_answers = sheet
    mixed = list(rules)
    chance.shuffle(mixed)
    one, other = score_sheet(rules, given_answers), score_sheet(mixed, given_answers)
    assert one.possible == other.possible
    assert abs(one.earned - other.earned) < Decimal("1e-20")


@given(st.decimals(min_value=0, max_value=100), st.decimals(min_value=0, max_value=100))
def test_a_higher_score_never_has_a_lower_band(one, other):
    low, high = sorted([one, other])
    assert band(low) <= band(high)


def number_answer(rule: IndicatorRule, figure: Decimal, whole: Decimal) -> GivenAnswer:
    if rule.answer_type is AnswerType.PCT:
        return GivenAnswer(numerator=figure, denominator=whole, has_valid_evidence=True)
    return GivenAnswer(value=figure, has_valid_evidence=True)


def best_answer(rule: IndicatorRule) -> GivenAnswer:
    best = max(rule.choices, key=lambda choice: choice.score, default=None)
    return GivenAnswer(
        choice=best.code if best else "",
        value=Decimal(10**6),
        numerator=Decimal(1),
        denominator=Decimal(1),
        text="terisi",
        has_valid_evidence=True,
    )
