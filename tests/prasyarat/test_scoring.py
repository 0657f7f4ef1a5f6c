"""Scores worked out by hand, one rule of the instrument at a time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from prasyarat.rules import GivenAnswer
from prasyarat.scoring import (
    ItemState,
    rounded,
    score_item,
    score_sheet,
    score_verified_item,
)
from tests.prasyarat.shipped import INSTRUMENT, RULES

D = Decimal


def share(part: int | str, whole: int | str, **more: bool) -> GivenAnswer:
    return GivenAnswer(numerator=D(part), denominator=D(whole), **more)


def count(value: int | str, **more: bool) -> GivenAnswer:
    return GivenAnswer(value=D(value), **more)


@pytest.mark.parametrize(
    ("code", "choice", "score"),
    [
        ("PSM-7", "ya", "1"),
        ("PSM-7", "sebagian", "0.5"),
        ("PSM-7", "tidak", "0"),
        ("KEB-1", "ada", "1"),
        ("KEB-1", "sebagian", "0.5"),
        ("KEB-1", "proses", "0.5"),
        ("KEB-1", "belum", "0"),
    ],
)
def test_a_choice_scores_what_the_instrument_says(code: str, choice: str, score: str):
    answer = GivenAnswer(choice=choice, has_valid_evidence=True)
    assert score_item(RULES[code], answer).score == D(score)


@pytest.mark.parametrize(
    ("code", "part", "whole", "score"),
    [
        ("KEB-7", 13, 26, "0.5"),  # 50 % of 100 %
        ("KEB-7", 26, 26, "1"),
        ("KEB-7", 0, 26, "0"),
        ("KOM-5", 3, 20, "0.5"),  # 15 % of 30 %
        ("KOM-5", 6, 20, "1"),  # exactly 30 %
        ("KOM-5", 20, 20, "1"),  # 100 % is no more than full
        ("KOM-9", 9, 45, "0.67"),  # 20 % of 30 %
        ("SDA-4", 120, 100, "1"),  # spent above the ceiling
    ],
)
def test_a_share_scores_against_its_target(
    code: str, part: int, whole: int, score: str
):
    assert rounded(score_item(RULES[code], share(part, whole)).score) == D(score)


@pytest.mark.parametrize(
    ("code", "value", "score"),
    [
        ("KOM-4", 1, "1"),
        ("KOM-4", 5, "1"),
        ("KEL-7", 1, "0.5"),  # one of two meetings
        ("KEL-7", 2, "1"),
        ("PSM-3", 1, "0.33"),
        ("PSM-3", 2, "0.67"),
        ("PSM-6", 1, "0.5"),
        ("SDA-6", 3, "1"),
    ],
)
def test_a_number_scores_against_its_target(code: str, value: int, score: str):
    assert rounded(score_item(RULES[code], count(value)).score) == D(score)


@pytest.mark.parametrize(("rupiah", "score"), [("0", 0), ("1", 1), ("50000000", 1)])
def test_any_rupiah_above_zero_is_a_budget(rupiah: str, score: int):
    item = score_item(RULES["SDA-1"], count(rupiah, has_valid_evidence=True))
    assert item.score == score


def test_a_text_scores_when_it_is_filled_and_evidenced():
    filled = GivenAnswer(text="PROBA", has_valid_evidence=True)
    assert score_item(RULES["ALA-9"], filled).score == 1


def test_a_text_without_evidence_scores_nothing():
    item = score_item(RULES["ALA-9"], GivenAnswer(text="PROBA"))
    assert (item.score, item.state) == (0, ItemState.NO_EVIDENCE)


def test_a_blank_text_is_not_filled():
    item = score_item(RULES["ALA-9"], GivenAnswer(text="  ", has_valid_evidence=True))
    assert item.state is ItemState.UNANSWERED


def test_a_mandatory_document_that_is_missing_takes_the_score():
    item = score_item(RULES["KEL-1"], GivenAnswer(choice="ada"))
    assert (item.score, item.state, item.filled) == (0, ItemState.NO_EVIDENCE, True)
    assert item.explanation == (
        "Tanpa bukti sah: nilai 0. Dengan bukti sah nilainya 1 dari 1."
    )


def test_belum_needs_no_document():
    item = score_item(RULES["KEB-1"], GivenAnswer(choice="belum"))
    assert (item.score, item.state) == (0, ItemState.SCORED)


def test_an_unanswered_item_counts_with_nothing():
    item = score_item(RULES["KOM-1"], None)
    assert (item.score, item.possible, item.state) == (0, 1, ItemState.UNANSWERED)


def test_a_note_without_a_figure_leaves_the_item_unanswered():
    noted = GivenAnswer(note="belum semua OPD")
    assert score_item(RULES["KEB-7"], noted).state is ItemState.UNANSWERED


def test_half_a_share_is_not_filled():
    item = score_item(RULES["KEB-7"], GivenAnswer(numerator=D(3)))
    assert (item.state, item.filled) == (ItemState.UNANSWERED, False)


def test_a_choice_the_instrument_does_not_know_is_not_filled():
    item = score_item(RULES["PSM-7"], GivenAnswer(choice="mungkin"))
    assert (item.state, item.filled) == (ItemState.UNANSWERED, False)


def test_tidak_berlaku_leaves_the_sum_and_the_progress():
    rules = (RULES["PSM-7"], RULES["DAT-6"])
    answers = {
        "PSM-7": GivenAnswer(choice="ya"),
        "DAT-6": GivenAnswer(not_applicable=True, note="belum ada tabel"),
    }
    sheet = score_sheet(rules, answers)
    assert (sheet.total, sheet.filled, sheet.applicable) == (100, 1, 1)


def test_tidak_berlaku_tells_its_reason():
    item = score_item(RULES["DAT-6"], GivenAnswer(not_applicable=True, note="baru"))
    assert item.explanation == "Tidak berlaku: keluar dari perhitungan. Alasan: baru"


@pytest.mark.parametrize("code", ["SDA-2", "SDA-3"])
def test_without_a_target_of_the_region_the_arg_share_is_left_out(code: str):
    item = score_item(RULES[code], share(7, 100, has_valid_evidence=True))
    assert (item.state, item.possible) == (ItemState.NO_TARGET, 0)
    assert "tidak ikut dihitung" in item.explanation


def test_with_a_target_of_the_region_the_arg_share_is_scored():
    answer = share(7, 100)
    assert score_item(RULES["SDA-2"], answer, region_target=D(14)).score == D("0.5")


@pytest.mark.parametrize("target", ["0", "-1", "NaN", "Infinity"])
def test_a_senseless_target_of_the_region_is_none(target: str):
    item = score_item(RULES["SDA-2"], share(7, 100), region_target=D(target))
    assert item.state is ItemState.NO_TARGET


def test_the_region_cannot_move_a_target_of_the_instrument():
    answer = share(15, 100)
    assert score_item(RULES["KOM-5"], answer, region_target=D(15)).score == D("0.5")


def test_the_sheet_names_what_waits_for_a_target():
    sheet = score_sheet(INSTRUMENT.rules, {})
    assert [item.code for item in sheet.without_target] == ["SDA-2", "SDA-3"]
    assert sheet.applicable == 63


@pytest.mark.parametrize("whole", ["0", "-5", "NaN"])
def test_a_share_of_nothing_cannot_be_computed(whole: str):
    item = score_item(RULES["KEL-8"], share(0, whole))
    assert (item.state, item.score, item.possible) == (ItemState.NOT_COMPUTABLE, 0, 1)


def test_a_negative_number_scores_nothing():
    assert score_item(RULES["KOM-4"], count(-3)).score == 0


def test_a_number_that_is_none_cannot_be_computed():
    assert score_item(RULES["KOM-4"], count("NaN")).state is ItemState.NOT_COMPUTABLE


def test_an_instrument_without_targets_fails_no_page():
    rule = replace(RULES["KOM-4"], target=None)
    assert score_item(rule, count(1)).state is ItemState.NOT_COMPUTABLE


def test_verified_counts_only_what_is_verified():
    rules = (RULES["PSM-7"], RULES["DAT-6"])
    answers = {
        "PSM-7": GivenAnswer(choice="ya", verified=True),
        "DAT-6": GivenAnswer(choice="ya"),
    }
    assert score_sheet(rules, answers).total == 100
    assert score_sheet(rules, answers, verified_only=True).total == 50


def test_an_unverified_tidak_berlaku_still_counts_with_nothing():
    item = score_verified_item(RULES["DAT-6"], GivenAnswer(not_applicable=True))
    assert (item.state, item.possible) == (ItemState.UNVERIFIED, 1)


@pytest.mark.parametrize("answer", [share(7, 100), GivenAnswer(not_applicable=True)])
def test_what_waits_for_a_target_stays_left_out_until_verified(answer: GivenAnswer):
    item = score_verified_item(RULES["SDA-2"], answer)
    assert (item.state, item.filled) == (ItemState.NO_TARGET, False)


def test_the_verified_sheet_counts_verified_answers_as_its_progress():
    answers = {"PSM-7": GivenAnswer(choice="ya")}
    sheet = score_sheet((RULES["PSM-7"],), answers, verified_only=True)
    assert (sheet.filled, sheet.applicable) == (0, 1)


def test_weights_pull_the_score():
    heavy = replace(RULES["PSM-7"], weight=D(3))
    answers = {"PSM-7": GivenAnswer(choice="ya")}
    # (3*1 + 1*0) / (3*1 + 1*1) = 75 %
    assert score_sheet((heavy, RULES["DAT-6"]), answers).total == 75


def test_prerequisites_are_added_and_not_averaged():
    rules = (RULES["PSM-7"], RULES["DAT-6"], RULES["DAT-7"])
    sheet = score_sheet(rules, {"PSM-7": GivenAnswer(choice="ya")})
    # PSM 1 of 1, DAT 0 of 2: 1 of 3, where the mean of 100 % and 0 % would be 50 %
    assert [rounded(group.value) for group in sheet.prerequisites] == [100, 0]
    assert rounded(sheet.total) == D("33.33")


@pytest.mark.parametrize("verified_only", [False, True])
def test_where_nothing_applies_there_is_no_score(verified_only: bool):
    none = GivenAnswer(not_applicable=True, verified=True)
    answers = {rule.code: none for rule in INSTRUMENT.rules}
    sheet = score_sheet(INSTRUMENT.rules, answers, verified_only=verified_only)
    assert (sheet.total, sheet.progress) == (None, None)
    assert {group.value for group in sheet.prerequisites} == {None}


def test_a_sheet_of_nothing_has_no_score():
    assert score_sheet((), {}).total is None


def test_answers_to_another_instrument_change_nothing():
    stray = {"XYZ-1": GivenAnswer(choice="ya")}
    assert score_sheet(INSTRUMENT.rules, stray) == score_sheet(INSTRUMENT.rules, {})


def test_the_date_and_note_of_an_answer_do_not_move_its_score():
    plain = GivenAnswer(choice="ya")
    noted = replace(plain, note="belum optimal", as_of=date(2020, 10, 26))
    assert score_item(RULES["PSM-7"], plain) == score_item(RULES["PSM-7"], noted)
