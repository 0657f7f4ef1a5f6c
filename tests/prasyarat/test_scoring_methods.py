"""Three ways from items to one figure: worked by hand, and what holds for each of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prasyarat.rules import ZERO, AnswerType, Choice, GivenAnswer, IndicatorRule
from prasyarat.scoring import Stage, rounded, score_sheet
from prasyarat.scoring_methods import Method

D = Decimal

# KOM: two items of unlike maximum and weight. KEB: one item of weight 5.
BY_HAND = (
    ("KOM-1", "KOM", 4, 1, 3),  # 3 of 4, weight 1: a share of 0,75
    ("KOM-2", "KOM", 1, 3, 0.5),  # 0,5 of 1, weight 3: a share of 0,5
    ("KEB-1", "KEB", 2, 5, 2),  # 2 of 2, weight 5: a share of 1
)
# sum:      KOM (1×3 + 3×0,5) ÷ (1×4 + 3×1) = 4,5 ÷ 7 = 64,29; KEB 10 ÷ 10 = 100
#           both 14,5 ÷ 17 = 85,29
# weighted: KOM (1×0,75 + 3×0,5) ÷ 4 = 2,25 ÷ 4 = 56,25; KEB 100
#           both (2,25 + 5) ÷ 9 = 80,56
# averages: KOM 56,25; KEB 100; both (56,25 + 100) ÷ 2 = 78,13 (half up)
EXPECTED = {
    Method.SUM: ("64.29", "100.00", "85.29"),
    Method.WEIGHTED: ("56.25", "100.00", "80.56"),
    Method.AVERAGES: ("56.25", "100.00", "78.13"),
}


def rule(code: str, prerequisite: str, most: float, weight: float) -> IndicatorRule:
    """A choice for every quarter of the maximum."""
    choices = tuple(
        Choice(str(step), str(step), D(str(most)) * step / 4) for step in range(5)
    )
    return IndicatorRule(
        code, prerequisite, AnswerType.YNP, choices, max=D(str(most)), weight=D(weight)
    )


def worked() -> tuple[tuple[IndicatorRule, ...], dict[str, GivenAnswer]]:
    rules = tuple(rule(code, p, most, weight) for code, p, most, weight, _ in BY_HAND)
    answers = {
        code: GivenAnswer(choice=str(int(4 * score / most)))
        for code, _, most, _, score in BY_HAND
    }
    return rules, answers


@pytest.mark.parametrize("method", Method)
def test_the_example_comes_out_as_worked_by_hand(method):
    sheet = score_sheet(*worked(), method=method)

    values = [*(group.value for group in sheet.prerequisites), sheet.total]
    assert tuple(str(rounded(value)) for value in values) == EXPECTED[method]


@pytest.mark.parametrize("method", Method)
def test_what_does_not_apply_leaves_the_figure_in_every_way(method):
    """Without KEB only KOM is left: a prerequisite of nothing is no zero in the mean."""
    rules, answers = worked()
    answers["KEB-1"] = GivenAnswer(not_applicable=True, note="Tidak ada.")

    sheet = score_sheet(rules, answers, method=method)

    assert str(rounded(sheet.total)) == EXPECTED[method][0]


@pytest.mark.parametrize("method", Method)
def test_all_filled_with_bad_answers_is_full_progress_and_a_low_score(method):
    rules, answers = worked()
    bad = dict.fromkeys(answers, GivenAnswer(choice="0"))

    sheet = score_sheet(rules, bad, method=method)

    assert (sheet.progress, sheet.total) == (100, 0)


@pytest.mark.parametrize("method", Method)
def test_the_gain_told_is_the_gain_that_comes(method):
    rules, answers = worked()
    before = score_sheet(rules, answers, method=method)

    for item in before.items:
        best = answers | {item.code: GivenAnswer(choice="4")}
        after = score_sheet(rules, best, method=method)
        assert before.gain_of(item) == after.total - before.total


def test_the_sum_stays_what_is_used_where_nothing_is_said():
    assert score_sheet(*worked()).total == score_sheet(*worked(), method="sum").total


# Self, verifier, last word.


def test_the_three_scores_stand_apart():
    """1 of 1 claimed, 0,5 seen by the verifier, 0,75 settled."""
    rules = (rule("KOM-1", "KOM", 1, 1),)
    answer = GivenAnswer(
        choice="4", verified=True, verifier_score=D("0.5"), final_score=D("0.75")
    )

    totals = [score_sheet(rules, {"KOM-1": answer}, stage=s).total for s in Stage]

    assert totals == [100, 50, 75]


def test_where_nobody_differs_the_three_are_one():
    rules = (rule("KOM-1", "KOM", 1, 1),)
    answer = GivenAnswer(choice="2", verified=True)
    assert {score_sheet(rules, {"KOM-1": answer}, stage=s).total for s in Stage} == {50}


def test_a_judgement_counts_only_while_the_answer_is_verified():
    rules = (rule("KOM-1", "KOM", 1, 1),)
    answer = GivenAnswer(choice="4", verifier_score=D(1), final_score=D(1))
    assert score_sheet(rules, {"KOM-1": answer}, stage=Stage.FINAL).total == 0


def test_no_judgement_stands_in_for_evidence_that_ran_out():
    bare = replace(rule("KOM-1", "KOM", 1, 1), document_mandatory=True)
    answer = GivenAnswer(choice="4", verified=True, final_score=D(1))
    assert score_sheet((bare,), {"KOM-1": answer}, stage=Stage.FINAL).total == 0


def test_a_judgement_beyond_the_maximum_is_held_at_it():
    rules = (rule("KOM-1", "KOM", 1, 1),)
    for score, total in ((D(9), 100), (D(-9), 0), (D("NaN"), 50)):
        answer = GivenAnswer(choice="2", verified=True, verifier_score=score)
        sheet = score_sheet(rules, {"KOM-1": answer}, stage=Stage.VERIFIED)
        assert sheet.total == total


# What holds for every sheet.

few = settings(max_examples=40, deadline=None)
methods = st.sampled_from(list(Method))
stages = st.sampled_from(list(Stage))
scores = st.none() | st.decimals(min_value=-1, max_value=9, places=2)
answers_of_all_kinds = st.builds(
    GivenAnswer,
    choice=st.sampled_from(["0", "1", "2", "3", "4", "", "?"]),
    not_applicable=st.booleans(),
    verified=st.booleans(),
    verifier_score=scores,
    final_score=scores,
)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[tuple[IndicatorRule, ...], dict[str, GivenAnswer]]:
    count = draw(st.integers(min_value=1, max_value=8))
    rules = tuple(
        rule(
            f"X-{number}",
            draw(st.sampled_from(["KOM", "KEB", "ALA"])),
            draw(st.sampled_from([1, 3, 7])),
            draw(st.sampled_from([0, 1, 2.5, 7])),
        )
        for number in range(count)
    )
    return rules, {r.code: draw(answers_of_all_kinds) for r in rules}


@pytest.mark.slow
@pytest.mark.slow
@few
@given(sheets(), methods, stages)
def test_every_figure_stays_within_its_bounds(sheet, method, stage):
    result = score_sheet(*sheet, method=method, stage=stage)
    values = [result.total, *(group.value for group in result.prerequisites)]
    assert all(value is None or 0 <= value <= 100 for value in values)


@pytest.mark.slow
@pytest.mark.slow
@few
@given(sheets(), methods, st.data())
def test_one_better_item_never_lowers_the_figure(sheet, method, data):
    rules, answers = sheet
    code = data.draw(st.sampled_from([r.code for r in rules]))
    low, high = sorted(data.draw(st.tuples(*[st.sampled_from("01234")] * 2)))
    below, above = (
        score_sheet(rules, answers | {code: GivenAnswer(choice=c)}, method=method)
        for c in (low, high)
    )
    assert below.total is None or below.total <= above.total


@pytest.mark.slow
@pytest.mark.slow
@few
@given(sheets(), methods, answers_of_all_kinds)
def test_an_item_of_weight_zero_moves_nothing(sheet, method, answer):
    """Also as the only item of its prerequisite."""
    rules, answers = sheet
    for prerequisite in ("KOM", "PSM"):
        light = replace(rule("Y-1", prerequisite, 3, 1), weight=ZERO)
        with_it = score_sheet((*rules, light), answers | {"Y-1": answer}, method=method)
        assert with_it.total == score_sheet(rules, answers, method=method).total


@pytest.mark.slow
@pytest.mark.slow
@few
@given(sheets(), methods)
def test_taking_out_equals_never_asking(sheet, method):
    rules, answers = sheet
    kept = tuple(r for r in rules if not answers[r.code].not_applicable)
    assert (
        score_sheet(rules, answers, method=method).total
        == score_sheet(kept, answers, method=method).total
    )
