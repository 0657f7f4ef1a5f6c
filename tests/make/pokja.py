"""Decrees and members, brought to a state through the real actions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pokja.decrees.actions import record_decree, revoke_decree
from pokja.decrees.models import Decree, Kind, Relation
from pokja.membership.actions import add_members
from pokja.membership.models import Member, Standing
from pug_portal.access.actor import Actor
from tests.world import World

SIGNED = dt.date(2020, 2, 3)


def decree(world: World, by: Actor | None = None, **facts: Any) -> Decree:
    """SK Pokja of Blora in force since 3 Februari 2020, unless told otherwise."""
    actor = by or world.siti
    assert actor.region is not None
    return record_decree(
        region=actor.region,
        by=actor,
        **{
            "kind": Kind.POKJA,
            "number": "463.23/160/2020",
            "title": "Pembentukan Pokja PUG",
            "issuer_position": "Bupati Blora",
            "signed_place": "Blora",
            "signed_on": SIGNED,
            "effective_from": SIGNED,
            "effective_until": None,
            "opd": None,
            "note": "",
            "relation": "",
            "related": None,
            **facts,
        },
    )


def amendment(world: World, base: Decree, **facts: Any) -> Decree:
    """In force since 3 Agustus 2020, unless `day` says otherwise."""
    day = facts.pop("day", dt.date(2020, 8, 3))
    given = {"number": "463.23/300/2020", "signed_on": day, "effective_from": day}
    given |= {"title": "Perubahan atas Pokja PUG", "kind": base.kind}
    given |= {"opd": base.opd, "relation": Relation.AMENDS, "related": base}
    return decree(world, **{**given, **facts})


def replacement(world: World, old: Decree, **facts: Any) -> Decree:
    """In force since 4 Januari 2021, unless told otherwise."""
    day = dt.date(2021, 1, 4)
    given = {"number": "463.23/7/2021", "signed_on": day, "effective_from": day}
    given |= {"kind": old.kind, "opd": old.opd}
    given |= {"relation": Relation.REPLACES, "related": old}
    return decree(world, **{**given, **facts})


def decree_at(world: World, state: str) -> Decree:
    """State: rancangan, berlaku, kedaluwarsa or dicabut."""
    if state == "rancangan":
        return decree(world, number="", signed_on=None, effective_from=None)
    if state == "kedaluwarsa":
        return decree(world, effective_until=dt.date(2020, 12, 31))
    made = decree(world)
    if state == "dicabut":
        revoke_decree(
            decree=made, on=dt.date(2021, 1, 1), reason="SK baru", by=world.siti
        )
    return made


def member(world: World, decree: Decree, **facts: Any) -> Member:
    """Ex officio Kepala Dinas Kesehatan, unless told otherwise."""
    row = {"standing": Standing.MEMBER, "position": "Kepala Dinas Kesehatan", **facts}
    return add_members(decree=decree, rows=[row], by=world.siti)[0]
