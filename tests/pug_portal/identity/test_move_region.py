"""A region comes under another province from a date; old papers stay readable."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command

from focal_points.budgets.models import ArgRecap
from focal_points.budgets.queries import sent_below
from focal_points.progress.models import Progress
from focal_points.progress.models import State as ProgressState
from pokja.dashboard.rollup import rollup
from pokja.reports.models import PokjaReport, State
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from pug_portal.identity.moving import apply_due_moves, move_region
from pug_portal.lib.clock import now
from pug_portal.lib.dates import Semester
from pug_portal.regions.choice import chosen_region
from pug_portal.regions.models import Region
from tests.make import focal_points as make_fp
from tests.pug_portal.identity.eastward import TODAY, moved

D = dt.date


def sent_report(world, year: int, half: int) -> PokjaReport:
    """The shortest report that was sent: no PDF is rendered for it."""
    made = PokjaReport(region=world.blora, year=year, half=half, edition=1)
    made.title, made.code = f"Laporan {year}-{half}", f"K{year}{half}"
    made.state, made.requested_at = State.SUBMITTED, now()
    made.save()
    # Settled without its job: the constraint guards real ones.
    return made


def seen(actor: Actor, reports: dict[str, PokjaReport]) -> set[str]:
    pks = set(
        PokjaReport.objects.for_actor(actor).values_list("pk", flat=True)
        if actor.region
        else []
    )
    return {name for name, report in reports.items() if report.pk in pks}


def acting(world, two) -> tuple[Actor, Actor, Actor]:
    """As the next request sees them: the region is read anew."""
    blora = Region.objects.get(pk=world.blora.pk)
    siti = Actor(world.siti.user, Role.SEKRETARIAT, blora, world.siti.assignment_id)
    return two.old, two.new, siti


def test_on_its_day_the_region_stands_below_the_new_province_and_not_before(
    world, two, clock
):
    moved(world, two)
    assert Region.objects.get(pk=world.blora.pk).path == "00.33.16"

    clock("2026-07-31")
    assert apply_due_moves(by=SYSTEM) == 0
    clock("2026-08-01")
    assert (apply_due_moves(by=SYSTEM), apply_due_moves(by=SYSTEM)) == (1, 0)

    blora = Region.objects.get(pk=world.blora.pk)
    assert (blora.parent, blora.code, blora.path) == (two.east, "35.80", "00.35.80")
    # A link with the code of before leads on, for who may see the region now.
    assert chosen_region(two.new, "33.16") == blora
    assert not Region.objects.for_actor(two.old).filter(pk=blora.pk).exists()


def test_each_province_reads_the_reports_that_are_its_own(world, two, monkeypatch):
    monkeypatch.setattr("pokja.reports.models.PUBLISHED", (State.SUBMITTED,))
    reports = {
        "before": sent_report(world, 2026, 1),
        "long before": sent_report(world, 2024, 2),
        "of the move": sent_report(world, 2026, 2),
    }
    assert seen(two.old, reports) == set(reports)
    assert seen(two.new, reports) == set()

    moved(world, two, on=D(2026, 7, 1))

    old, new, siti = acting(world, two)
    assert seen(old, reports) == {"before", "long before"}
    assert seen(new, reports) == seen(siti, reports) == set(reports)
    assert seen(world.budi, reports) == set()


def test_reports_of_opd_follow_the_same_rule(world, two):
    for half in (1, 2):
        Progress.objects.create(
            period=make_fp.period(world.blora, Semester(2026, half)),
            opd=world.dinkes,
            state=ProgressState.VERIFIED,
            touched_at=now(),
            verified_by=world.siti.user,
            verified_at=now(),
            submitted_by=world.ratih.user,
            submitted_at=now(),
        )
    moved(world, two, on=D(2026, 7, 1))

    def halves(actor: Actor) -> list[int]:
        rows = Progress.objects.readable_by(actor).order_by("period__half")
        return list(rows.values_list("period__half", flat=True))

    old, new, siti = acting(world, two)
    assert (halves(old), halves(new), halves(siti)) == ([1], [1, 2], [1, 2])


def test_the_counts_of_a_semester_stay_in_its_province_and_their_sum_is_the_same(
    world, two
):
    first, second = Semester(2026, 1), Semester(2026, 2)
    make_fp.period(world.blora, first)
    nation = Actor(world.admin.user, Role.ADMINISTRATOR, world.nation)
    day = D(2026, 12, 1)
    before = {
        s: {r.region.code: r.opds for r in rollup(nation, s, day)}
        for s in (first, second)
    }
    moved(world, two, on=D(2026, 7, 1))
    after = {
        s: {r.region.code: r.opds for r in rollup(nation, s, day)}
        for s in (first, second)
    }

    assert after[first] == before[first] == {"33": 5, "35": 0}
    assert after[second] == {"33": 1, "35": 4}

    def names(actor: Actor, semester: Semester) -> set[str]:
        return {row.region.short_name for row in rollup(actor, semester, day)}

    assert "Blora" in " ".join(names(two.old, first))
    assert "Blora" not in " ".join(names(two.old, second))
    assert "Blora" in " ".join(names(two.new, second))
    assert "Blora" not in " ".join(names(two.new, first))


def test_the_trail_of_the_region_stays_its_own_and_tells_both_provinces(
    world, two, client_of
):
    moved(world, two, on=D(2026, 7, 1))

    _, new, siti = acting(world, two)
    verbs = set(Event.objects.for_actor(siti).values_list("verb", flat=True))
    assert {"region.move_announced", "region.moved", "opd.added"} <= verbs
    assert Event.objects.for_actor(two.old).filter(verb="opd.added").exists()
    told = Event.objects.for_actor(new).values_list("verb", flat=True)
    assert "region.moved" in told
    assert "opd.added" not in told


def test_the_arg_recap_of_a_past_year_stays_with_the_older_province(world, two):
    sent = {"sent_by": world.joko.user, "sent_at": now(), "groups": []}
    for year in (2025, 2026):
        facts = {**sent, "year": year, "offices": 0, "expected": 0}
        ArgRecap.objects.create(region=world.blora, **facts)
    moved(world, two, on=D(2026, 7, 1))

    for province, read in ((world.province, [1, 0]), (two.east, [0, 1])):
        assert [len(sent_below(province, year)) for year in (2025, 2026)] == read


@pytest.mark.slow
def test_loading_the_regions_again_leaves_a_moved_region_where_it_is(db, clock):
    clock(TODAY)
    call_command("load_regions", verbosity=0)
    blora, east = (Region.objects.get(code=code) for code in ("33.16", "35"))
    move_region(
        region=blora,
        to=east,
        starts_on=D(2026, 7, 1),
        new_code="35.80",
        legal_basis="UU 1/2026",
        by=SYSTEM,
    )
    call_command("load_regions", verbosity=0)

    blora.refresh_from_db()
    assert (blora.path, blora.code) == ("00.35.80", "35.80")
    assert (Region.objects.count(), Region.objects.filter(code="33.16").count()) == (
        553,
        0,
    )
