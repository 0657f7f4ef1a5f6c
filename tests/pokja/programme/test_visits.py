"""Monev visits: date, team, office, findings, follow-up per finding."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.programme import visit_actions
from pokja.programme.models import Finding, MonevVisit
from pug_portal.audit.models import Event
from tests.make import programme as make
from tests.pokja.decrees.told import refused

D = dt.date


def test_a_visit_keeps_its_team_and_hangs_on_a_line_of_its_year(world):
    line = make.programme(world).lines.get()
    visit = make.visit(world, line=line, team=" Siti \n\n Joko,  Bappeda ")

    assert visit.members == ["Siti", "Joko, Bappeda"]
    assert visit.line == line


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"team": " \n "}, "team"),
        ({"visited_on": D(2021, 7, 1)}, "visited_on"),
    ],
)
def test_a_visit_says_what_is_wrong_beside_the_field(world, facts, field):
    assert refused(lambda: make.visit(world, **facts)).field == field


def test_twins_strange_offices_and_lines_of_another_year_are_refused(world):
    line = make.programme(world, year=2022).lines.get()
    make.visit(world)

    assert refused(lambda: make.visit(world)).field == "visited_on"
    assert refused(lambda: make.visit(world, opd=world.dinkes_rembang)).field == "opd"
    assert refused(lambda: make.visit(world, opd=world.dlh, line=line)).field == "line"


def test_a_finding_is_closed_with_its_result(world):
    finding = make.finding(world, make.visit(world))
    told = {"text": finding.text, "follow_up": finding.follow_up, "due_on": None}

    for facts, field in (
        ({"done_on": D(2021, 6, 1), "result": " "}, "result"),
        ({"done_on": D(2021, 1, 1), "result": "x"}, "done_on"),
        ({"due_on": D(2021, 1, 1)}, "due_on"),
    ):
        refusal = refused(
            lambda facts=facts: visit_actions.change_finding(
                finding=finding, by=world.siti, **{**told, **facts}
            )
        )
        assert refusal.field == field
    visit_actions.change_finding(
        finding=finding,
        done_on=D(2021, 6, 1),
        result="Formulir diganti",
        by=world.joko,
        **told,
    )
    assert Finding.objects.get().done_on == D(2021, 6, 1)
    assert Event.objects.filter(verb="visit.finding_closed").count() == 1


def test_deleting_asks_why_and_takes_the_findings_along(world):
    visit = make.visit(world)
    make.finding(world, visit)

    assert (
        refused(
            lambda: visit_actions.delete_visit(visit=visit, reason=" ", by=world.siti)
        ).field
        == "reason"
    )
    visit_actions.delete_visit(visit=visit, reason="Salah OPD", by=world.siti)
    assert not MonevVisit.objects.exists()
    assert Event.objects.get(verb="visit.deleted").changes["findings"] == [1, None]


def test_people_of_an_opd_see_the_visits_to_their_own_office(world):
    make.visit(world)
    make.visit(world, opd=world.dlh)

    def seen(actor):
        rows = MonevVisit.objects.for_actor(actor)
        return set(rows.values_list("opd__short_name", flat=True))

    assert seen(world.ratih) == {"Dinkes"}
    assert seen(world.wati) == seen(world.prov) == {"Dinkes", "DLH"}
    assert seen(world.budi) == set()


def test_strangers_write_nothing(world):
    visit = make.visit(world)

    for stranger in (world.budi, world.prov, world.wati, world.ratih):
        with pytest.raises(PermissionDenied):
            visit_actions.add_finding(visit=visit, text="x", follow_up="y", by=stranger)
