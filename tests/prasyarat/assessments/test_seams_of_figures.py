"""Lists beside the scores read the portal's figures, and what was handed back, alike."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from prasyarat import facts
from prasyarat.assessments.actions import open_draft, submit_answer
from prasyarat.assessments.duties import region_lines
from prasyarat.assessments.duty_actions import assign_duties
from prasyarat.assessments.figure_actions import count_figures, revert_answer
from prasyarat.assessments.models import Answer
from prasyarat.consistency.answers import load
from prasyarat.facts import Fact
from prasyarat.instruments.models import Indicator
from prasyarat.library.missing import missing_by_responsible
from prasyarat.next_steps.plan import actions_of, plan_of
from prasyarat.next_steps.plan_actions import add_action
from prasyarat.next_steps.ranking import Todo
from prasyarat.next_steps.reading import outlook
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from tests.make import prasyarat as make

DAY = dt.date(2020, 12, 31)


@pytest.fixture
def told(clock, world, monkeypatch):
    clock("2020-12-31")
    make.instrument()
    offices = world.blora.opds.active_on(DAY)
    documented = Fact("1 GAP.", Decimal(1), documented=True)
    decree = Fact("SK berlaku.", yes=True, documented=True)
    said = {facts.POKJA_DECREE: lambda region, on: decree}
    gaps = {facts.GAP_OF_OPD: lambda r, on: {o.pk: documented for o in offices}}
    monkeypatch.setattr(facts, "_providers", said)
    monkeypatch.setattr(facts, "_opd_providers", gaps)
    count_figures(region=world.blora, by=SYSTEM)
    return world


def test_what_the_portal_proves_is_neither_missing_nor_owed(told):
    groups = missing_by_responsible(told.blora, make.instrument(), told.siti, DAY)
    missing = {one.item.indicator.code for group in groups for one in group.items}
    assert "KEL-2" in missing
    assert not missing & {"KEL-1", "ALA-1"}

    gap = Indicator.objects.select_related("prerequisite").filter(code="ALA-1")
    assign_duties(
        region=told.blora, indicators=gap, opd=None, since=DAY, due_on=DAY, by=told.siti
    )
    assert [line.is_done for line in region_lines(told.blora, DAY)] == [True]


def test_what_was_handed_back_is_neither_judged_nor_sent_nor_copied(told, clock):
    item = make.item("KEL-1", told.blora)
    answer = make.answer_at(
        "draf", item, told.siti, choice="proses", override_reason="Salah."
    )
    revert_answer(answer=answer, by=told.siti)
    assert load(told.blora, DAY).said == ()
    with pytest.raises(Refusal, match="sudah dikembalikan"):
        submit_answer(answer=answer, by=told.siti)

    Answer.objects.update(
        state="terverifikasi",
        verified_by=told.joko.user,
        verified_at="2020-12-31T01:00Z",
    )
    clock("2021-01-02")
    assert open_draft(item=item, by=told.siti).choice == ""


def test_a_verified_lower_score_does_not_wait_for_a_verifier(told):
    item = make.item("KEL-2", told.blora)
    make.answer_at("terverifikasi", item, told.siti, judge=told.joko)
    Answer.objects.update(verifier_score="0.5", verifier_reason="Baru sebagian.")
    seen = outlook(told.blora, DAY, make.instrument(), with_claims=True)
    todo = {step.gap.code: step.gap.todo for step in seen.steps}
    assert todo["KEL-2"] is Todo.ANSWER


def test_a_step_of_another_instrument_moves_no_score(told):
    action = add_action(
        region=told.blora,
        indicator=make.item("KEL-2", told.blora).indicator,
        step="Menetapkan tim",
        opd=None,
        owner="Sekretariat",
        due_on=DAY,
        programme_line="",
        by=told.siti,
    )
    seen = outlook(told.blora, DAY, make.instrument(), with_claims=True)
    assert plan_of(seen, actions_of(told.blora)).points > 0
    # The same code, asked by an instrument that is no longer the one in use.
    seen.indicators["KEL-2"] = Indicator(pk=action.indicator_id + 10_000, code="KEL-2")
    assert plan_of(seen, actions_of(told.blora)).points == 0
