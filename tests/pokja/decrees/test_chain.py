"""Amendments and replacements: base and amendments are one chain."""

from __future__ import annotations

import datetime as dt

import pytest

from pokja.decrees.actions import change_decree, delete_decree
from pokja.decrees.models import Decree, Kind, Relation
from pokja.decrees.queries import in_force, with_status
from pug_portal.audit.models import Event
from tests.make import pokja as make
from tests.pokja.decrees.told import refused

D = dt.date


def holding(day: D) -> list[str]:
    rows = Decree.objects.in_force_on(day).order_by("signed_on", "pk")
    return [row.number for row in rows]


def status(decree: Decree, day: D) -> str:
    decree.refresh_from_db()
    return with_status([decree], day)[0].status.label


def test_an_amendment_is_read_together_with_its_base(world):
    base = make.decree(world)
    make.amendment(world, base)

    assert in_force(world.blora, Kind.POKJA, D(2020, 9, 1)) == base
    assert holding(D(2020, 9, 1)) == ["463.23/160/2020", "463.23/300/2020"]
    assert status(base, D(2020, 9, 1)) == "Berlaku, diubah"
    assert status(base, D(2020, 7, 1)) == "Berlaku"


def test_an_amendment_of_an_amendment_belongs_to_the_same_base(world):
    base = make.decree(world)
    first = make.amendment(world, base)

    second = make.amendment(world, first, number="9/2020", day=D(2020, 9, 7))

    assert second.base == base


def test_an_amendment_may_carry_its_base_on(world):
    base = make.decree(world, effective_until=D(2020, 12, 31))
    make.amendment(world, base, effective_until=D(2021, 6, 30))

    assert in_force(world.blora, Kind.POKJA, D(2021, 3, 1)) == base
    assert in_force(world.blora, Kind.POKJA, D(2021, 7, 1)) is None


def test_an_amendment_without_an_end_ends_with_its_base(world):
    make.amendment(world, make.decree(world, effective_until=D(2020, 12, 31)))

    assert len(holding(D(2020, 12, 31))) == 2
    assert holding(D(2021, 1, 1)) == []


@pytest.mark.parametrize("day", [D(2020, 1, 2), D(2021, 6, 1)])
def test_an_amendment_begins_while_its_base_holds(world, day):
    base = make.decree(world, effective_until=D(2020, 12, 31))

    refusal = refused(
        lambda: make.amendment(
            world, base, day=day, signed_on=make.SIGNED, note="surut"
        )
    )
    assert refusal.field == "effective_from"


def test_an_amendment_that_follows_an_ended_base_says_until_when(world):
    base = make.decree(world, effective_until=D(2020, 12, 31))
    after = D(2021, 1, 1)

    refusal = refused(lambda: make.amendment(world, base, day=after))

    assert refusal.field == "effective_until"
    assert make.amendment(world, base, day=after, effective_until=D(2021, 12, 31))


def test_a_replacement_ends_the_older_one_the_day_it_begins(world):
    old = make.decree(world)
    new = make.replacement(world, old)

    assert in_force(world.blora, Kind.POKJA, D(2021, 1, 3)) == old
    assert in_force(world.blora, Kind.POKJA, D(2021, 1, 4)) == new
    assert status(old, D(2021, 1, 4)) == "Diganti"


def test_a_replacement_ends_the_amendments_too(world):
    old = make.decree(world)
    amendment = make.amendment(world, old)

    make.replacement(world, amendment)

    assert holding(D(2021, 1, 4)) == ["463.23/7/2021"]
    assert status(amendment, D(2021, 1, 4)) == "Diganti"


def test_the_early_end_is_told_in_the_trail_of_the_older_one(world):
    old = make.decree(world)
    make.replacement(world, old)

    event = Event.objects.about(old).first()
    assert (event.verb, event.changes) == (
        "decree.ended",
        {"ended_on": [None, "2021-01-04"]},
    )


def test_the_older_one_follows_when_the_replacement_is_corrected(world):
    old = make.decree(world)
    new = make.replacement(world, old)

    change_decree(decree=new, by=world.siti, effective_from=D(2021, 2, 1))

    assert in_force(world.blora, Kind.POKJA, D(2021, 1, 31)) == old


def test_the_older_one_holds_again_when_a_wrong_replacement_is_deleted(world):
    old = make.decree(world)
    new = make.replacement(world, old)

    delete_decree(decree=new, reason="salah ketik", by=world.siti)

    assert status(old, D(2022, 1, 1)) == "Berlaku"


def test_a_replacement_cannot_begin_before_the_older_one(world):
    old = make.decree(world)

    refusal = refused(
        lambda: make.replacement(
            world,
            old,
            signed_on=make.SIGNED,
            effective_from=D(2020, 1, 2),
            note="surut",
        )
    )
    assert refusal.field == "effective_from"


def test_only_a_decree_of_the_same_kind_is_amended_or_replaced(world):
    puspa = make.decree(world, kind=Kind.PUSPA)

    for call in (make.amendment, make.replacement):
        refusal = refused(lambda call=call: call(world, puspa, kind=Kind.POKJA))
        assert refusal.field == "related"


def test_a_draft_is_neither_amended_nor_replaced(world):
    draft = make.decree_at(world, "rancangan")

    assert refused(lambda: make.amendment(world, draft)).field == "related"


def test_a_decree_of_another_region_is_neither_amended_nor_replaced(world):
    theirs = make.decree(world, by=world.budi, kind=Kind.TECHNICAL_TEAM)

    refusal = refused(lambda: make.amendment(world, theirs, kind=Kind.TECHNICAL_TEAM))
    assert refusal.field == "related"


def test_a_relation_without_the_other_decree_is_refused(world):
    facts = {"relation": Relation.AMENDS, "related": None}

    assert refused(lambda: make.decree(world, **facts)).field == "related"


def test_two_decrees_cannot_replace_each_other(world):
    old = make.decree(world)
    new = make.replacement(world, old)

    refusal = refused(
        lambda: change_decree(
            decree=old, by=world.siti, relation=Relation.REPLACES, related=new
        )
    )
    assert refusal.field == "related"
