"""Every rule both ways: what it has to find, and what it has to leave alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from prasyarat.consistency import answer_rules, report_rules, tables
from prasyarat.consistency.core import Chapter, Rule, Severity, all_rules, register
from tests.prasyarat.consistency import facts
from tests.prasyarat.consistency.facts import (
    LONG_AGO,
    PROOF,
    answers,
    done,
    given,
    said,
)

OLD, LATER = dt.date(2025, 1, 1), dt.date(2026, 10, 15)
EXPIRED = replace(PROOF, valid_until=dt.date(2026, 6, 30))
ADDRESS = replace(PROOF, is_address=True, accessed_on=dt.date(2026, 8, 1))
SHARE, MONEY = "KEB-7", "SDA-4"
FOUR = [said(code) for code in ("KEL-1", "KEL-2", "KEL-9", "PSM-1")]

# code: (what it finds, what it leaves alone)
CASES = {
    "J01": (answers(said(proofs=())), answers(said(), said(answer=given(choice="belum"), proofs=()))),
    "J02": (
        answers(said(answer=given(choice="ada", has_valid_evidence=False), proofs=(EXPIRED,))),
        answers(said(proofs=(EXPIRED, PROOF)), said(state="draf", answer=given(choice="ada", has_valid_evidence=False), proofs=(EXPIRED,))),
    ),
    "J03": (answers(said(proofs=(replace(PROOF, document_date=LATER),))), answers(said())),
    "J04": (
        answers(said(SHARE, given(numerator=41, denominator=40))),
        answers(said(SHARE, given(numerator=40, denominator=40)), said(MONEY, given(numerator=9, denominator=8))),
    ),
    "J05": (
        answers(said(MONEY, given(numerator=9, denominator=8))),
        answers(said(MONEY, given(numerator=9, denominator=8, note="DPPA"))),
    ),
    "J06": (
        answers(said("KEL-7", given(value=-1)), said("KEL-7", given(value=1.5))),
        answers(said("KEL-7", given(value=0))),
    ),
    "J07": (
        answers(said(SHARE, given(numerator=10, denominator=38))),
        answers(
            said(SHARE, given(numerator=10, denominator=40)),
            said("KOM-5", given(numerator=3, denominator=20)),
            said("KEB-8", given(numerator=10, denominator=38), as_of=OLD),
            opds_then={OLD: 38},
        ),
    ),
    "J08": (
        answers(said("KEL-3", given(numerator=31, denominator=40))),
        answers(
            said("KEL-3", given(numerator=12, denominator=40), as_of=OLD),
            decrees_then={OLD: 12},
        ),
    ),
    "J09": (answers(said(as_of=OLD)), answers(said())),
    "J10": (answers(said(verified_by=1)), answers(said(), said(verified_by=None))),
    "J11": (
        answers(said(state="diajukan", submitted_on=LONG_AGO)),
        answers(said(state="diajukan"), said(submitted_on=LONG_AGO)),
    ),
    "J12": (
        answers(said(state="perlu_perbaikan", touched_on=LONG_AGO)),
        answers(said(state="perlu_perbaikan"), said(touched_on=LONG_AGO)),
    ),
    "J13": (answers(*FOUR), answers(*FOUR[:3], said("KEL-9", proofs=(replace(PROOF, key="lain"),)))),
    "J14": (
        answers(said(proofs=(replace(ADDRESS, accessed_on=OLD),)), said(proofs=(replace(ADDRESS, accessed_on=None),))),
        answers(said(proofs=(ADDRESS,))),
    ),
    "J15": (
        answers(said("KEL-4", opd="DLH", opd_id=8)),
        answers(said("KEL-4", opd="Dinkes", opd_id=7), said("KEL-4", given(choice="belum"), opd="DLH", opd_id=8)),
    ),
    "J16": (
        answers(said(state="tidak_berlaku"), said("KEL-2")),
        answers(said("PSM-1", state="tidak_berlaku"), *FOUR[:3]),
    ),
    "J17": (
        answers(said(answer=given(choice="belum")), said("KEL-7", given(value=0))),
        answers(said(answer=given(choice="belum"), proofs=()), said()),
    ),
    "J18": (answers(said(answer=given(note="Belum dihitung."))), answers(said(), said(answer=given(), state="draf"), said(answer=given(), proves_figure=True))),
    "J19": (answers(said(figure_then="2 rapat", figure_now="3 rapat")), answers(said())),
    "O01": (facts.reports(arg_realized=501), facts.reports(arg_realized=501, arg_note="DPPA")),
    "O02": (facts.reports(arg=1001), facts.reports(arg=1000)),
    "O03": (facts.reports(arg=None), facts.reports(arg=None, arg_realized=0)),
    "O04": (
        facts.reports(activities=(done(realized=301),)),
        facts.reports(activities=(done(realized=301, note="DPPA"), done(ceiling=None))),
    ),
    "O05": (facts.reports(activities=(done(), done(ceiling=201))), facts.reports(activities=(done(), done(ceiling=200)))),
    "O06": (facts.reports(files=0), facts.reports(files=0, is_verified=False)),
    "O07": (facts.reports(verified_by=1), facts.reports(verified_by=None)),
    "O08": (facts.reports(tables_updated=6), facts.reports(tables=None)),
    "O09": (facts.reports(gbs=4), facts.reports(gbs=3)),
    "O10": (facts.reports(gbs=0), facts.reports(gbs=0, rka_has_gbs="tidak")),
    "O11": (
        facts.reports(activities=(done(women=13),)),
        facts.reports(activities=(done(), done(listed_men=None, listed_women=None))),
    ),
    "O12": (
        facts.reports(activities=(done(men=0, women=None),)),
        facts.reports(activities=(done(men=0, women=None, realized=0), done(men=0))),
    ),
    "O13": (
        facts.reports(activities=(done(held_from=dt.date(2026, 3, 1), held_to=None),)),
        facts.reports(activities=(done(held_from=dt.date(2026, 6, 30)),)),
    ),
    "O14": (facts.office(has_focal_point=False), facts.office()),
    "O15": (facts.office(pending_since=dt.date(2026, 8, 1)), facts.office(pending_since=dt.date(2026, 11, 1))),
    "T01": (
        facts.tables(figures={"": {"a": facts.pair(10, 12)}, "umur": {"x": facts.pair(10, 11)}}),
        tables.Tables((facts.filled(), facts.filled(is_count=False, figures={"": {"a": facts.pair(1, 2)}, "umur": {"x": facts.pair(9, 9)}}))),
    ),
    "T02": (
        facts.tables(unit="%", figures={"": {"a": facts.pair(101, 50)}}),
        facts.tables(unit="%", figures={"": {"a": facts.pair(100, None)}}),
    ),
    "T03": (facts.tables(source=" "), facts.tables()),
    "T04": (facts.tables(verified_by=1), facts.tables(verified_by=None)),
    "T05": (
        tables.Tables((facts.filled(year=2025, figures={"": {"a": facts.pair(1, 14)}}), facts.filled())),
        tables.Tables((facts.filled(year=2024, figures={"": {"a": facts.pair(1, 1)}}), facts.filled())),
    ),
}  # fmt: skip
RULES = {
    rule.code: rule
    for chapter in (answer_rules.CHAPTER, report_rules.CHAPTER, tables.CHAPTER)
    for rule in chapter.rules
}


@pytest.mark.parametrize("code", RULES)
def test_a_rule_speaks_where_it_should_and_names_where_to_mend(code):
    found = list(RULES[code].check(CASES[code][0]))
    assert found
    assert all(
        case.url.startswith("/") and case.subject and case.sentence for case in found
    )


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_silent_where_all_is_well(code):
    assert list(RULES[code].check(CASES[code][1])) == []


def test_every_rule_has_a_title_a_reason_and_a_case_of_its_own():
    rules = all_rules()
    assert len(rules) >= 25
    assert (
        len({rule.code for rule in rules})
        == len({rule.title for rule in rules})
        == len(rules)
    )
    assert all(rule.title and len(rule.why) > 30 for rule in rules)
    assert set(CASES) == set(RULES)


def test_two_rules_of_one_code_are_refused_at_start_up():
    twin = Rule("J01", "Kembar", "x", Severity.LIGHT, lambda seen: [])
    with pytest.raises(ValueError, match="J01"):
        register(Chapter("Lain", lambda region, on: None, (twin,)))


def test_an_empty_region_breaks_no_rule():
    for chapter, empty in (
        (answer_rules.CHAPTER, answers()),
        (report_rules.CHAPTER, facts.Reports(facts.ON)),
        (tables.CHAPTER, tables.Tables()),
    ):
        assert [case for rule in chapter.rules for case in rule.check(empty)] == []
