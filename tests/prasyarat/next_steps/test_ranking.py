"""The order of the steps, the points they promise, and that the promise is kept."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given

from prasyarat.instruments.loading import InstrumentFileError
from prasyarat.next_steps.effort import SHIPPED, efforts, read_efforts
from prasyarat.next_steps.models import AwardLevel
from prasyarat.next_steps.ranking import (
    Gap,
    Step,
    Todo,
    gaps_of,
    shown_total,
    steps_of,
    todo_of,
    until,
)
from prasyarat.next_steps.reading import level_at
from prasyarat.rules import GivenAnswer, asked_at
from prasyarat.scoring import ItemScore, ItemState, Sheet, score_sheet
from tests.prasyarat.shipped import INSTRUMENT, RULES
from tests.prasyarat.test_scoring_properties import best_answer, sheets, targets

ASKED = asked_at(INSTRUMENT.rules, "K")
KNOWN = efforts()


def shipped_effort(code: str, todo: Todo):
    return (
        KNOWN.verify
        if todo is Todo.VERIFY
        else KNOWN.of("daftar-periksa-internal-v1", code)
    )


def listed(rules, answers, own=None) -> tuple[Sheet, tuple[Step, ...]]:
    proven = score_sheet(rules, answers, region_targets=own, verified_only=True)
    claimed = score_sheet(rules, answers, region_targets=own)
    return proven, steps_of(proven, gaps_of(proven, claimed, shipped_effort))


def verified(rule) -> GivenAnswer:
    return GivenAnswer(**{**vars(best_answer(rule)), "verified": True})


def keeps_its_promise(rules, answers, own=None) -> None:
    proven, steps = listed(rules, answers, own)
    done = dict(answers)
    before = shown_total(proven)
    for count, step in enumerate(steps[:5], 1):
        done[step.gap.code] = verified(
            next(r for r in rules if r.code == step.gap.code)
        )
        after = score_sheet(rules, done, region_targets=own, verified_only=True)
        assert shown_total(after) - before == sum(s.points for s in steps[:count])
        assert shown_total(after) == step.after


def test_fixing_the_first_five_raises_the_score_by_the_points_promised():
    keeps_its_promise(ASKED, {})
    keeps_its_promise(
        ASKED,
        {
            "KOM-1": GivenAnswer(choice="ya", has_valid_evidence=True, verified=True),
            "KEB-2": GivenAnswer(choice="ada", has_valid_evidence=True),
            "KEL-7": GivenAnswer(value=Decimal(1), verified=True),
            "KOM-5": GivenAnswer(numerator=Decimal(1), denominator=Decimal(7)),
            "PSM-7": GivenAnswer(not_applicable=True, note="x", verified=True),
        },
    )


@pytest.mark.slow
@given(sheets(), targets)
def test_the_promise_holds_whatever_is_answered_and_weighs(sheet, own):
    keeps_its_promise(*sheet, own)


@pytest.mark.slow
@given(sheets())
def test_all_steps_done_is_the_whole_score_of_what_counts(sheet):
    _, steps = listed(*sheet)
    claims = {
        code for code, a in sheet[1].items() if a.not_applicable and not a.verified
    }
    if steps and not claims:
        assert steps[-1].after == 100
    assert all(
        earlier.gap.worth >= later.gap.worth for earlier, later in pairwise(steps)
    )


def item(score: int, state=ItemState.SCORED) -> ItemScore:
    return ItemScore(
        "X-1", "X", Decimal(score), Decimal(1), Decimal(1), state, True, ""
    )


def test_points_divided_by_effort_decide_the_order():
    """KEL-7 stands at 1 of 2 meetings and is light; KEB-1 lacks a whole Perda and is heavy."""
    rules = (RULES["KEB-1"], RULES["KEL-7"], RULES["KEB-2"])
    answers = {"KEL-7": GivenAnswer(value=Decimal(1), verified=True)}
    _, steps = listed(rules, answers)
    # 16,67 ÷ 1; 33,33 ÷ 2; 33,33 ÷ 4: of equals the instrument's order.
    assert [step.gap.code for step in steps] == ["KEL-7", "KEB-2", "KEB-1"]
    assert [step.points for step in steps] == [
        Decimal("16.66"),
        Decimal("33.34"),
        Decimal("33.33"),
    ]


@pytest.mark.parametrize(
    ("claimed", "todo"),
    [
        (item(1), Todo.VERIFY),
        (item(0, ItemState.NO_EVIDENCE), Todo.EVIDENCE),
        (item(0), Todo.ANSWER),
        (None, Todo.ANSWER),
    ],
)
def test_what_is_left_to_do_follows_what_lies_there(claimed, todo):
    assert todo_of(claimed) is todo


def test_what_only_waits_for_a_verifier_is_light_work():
    answers = {"KEB-1": GivenAnswer(choice="ada", has_valid_evidence=True)}
    _, (step,) = listed((RULES["KEB-1"],), answers)
    assert (step.gap.todo, step.gap.effort.code) == (Todo.VERIFY, "ringan")


def test_a_claim_of_not_applicable_promises_nothing():
    answers = {"KEB-1": GivenAnswer(not_applicable=True, note="Tidak ada DPRD.")}
    proven, steps = listed((RULES["KEB-1"], RULES["KEL-1"]), answers)
    assert [step.gap.code for step in steps] == ["KEL-1"]
    assert proven.total == 0


def test_an_item_without_target_is_not_in_the_list():
    _, steps = listed((RULES["SDA-2"], RULES["KEL-1"]), {})
    assert [step.gap.code for step in steps] == ["KEL-1"]


def test_the_way_to_a_target_is_the_shortest_beginning_of_the_list():
    _, steps = listed(ASKED, {})
    way = until(steps, Decimal(70))
    assert way is not None
    assert way[-1].after >= 70 > way[-2].after
    assert until(steps, Decimal(101)) is None


def test_a_level_begins_at_its_threshold():
    levels = [
        AwardLevel(name=n, from_score=Decimal(s))
        for n, s in (("Awal", 50), ("Lanjut", 70))
    ]
    names = [
        getattr(level_at(levels, Decimal(s)), "name", None)
        for s in ("49.99", "50", "70")
    ]
    assert names == [None, "Awal", "Lanjut"]


def test_every_indicator_of_the_shipped_instrument_has_an_effort_with_a_source():
    named = KNOWN.by_instrument["daftar-periksa-internal"]
    assert set(named) == set(RULES)
    assert "perkiraan internal" in KNOWN.source
    assert KNOWN.of("lain-v3", "KOM-1") == KNOWN.otherwise


def test_a_broken_file_of_efforts_is_refused_with_its_row(tmp_path):
    broken = json.loads(SHIPPED.read_text())
    broken["efforts"][0]["weight"] = 0
    broken["instruments"]["daftar-periksa-internal"]["KOM-1"] = "mudah"
    path = tmp_path / "usaha.json"
    path.write_text(json.dumps(broken))
    with pytest.raises(InstrumentFileError) as refused:
        read_efforts(path)
    assert "weight harus di atas 0" in str(refused.value)
    assert "KOM-1 «mudah» tidak dikenal" in str(refused.value)


def test_a_gap_is_worth_its_gain_per_effort():
    gap = Gap("X-1", item(0), Todo.ANSWER, KNOWN.known[2], Decimal(8))
    assert gap.worth == 2
