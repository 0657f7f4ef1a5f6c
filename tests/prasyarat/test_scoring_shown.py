"""How a score is shown: its band, its two decimals, its sentence."""

from decimal import Decimal

import pytest

from prasyarat.rules import GivenAnswer
from prasyarat.scoring import band, rounded, score_item
from tests.prasyarat.shipped import RULES

D = Decimal


@pytest.mark.parametrize(
    ("value", "tint"),
    [
        (None, "n0"),
        ("0", "n1"),
        ("49.99", "n1"),
        ("50", "n2"),
        ("69.99", "n2"),
        ("70", "n3"),
        ("84.99", "n3"),
        ("85", "n4"),
        ("100", "n4"),
    ],
)
def test_bands_are_half_open(value: str | None, tint: str):
    assert band(None if value is None else D(value)) == tint


@pytest.mark.parametrize(
    ("value", "shown"), [("15.625", "15.63"), ("12.2949", "12.29"), ("0.005", "0.01")]
)
def test_scores_are_rounded_half_up(value: str, shown: str):
    assert rounded(D(value)) == D(shown)


@pytest.mark.parametrize(
    ("code", "answer", "sentence"),
    [
        ("PSM-7", GivenAnswer(choice="ya"), "Ya: nilai 1 dari 1."),
        (
            "KOM-5",
            GivenAnswer(numerator=D(3), denominator=D(26)),
            "3 orang dari 26 orang = 11,54%, target 30%: nilai 0,38 dari 1.",
        ),
        (
            "KEL-7",
            GivenAnswer(value=D(1)),
            "1 rapat, target 2 rapat per semester: nilai 0,5 dari 1.",
        ),
        (
            "SDA-1",
            GivenAnswer(value=D(1250000), has_valid_evidence=True),
            "Rp\xa01.250.000, harus di atas Rp\xa00: nilai 1 dari 1.",
        ),
    ],
)
def test_each_score_says_how_it_came_about(
    code: str, answer: GivenAnswer, sentence: str
):
    assert score_item(RULES[code], answer).explanation == sentence


def test_the_largest_figure_can_be_told():
    answer = GivenAnswer(numerator=D(10**15), denominator=D(1))
    item = score_item(RULES["SDA-4"], answer)
    assert item.score == 1
