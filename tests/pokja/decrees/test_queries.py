"""Which decrees held when: the database answers what the rules say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings

from pokja.decrees.models import Decree, Kind
from pokja.decrees.queries import (
    STATUSES,
    in_force,
    missing_kinds,
    register,
    timeline,
    with_status,
)
from pokja.decrees.validity import Register
from tests.make import pokja as make
from tests.pokja.decrees.registers import FIRST, registers

D = dt.date
# Each day costs a question per status.
MOST_DAYS = 8


def keep(world, rows: Register) -> None:
    """The register as rows, links and all, as the verbs would have left them."""
    Decree.objects.all().delete()
    for term in sorted(
        rows.terms.values(), key=lambda t: (t.base is not None, t.start)
    ):
        other = term.base or term.replaces
        Decree.objects.create(
            pk=term.key,
            region=world.blora,
            kind=Kind.POKJA,
            number=str(term.key),
            title="x",
            issuer_position="Bupati",
            signed_on=FIRST,
            effective_from=term.start,
            effective_until=term.until,
            relation="mengubah" if term.base else "mengganti" if term.replaces else "",
            related_id=other,
            base_id=term.base,
            state="dicabut" if term.revoked_on else "ditetapkan",
            revoked_on=term.revoked_on,
            ended_on=rows.ended_on(term),
        )


def turning_days(rows: Register) -> list[D]:
    """On and beside the days on which something may change, spread over all of them."""
    named = {
        day + dt.timedelta(days=step)
        for term in rows.terms.values()
        for day in (term.start, term.until, term.revoked_on)
        if day is not None
        for step in (-1, 0, 1)
    }
    every = sorted(named)
    return every[:: max(1, len(every) // MOST_DAYS)]


@pytest.mark.slow
@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=registers())
def test_the_database_says_what_the_rules_say(world, rows):
    keep(world, rows)
    for day in turning_days(rows):
        said = set(Decree.objects.in_force_on(day).values_list("pk", flat=True))
        assert said == {t.key for t in rows.terms.values() if rows.holds(t, day)}
        shown = {
            row.pk: row.status.code for row in with_status(Decree.objects.all(), day)
        }
        for each in STATUSES:
            found = Decree.objects.with_status_on(day, each.code)
            codes = {shown[pk] for pk in found.values_list("pk", flat=True)}
            assert codes <= (
                {"berlaku", "diubah"} if each.code == "berlaku" else {each.code}
            )
    Decree.objects.update(related=None, relation="", base=None)
    Decree.objects.all().delete()


def test_forty_focal_point_decrees_each_answer_for_their_opd(world):
    dinkes = make.decree(
        world, kind=Kind.FOCAL_POINT, opd=world.dinkes, number="800/1/2020"
    )
    make.decree(world, kind=Kind.FOCAL_POINT, opd=world.dlh, number="800/2/2020")

    day = D(2020, 6, 1)
    assert in_force(world.blora, Kind.FOCAL_POINT, day, world.dinkes) == dinkes
    assert in_force(world.blora, Kind.FOCAL_POINT, day, world.dinsos) is None


def test_the_register_of_a_semester_has_what_held_on_some_day_of_it(world):
    old = make.decree(world)
    new = make.replacement(world, old)
    make.decree_at(world, "rancangan")

    half = {"since": D(2020, 7, 1), "to": D(2020, 12, 31)}
    assert register(world.blora, D(2020, 12, 31), **half) == [old]
    year = {"since": D(2020, 7, 1), "to": D(2021, 6, 30)}
    rows = register(world.blora, D(2021, 6, 30), **year)
    assert [(row, row.status.label) for row in rows] == [
        (old, "Diganti"),
        (new, "Berlaku"),
    ]


def test_the_register_stands_in_the_order_of_kinds(world):
    make.decree(world, kind=Kind.PUSPA, number="463/172/2020")
    make.decree(world)

    kinds = [row.kind for row in register(world.blora, D(2020, 6, 1))]
    assert kinds == [Kind.POKJA, Kind.PUSPA]


def test_the_kinds_every_region_needs_are_missed(world):
    make.decree(world)

    assert missing_kinds(world.blora, D(2020, 6, 1)) == [
        Kind.TECHNICAL_TEAM,
        Kind.PUSPA,
    ]


@pytest.mark.parametrize(("who", "seen"), [("siti", 2), ("wati", 1), ("prov", 1)])
def test_a_timeline_shows_a_draft_only_to_those_who_write(world, who, seen):
    decree = make.decree(world)
    make.decree_at(world, "rancangan")

    assert len(timeline(decree, getattr(world, who), D(2020, 6, 1))) == seen
