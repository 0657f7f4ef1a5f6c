"""Revoking: from a day on, with its reason."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.decrees.actions import revoke_decree
from pokja.decrees.models import Kind, State
from pokja.decrees.queries import in_force, with_status
from pug_portal.audit.models import Event
from tests.make import pokja as make
from tests.pokja.decrees.told import refused

D = dt.date


NEW_YEAR = D(2021, 1, 1)


def revoke(world, decree, on: D = NEW_YEAR, reason: str = "SK baru", by=None):
    return revoke_decree(decree=decree, on=on, reason=reason, by=by or world.siti)


def test_it_holds_until_the_day_before(world):
    decree = revoke(world, make.decree(world))

    assert decree.state == State.REVOKED
    assert in_force(world.blora, Kind.POKJA, D(2020, 12, 31)) == decree
    assert in_force(world.blora, Kind.POKJA, D(2021, 1, 1)) is None


def test_its_amendments_end_with_it(world):
    base = make.decree(world)
    amendment = make.amendment(world, base)

    revoke(world, base)

    amendment.refresh_from_db()
    (row,) = with_status([amendment], D(2021, 1, 1))
    assert row.status.label == "Dicabut"


def test_an_amendment_is_revoked_alone(world):
    base = make.decree(world)

    revoke(world, make.amendment(world, base))

    assert in_force(world.blora, Kind.POKJA, D(2021, 2, 1)) == base


def test_it_needs_a_reason_and_tells_it(world):
    decree = make.decree(world)

    assert refused(lambda: revoke(world, decree, reason=" ")).field == "reason"
    revoke(world, decree)
    assert Event.objects.about(decree).first().reason == "SK baru"


@pytest.mark.parametrize("state", ["rancangan", "dicabut"])
def test_only_an_issued_decree_is_revoked(world, state):
    decree = make.decree_at(world, state)

    assert refused(lambda: revoke(world, decree))


def test_a_day_before_the_signing_is_refused(world):
    decree = make.decree(world)

    assert refused(lambda: revoke(world, decree, on=D(2020, 1, 1))).field == "on"


def test_what_a_replacement_has_ended_is_not_revoked_later(world):
    old = make.decree(world)
    make.replacement(world, old)

    assert refused(lambda: revoke(world, old, on=D(2022, 1, 1))).field == "on"


def test_after_a_revocation_a_new_one_may_begin_that_day(world):
    revoke(world, make.decree(world))

    day = D(2021, 1, 1)
    assert make.decree(world, number="1/2021", signed_on=day, effective_from=day)


@pytest.mark.parametrize("who", ["joko", "ratih", "hasan", "wati", "prov", "budi"])
def test_a_stranger_revokes_nothing(world, who):
    decree = make.decree(world)

    with pytest.raises(PermissionDenied):
        revoke(world, decree, by=getattr(world, who))


def test_bappeda_revokes_its_own_kind(world):
    decree = make.decree(world, by=world.joko, kind=Kind.TECHNICAL_TEAM)

    assert revoke(world, decree, by=world.joko).state == State.REVOKED
