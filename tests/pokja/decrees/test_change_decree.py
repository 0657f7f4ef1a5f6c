"""Correcting what was written wrongly."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.decrees.actions import change_decree
from pokja.decrees.models import Kind
from pug_portal.audit.models import Event
from tests.make import pokja as make
from tests.pokja.decrees.told import refused

D = dt.date


def events(decree) -> list[str]:
    return list(Event.objects.about(decree).values_list("verb", flat=True))


def test_a_change_is_told_old_to_new(world):
    decree = make.decree(world)

    change_decree(decree=decree, by=world.siti, title="Pokja PUG Kabupaten Blora")

    event = Event.objects.about(decree).first()
    assert event.changes["title"] == [
        "Pembentukan Pokja PUG",
        "Pokja PUG Kabupaten Blora",
    ]


def test_a_change_of_nothing_leaves_no_event(world):
    decree = make.decree(world)

    change_decree(decree=decree, by=world.siti, title=f" {decree.title} ")

    assert events(decree) == ["decree.issued"]


def test_also_a_revoked_decree_can_be_corrected(world):
    decree = make.decree_at(world, "dicabut")

    changed = change_decree(decree=decree, by=world.siti, title="Pokja PUG")

    assert (changed.title, changed.state) == ("Pokja PUG", "dicabut")


def test_a_correction_that_makes_two_hold_is_refused(world):
    first = make.decree(world, effective_until=D(2020, 12, 31))
    make.decree(
        world, number="2/2021", signed_on=D(2021, 1, 4), effective_from=D(2021, 1, 4)
    )

    refusal = refused(
        lambda: change_decree(decree=first, by=world.siti, effective_until=None)
    )

    assert "2/2021" in refusal.sentence
    first.refresh_from_db()
    assert first.effective_until == D(2020, 12, 31)


def test_the_kind_stays_while_another_decree_amends_it(world):
    base = make.decree(world)
    make.amendment(world, base)

    refusal = refused(
        lambda: change_decree(decree=base, by=world.siti, kind=Kind.PUSPA)
    )
    assert refusal.field == "kind"


def test_the_kind_can_be_corrected_while_nothing_relates_to_it(world):
    decree = make.decree(world)

    change_decree(decree=decree, by=world.siti, kind=Kind.PUSPA)

    assert make.decree(world)


def test_an_issued_decree_keeps_its_number(world):
    decree = make.decree(world)

    assert (
        refused(lambda: change_decree(decree=decree, by=world.siti, number="")).field
        == "number"
    )


def test_bappeda_cannot_turn_its_decree_into_another_kind(world):
    decree = make.decree(world, by=world.joko, kind=Kind.TECHNICAL_TEAM)

    with pytest.raises(PermissionDenied):
        change_decree(decree=decree, by=world.joko, kind=Kind.POKJA)


@pytest.mark.parametrize("who", ["joko", "ratih", "wati", "prov", "budi", "baru"])
def test_a_stranger_corrects_nothing(world, who):
    decree = make.decree(world)

    with pytest.raises(PermissionDenied):
        change_decree(decree=decree, by=getattr(world, who), title="x")
