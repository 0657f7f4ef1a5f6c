"""The Pokja's own rules both ways."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from pokja.consistency.loading import Held, Letter, Promise, Register, Task, Word
from pokja.consistency.rules import CHAPTER

ON = dt.date(2026, 11, 20)
DAY = dt.date(2026, 10, 26)
RULES = {rule.code: rule for rule in CHAPTER.rules}


def meeting(**facts) -> Register:
    sound = {
        "state": "disahkan",
        "people": 20,
        "minutes": 1,
        "signed_by": 1,
        "settled_by": 2,
        "day": DAY,
    }
    return Register(ON, meetings=(Held("Rakor", "/rapat/1/", **{**sound, **facts}),))


def promise(**facts) -> Register:
    sound = {"due_on": dt.date(2026, 12, 1), "owner": "Dinkes"}
    return Register(
        ON,
        promises=(
            Promise("Rekomendasi 1/2026", "/tindak-lanjut/1/", **{**sound, **facts}),
        ),
    )


def decree(words=(), **facts) -> Register:
    sound = {"kind": "pokja", "signed_on": DAY, "effective_from": DAY}
    return Register(
        ON,
        decrees=(Letter("SK Pokja 1/2026", "/sk/1/", **{**sound, **facts}),),
        words=tuple(words),
    )


def task(words=(), **facts) -> Register:
    return Register(
        ON, tasks=(Task("Bimtek", "/program/baris/1/", **facts),), words=tuple(words)
    )


def word(code: str, **facts) -> Word:
    return Word(code, f"/prasyarat/indikator/{code}/", **facts)


def counted(value: int, as_of: dt.date | None = None, **facts) -> Register:
    answer = word("KEL-7", value=Decimal(value), as_of=as_of)
    return Register(ON, meetings=meeting(**facts).meetings, words=(answer,))


CASES = {
    "R01": (meeting(people=0), meeting(people=0, state="diundang")),
    "R02": (meeting(minutes=0), meeting(minutes=0, has_summary=True)),
    "R03": (meeting(settled_by=1), meeting()),
    "R04": (meeting(state="diundang", day=dt.date(2026, 9, 1)), meeting(state="ditunda", day=dt.date(2026, 9, 1))),
    "R05": (promise(due_on=DAY), promise(due_on=DAY, notes=1)),
    "R06": (promise(owner=""), promise(owner="", is_open=False)),
    "R07": (promise(is_open=False, is_done=True), promise(is_open=False, is_done=True, notes=1)),
    "R08": (decree([word("KEL-1", is_yes=True)], is_in_force=False), decree([word("KEL-1", is_yes=True), word("PSM-1")])),
    "R09": (counted(2), counted(1)),
    "R10": (Register(ON, words=(word("KEL-5", is_yes=True),)), task([word("KEL-5", is_yes=True)])),
    "R11": (task(is_done=True), task(is_done=True, has_realisation=True)),
    "R12": (decree(has_scan=False), decree(has_scan=False, is_in_force=False)),
    "R13": (decree(effective_from=dt.date(2026, 1, 1)), decree(effective_from=dt.date(2026, 1, 1), note="Berlaku surut.")),
}  # fmt: skip


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


def test_a_settled_meeting_of_the_first_semester_does_not_count_for_the_second():
    assert list(RULES["R09"].check(counted(1, day=dt.date(2026, 6, 1))))


@pytest.mark.parametrize(
    "as_of", [dt.date(2026, 6, 30), dt.date(2026, 1, 5), dt.date(2025, 12, 31)]
)
def test_an_answer_of_the_first_semester_is_right_in_the_second_too(as_of):
    assert not list(RULES["R09"].check(counted(1, as_of, day=dt.date(2026, 6, 1))))


def test_an_answer_of_the_first_semester_is_held_against_its_own_meetings():
    found = list(RULES["R09"].check(counted(1, dt.date(2026, 6, 30))))
    assert "Semester I 2026 0" in found[0].sentence


def test_every_rule_has_its_cases():
    assert set(CASES) == set(RULES)
