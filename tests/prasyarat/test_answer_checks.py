"""What is refused when an answer is typed, and beside which field."""

from decimal import Decimal

import pytest

from prasyarat.answer_checks import answer_problems, region_target_problem
from prasyarat.rules import GivenAnswer
from tests.prasyarat.shipped import BLORA, RULES

D = Decimal


def refused_fields(code: str, answer: GivenAnswer) -> list[str]:
    return [problem.field for problem in answer_problems(RULES[code], answer)]


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("KOM-1", GivenAnswer()),
        ("KOM-1", GivenAnswer(choice="sebagian")),
        ("KEL-7", GivenAnswer(value=D(0))),
        ("KEB-7", GivenAnswer(numerator=D(0), denominator=D(26))),
        ("KEB-7", GivenAnswer(numerator=D(26), denominator=D(26))),
        ("SDA-1", GivenAnswer(value=D(10**15))),
        ("DAT-2", GivenAnswer(choice="ya", text="siga.blora.example")),
        ("DAT-2", GivenAnswer(choice="tidak")),
        ("ALA-9", GivenAnswer(text="PROBA")),
        ("PSM-7", GivenAnswer(not_applicable=True, note="tidak ada di daerah ini")),
        ("SDA-4", GivenAnswer(numerator=D(9), denominator=D(8), note="perubahan")),
    ],
)
def test_a_sound_answer_passes(code: str, answer: GivenAnswer):
    assert answer_problems(RULES[code], answer) == ()


@pytest.mark.parametrize(
    ("code", "answer", "field"),
    [
        ("KOM-1", GivenAnswer(choice="ada"), "choice"),  # YN has "ya", not "ada"
        ("DAT-2", GivenAnswer(choice="ya"), "text"),
        ("KEL-7", GivenAnswer(value=D(-1)), "value"),
        ("KEL-7", GivenAnswer(value=D("1.5")), "value"),
        ("KEL-7", GivenAnswer(value=D("NaN")), "value"),
        ("KEL-7", GivenAnswer(value=D(10**9 + 1)), "value"),
        ("SDA-1", GivenAnswer(value=D(10**15 + 1)), "value"),
        ("KEB-7", GivenAnswer(numerator=D(27), denominator=D(26)), "numerator"),
        ("KEB-7", GivenAnswer(numerator=D(-1), denominator=D(26)), "numerator"),
        ("KEB-7", GivenAnswer(numerator=D(0), denominator=D(0)), "denominator"),
        ("KEB-7", GivenAnswer(numerator=D(3)), "denominator"),
        ("KEB-7", GivenAnswer(denominator=D(26)), "numerator"),
        ("SDA-4", GivenAnswer(numerator=D(9), denominator=D(8)), "note"),
        ("PSM-7", GivenAnswer(not_applicable=True, note="  "), "note"),
    ],
)
def test_a_faulty_answer_is_refused_beside_its_field(
    code: str, answer: GivenAnswer, field: str
):
    assert refused_fields(code, answer) == [field]


def test_a_part_above_the_whole_names_the_whole():
    answer = GivenAnswer(numerator=D(27), denominator=D(26))
    [problem] = answer_problems(RULES["KEB-7"], answer)
    assert problem.sentence == "Pembilang tidak boleh melebihi penyebut (26 OPD)."


@pytest.mark.parametrize("answer", BLORA.answers, ids=lambda answer: answer.code)
def test_the_answers_of_blora_pass(answer):
    assert answer_problems(RULES[answer.code], answer.given) == ()


@pytest.mark.parametrize("target", ["0.5", "14", "100"])
def test_a_region_may_set_its_own_arg_target(target: str):
    assert region_target_problem(RULES["SDA-2"], D(target)) is None


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("SDA-2", "0"),
        ("SDA-2", "-1"),
        ("SDA-2", "101"),
        ("SDA-2", "NaN"),
        ("KOM-5", "20"),
    ],
)
def test_a_senseless_target_is_refused(code: str, target: str):
    assert region_target_problem(RULES[code], D(target)) is not None
