"""Blora's real facts of 2020 against the sheet worked out by hand in blora_2020.md."""

import csv
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from prasyarat.rules import GivenAnswer, asked_at
from prasyarat.scoring import ItemScore, Sheet, Stage, rounded, score_sheet
from prasyarat.scoring_methods import Method
from tests.prasyarat.shipped import BLORA, INSTRUMENT

HERE = Path(__file__).parent
WITH_NOTES_ONLY = ["KEB-7", "KEB-8", "KEL-10", "SDA-1", "ALA-4", "ALA-6"]


def hand_rows() -> dict[str, dict[str, str]]:
    with (HERE / "blora_2020.csv").open(encoding="utf-8", newline="") as source:
        return {row["code"]: row for row in csv.DictReader(source)}


def hand_table(heading: str) -> list[list[str]]:
    text = (HERE / "blora_2020.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([A-Z]{3}|Jumlah) \| (.+) \|$", section, re.MULTILINE)
    return [[name, *cells.replace(",", ".").split(" | ")] for name, cells in rows]


def worked_table(claimed: Sheet, verified: Sheet) -> list[list[str]]:
    names = [group.code for group in claimed.prerequisites]
    claims = [*claimed.prerequisites, claimed]
    proofs = [*verified.prerequisites, verified]
    return [
        [
            name,
            str(len(claim.items)),
            str(sum(item.counts for item in claim.items)),
            str(claim.earned),
            str(rounded(claim.value)),
            str(proof.earned),
            str(rounded(proof.value)),
        ]
        for name, claim, proof in zip([*names, "Jumlah"], claims, proofs, strict=True)
    ]


def shown(item: ItemScore) -> str:
    return str(item.score) if item.counts else "-"


def as_written(answer: GivenAnswer | None) -> str:
    if answer is None:
        return ""
    return answer.choice or ("" if answer.value is None else str(answer.value))


HAND = hand_rows()


def test_the_hand_sheet_has_every_indicator_once():
    assert list(HAND) == [rule.code for rule in INSTRUMENT.rules]


@pytest.mark.parametrize("code", HAND)
def test_the_demo_answers_are_those_of_the_hand_sheet(code: str):
    answers = {answer.code: answer for answer in BLORA.answers}
    found = answers.get(code)
    evidence = [item.code for item in found.evidence] if found else []
    assert as_written(found.given if found else None) == HAND[code]["answer"]
    assert evidence == HAND[code]["evidence"].split()


@pytest.mark.parametrize(
    ("column", "verified_only"), [("mandiri", False), ("terverifikasi", True)]
)
def test_every_item_scores_as_worked_by_hand(column: str, verified_only: bool):
    sheet = score_sheet(INSTRUMENT.rules, BLORA.given, verified_only=verified_only)
    by_hand = {code: row[column] for code, row in HAND.items()}
    assert {item.code: shown(item) for item in sheet.items} == by_hand


@pytest.mark.parametrize(
    ("heading", "rules"),
    [
        ("Semua 63 butir", INSTRUMENT.rules),
        ("Hanya 49 butir tingkat kabupaten (K)", asked_at(INSTRUMENT.rules, "K")),
    ],
)
def test_the_tables_of_the_hand_sheet_come_out(heading: str, rules):
    claimed = score_sheet(rules, BLORA.given)
    verified = score_sheet(rules, BLORA.given, verified_only=True)
    assert worked_table(claimed, verified) == hand_table(heading)


def total(given, **how) -> str:
    return str(rounded(score_sheet(INSTRUMENT.rules, given, **how).total))


def test_the_final_score_is_the_verified_one_while_nobody_differs():
    counties = asked_at(INSTRUMENT.rules, "K")
    final = rounded(score_sheet(counties, BLORA.given, stage=Stage.FINAL).total)
    assert (total(BLORA.given, stage=Stage.FINAL), str(final)) == ("9.02", "11.46")


def test_three_scores_of_the_perbup_as_worked_by_hand():
    seen = replace(
        BLORA.given["KEB-2"], verifier_score=Decimal("0.5"), final_score=Decimal("0.75")
    )
    given = {**BLORA.given, "KEB-2": seen}
    assert [total(given, stage=stage) for stage in Stage] == ["12.30", "8.20", "8.61"]


@pytest.mark.parametrize(
    ("method", "claimed", "verified"),
    [
        (Method.SUM, "12.30", "9.02"),
        (Method.WEIGHTED, "12.30", "9.02"),
        (Method.AVERAGES, "11.84", "8.37"),
    ],
)
def test_the_other_methods_come_out_as_worked_by_hand(method, claimed, verified):
    assert total(BLORA.given, method=method) == claimed
    assert total(BLORA.given, method=method, verified_only=True) == verified


def test_progress_stands_beside_the_score():
    claimed = score_sheet(INSTRUMENT.rules, BLORA.given)
    assert (claimed.filled, claimed.applicable) == (10, 63)
    assert rounded(claimed.progress) == Decimal("15.87")


def test_facts_without_a_figure_are_notes_on_unanswered_items():
    noted = [answer.code for answer in BLORA.answers if answer.state == "draf"]
    items = {i.code: i for i in score_sheet(INSTRUMENT.rules, BLORA.given).items}
    assert noted == WITH_NOTES_ONLY
    assert {items[code].state for code in noted} == {"belum_diisi"}


def test_one_piece_of_evidence_serves_two_indicators():
    using = [
        answer.code
        for answer in BLORA.answers
        if "rpjmd" in [item.code for item in answer.evidence]
    ]
    assert using == ["KOM-1", "KEB-6"]


def test_the_perbup_keeps_its_score_with_its_note():
    perbup = next(answer for answer in BLORA.answers if answer.code == "KEB-2")
    assert "belum optimal" in perbup.given.note
    assert perbup.given.choice == "ada"


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("KEB-2", "Nomor 5 Tahun 2014"),
        ("KEL-1", "463.23/160/2020"),
        ("KEL-2", "050.13/14/2020"),
        ("PSM-1", "463/172/2020"),
    ],
)
def test_the_documents_carry_the_numbers_of_the_source(code: str, number: str):
    [document] = next(a.evidence for a in BLORA.answers if a.code == code)
    assert number in document.name
    assert not document.illustrative
