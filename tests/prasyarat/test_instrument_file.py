"""The shipped Daftar Periksa Internal v1 says what the domain decided, row by row."""

from collections import Counter
from decimal import Decimal

import pytest

from prasyarat.rules import AnswerType, TargetRule
from prasyarat.scoring import BAND_EDGES
from tests.prasyarat.shipped import INSTRUMENT, RULES

COUNTS = {"KOM": 9, "KEB": 10, "KEL": 10, "PSM": 8, "SDA": 9, "DAT": 8, "ALA": 9}

TYPES = {
    "YN": "KOM-1 KOM-3 KOM-8 KEB-4 KEB-6 KEL-5 KEL-10 PSM-2 PSM-7 SDA-8 DAT-1 DAT-2 "
    "DAT-6 DAT-7 DAT-8 ALA-5 ALA-6 ALA-8",
    "YNP": "KOM-2 KEB-1 KEB-2 KEB-3 KEB-9 KEB-10 KEL-1 KEL-2 KEL-4 KEL-9 PSM-1 DAT-3",
    "N": "KOM-4 KEB-5 KEL-7 PSM-3 PSM-5 PSM-6 PSM-8 SDA-1 SDA-6 SDA-9 DAT-5 ALA-1 "
    "ALA-2 ALA-3",
    "PCT": "KOM-5 KOM-6 KOM-7 KOM-9 KEB-7 KEB-8 KEL-3 KEL-6 KEL-8 PSM-4 SDA-2 SDA-3 "
    "SDA-4 SDA-5 SDA-7 DAT-4 ALA-4 ALA-7",
    "TXT": "ALA-9",
}

# ALA-9 is a text: it scores only when filled and evidenced.
DOCUMENT_MANDATORY = (
    "KOM-1 KOM-2 KOM-3 KOM-8 KEB-1 KEB-2 KEB-3 KEB-4 KEB-6 KEB-9 KEB-10 KEL-1 KEL-2 "
    "KEL-4 KEL-5 KEL-9 KEL-10 PSM-1 PSM-2 PSM-5 SDA-1 SDA-3 SDA-8 DAT-1 DAT-3 DAT-5 "
    "ALA-1 ALA-2 ALA-3 ALA-5 ALA-8 ALA-9"
)

OF_ONE_OPD = "KOM-8 KEB-9 KEL-4 PSM-8 SDA-3 SDA-4 DAT-5 DAT-6 DAT-7 ALA-1 ALA-2 ALA-3 ALA-5 ALA-9"

OWN_TARGETS = {
    "KOM-5": 30,
    "KOM-6": 30,
    "KOM-7": 30,
    "KOM-9": 30,
    "KEL-7": 2,
    "PSM-3": 3,
    "PSM-6": 2,
    "SDA-6": 2,
}


def test_there_are_exactly_63_indicators():
    assert len(INSTRUMENT.indicators) == sum(COUNTS.values()) == 63


def test_each_prerequisite_has_its_number_of_indicators():
    assert Counter(rule.prerequisite for rule in INSTRUMENT.rules) == COUNTS


def test_codes_run_on_without_a_gap():
    expected = [
        f"{code}-{n}" for code, many in COUNTS.items() for n in range(1, many + 1)
    ]
    assert [rule.code for rule in INSTRUMENT.rules] == expected


def test_the_seven_stand_in_the_order_of_blora():
    assert [p.label for p in INSTRUMENT.prerequisites] == [
        "Komitmen",
        "Kebijakan",
        "Kelembagaan",
        "Peran Serta Masyarakat",
        "Sumber Daya (Dana dan SDM)",
        "Data dan Informasi Terpilah",
        "Alat Analisis",
    ]


@pytest.mark.parametrize(("kind", "codes"), TYPES.items())
def test_indicators_have_their_answer_type(kind: str, codes: str):
    found = [rule.code for rule in INSTRUMENT.rules if rule.answer_type == kind]
    assert sorted(found) == sorted(codes.split())


def test_a_document_is_mandatory_exactly_where_the_list_says():
    found = {rule.code for rule in INSTRUMENT.rules if rule.document_mandatory}
    assert found == set(DOCUMENT_MANDATORY.split())


def test_weight_and_max_are_one_everywhere():
    assert {(rule.weight, rule.max) for rule in INSTRUMENT.rules} == {(1, 1)}


def test_choices_score_one_half_or_nothing():
    scores = {c.code: c.score for rule in INSTRUMENT.rules for c in rule.choices}
    half = Decimal("0.5")
    assert scores == {"ya": 1, "ada": 1, "sebagian": half, "proses": half} | {
        "tidak": 0,
        "belum": 0,
    }


@pytest.mark.parametrize("kind", [AnswerType.YN, AnswerType.YNP])
def test_sebagian_is_a_legal_answer_for_both_choice_types(kind: AnswerType):
    asked = [rule for rule in INSTRUMENT.rules if rule.answer_type is kind]
    assert all(rule.choice("sebagian") for rule in asked)


@pytest.mark.parametrize(
    "code", [*TYPES["PCT"].split(), *TYPES["N"].split()], ids=lambda code: code
)
def test_every_number_has_the_target_of_the_list(code: str):
    rule = RULES[code]
    found = (rule.target_rule, rule.target)
    if code in ("SDA-2", "SDA-3"):
        assert found == (TargetRule.REGION, None)
    elif code == "SDA-1":
        assert found == (TargetRule.ABOVE, 0)
    else:
        default = 100 if rule.answer_type is AnswerType.PCT else 1
        assert found == (TargetRule.RATIO, OWN_TARGETS.get(code, default))


def test_meetings_are_counted_per_semester():
    assert RULES["KEL-7"].target_period == "semester"


def test_fourteen_indicators_are_asked_of_an_opd_alone():
    found = [rule.code for rule in INSTRUMENT.rules if rule.levels == ("O",)]
    assert found == OF_ONE_OPD.split()


def test_training_is_asked_of_the_opd_and_of_the_region():
    assert RULES["SDA-5"].levels == ("O", "P", "K")


def test_the_instrument_says_that_it_is_not_the_ministry():
    assert INSTRUMENT.note == "nilai internal, bukan nilai APE resmi"


def test_the_file_is_named_as_agreed():
    assert (INSTRUMENT.name, INSTRUMENT.version) == ("Daftar Periksa Internal v1", 1)


def test_the_bands_of_the_file_are_those_on_screen():
    assert INSTRUMENT.band_edges == BAND_EDGES


def test_every_source_named_is_used_and_no_text_is_asked_twice():
    used = {key for indicator in INSTRUMENT.indicators for key in indicator.basis}
    texts = Counter(indicator.text for indicator in INSTRUMENT.indicators)
    assert used == dict(INSTRUMENT.sources).keys()
    assert max(texts.values()) == 1
