"""The list: which reports each visitor sees, and that it stays light."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.reports.models import PokjaReport, State
from tests.make import reports as make
from tests.pokja.reports.screens import page, queries

pytestmark = pytest.mark.usefixtures("january")


def shown(client_of, actor) -> list[PokjaReport]:
    return list(client_of(actor).get(reverse("report-list")).context["reports"])


@pytest.mark.parametrize("name", ["siti", "joko"])
def test_the_desks_see_drafts(world, client_of, name):
    report = make.ready(world)

    assert shown(client_of, getattr(world, name)) == [report]


@pytest.mark.parametrize("name", ["wati", "yusuf", "prov"])
def test_others_see_a_report_once_it_is_settled(world, client_of, name):
    report = make.ready(world)
    assert shown(client_of, getattr(world, name)) == []

    for target in (State.SUBMITTED, State.SETTLED):
        make.actions.move_report(report=report, target=target, by=world.joko)

    assert shown(client_of, getattr(world, name)) == [report]


def test_another_regency_never_sees_it(world, client_of):
    make.ready(world, State.SENT)

    assert shown(client_of, world.budi) == []


def test_a_newer_edition_makes_the_older_one_outdated(world, client_of):
    make.ready(world, State.SETTLED)
    make.ready(world)

    newest, older = shown(client_of, world.siti)
    assert (newest.is_outdated, older.is_outdated) == (False, True)
    assert "Usang" in page(client_of(world.siti), "report-list")


def test_an_answer_with_an_older_edition_is_no_edition(world, client_of):
    first = make.ready(world)
    make.ready(world, same_as=first)

    assert shown(client_of, world.siti) == [first]


def test_only_desks_are_offered_to_ask(world, client_of):
    assert "Susun laporan baru" in page(client_of(world.joko), "report-list")
    assert "Susun laporan baru" not in page(client_of(world.wati), "report-list")


@pytest.mark.slow
def test_its_queries_do_not_grow_with_its_rows(world, client_of):
    client = client_of(world.siti)
    for year in range(2018, 2020):
        make.ready_for(world, year)
    few = queries(client, "report-list")
    for year in range(2001, 2018):
        make.ready_for(world, year)

    assert queries(client, "report-list") == few <= 12
