"""A region goes from 40 % to ready by following the list, each step through real verbs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from prasyarat.assessments.actions import save_answer, submit_answer
from prasyarat.assessments.item import Item, Reply
from prasyarat.assessments.judge_actions import verify_answer
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.plan import actions_of, plan_of
from prasyarat.next_steps.plan_actions import add_action
from prasyarat.next_steps.ranking import until
from prasyarat.next_steps.reading import Outlook, lines_of, outlook
from pug_portal.access.roles import Role
from tests.make import prasyarat as make
from tests.prasyarat.shipped import RULES

DAY = dt.date(2020, 10, 26)
READY = Decimal(85)


def look(world) -> Outlook:
    return outlook(world.blora, DAY, make.instrument(), with_claims=True)


def fulfil(world, code: str, indicators) -> None:
    """As people do it: fill, attach, submit; the other office verifies."""
    indicator = indicators[code]
    by_bappeda = indicator.responsible_role == Role.BAPPEDA
    fills, judges = (world.joko, world.siti) if by_bappeda else (world.siti, world.joko)
    item = Item(world.blora, indicator)
    answer = save_answer(item=item, as_of=DAY, reply=full(RULES[code]), by=fills)
    if indicator.needs_document:
        make.evidence(item, fills, document_date=DAY)
    submit_answer(answer=answer, by=fills)
    verify_answer(answer=answer, by=judges)


def full(rule) -> Reply:
    if rule.answer_type.is_choice:
        best = max(rule.choices, key=lambda choice: choice.score)
        return Reply(choice=best.code, text="https://siga.blorakab.example")
    if rule.answer_type == "N":
        return Reply(value=Decimal(10))
    return Reply(numerator=Decimal(9), denominator=Decimal(9))


@pytest.mark.slow
def test_from_forty_percent_to_ready_by_following_the_list(clock, world):
    clock(DAY.isoformat())
    seen = look(world)
    begun: list[str] = []
    for step in reversed(seen.steps):
        if seen.if_done(begun) < 40:
            begun.append(step.gap.code)
    for code in begun:
        fulfil(world, code, seen.indicators)
    seen = look(world)
    assert 40 <= seen.total < 43

    promised = until(seen.steps, READY)
    assert promised is not None
    plan_all(world, seen, [step.gap.code for step in promised])
    start, expected = seen.total, seen.total
    for count, step in enumerate(promised, 1):
        fulfil(world, step.gap.code, seen.indicators)
        expected += step.points
        if count in (1, 5, len(promised)):
            assert look(world).total == expected == step.after
    done = look(world)
    assert done.total >= READY > done.total - promised[-1].points
    assert done.total - start == sum(step.points for step in promised)
    assert {line.badge[1] for line in plan_of(done, actions_of(world.blora)).lines} == {
        "Tertutup"
    }


def plan_all(world, seen: Outlook, codes: list[str]) -> None:
    for line in lines_of(seen):
        if line.indicator.code in codes:
            add_action(
                region=world.blora,
                indicator=line.indicator,
                step=line.in_short,
                opd=None,
                owner=line.indicator.responsible,
                due_on=DAY + dt.timedelta(days=30),
                programme_line="",
                by=world.siti,
            )
    assert GapAction.objects.count() == len(codes)
