"""Recommendations while the minutes are written."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.meetings import recommendation_actions as actions
from pokja.meetings.rows import RecommendationFacts
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import meetings as make


@pytest.fixture
def running(world):
    return make.meeting_at("berlangsung", world)


def test_proposer_and_owner_are_offices_or_others(world, running):
    row = make.recommend(
        running,
        world,
        proposer_opd=None,
        proposer="PUSPA Ceria",
        responsible_opd=None,
        responsible="BPS Kabupaten Blora",
    )

    assert (row.proposed_by, row.owner) == ("PUSPA Ceria", "BPS Kabupaten Blora")
    assert row.number is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"proposer_opd": None}, "proposer"),
        ({"proposer": "PUSPA"}, "proposer"),
        ({"responsible_opd": None}, "responsible"),
        ({"responsible": "BPS"}, "responsible"),
        ({"due_on": None}, "due_on"),
        ({"due_on": dt.date(2020, 10, 25)}, "due_on"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(world, running, wrong, field):
    with pytest.raises(Refusal) as refused:
        make.recommend(running, world, **wrong)

    assert refused.value.field == field


def test_an_office_of_another_region_is_refused(world, running):
    with pytest.raises(Refusal, match="bukan OPD daerah ini"):
        make.recommend(running, world, responsible_opd=world.dinkes_rembang)


def test_a_double_click_adds_once(world, running):
    make.recommend(running, world)

    with pytest.raises(Refusal, match="sudah tercatat"):
        make.recommend(running, world)


def test_a_change_is_told_old_and_new(world, running):
    row = make.recommend(running, world)
    facts = RecommendationFacts(
        text="Menyusun GBS",
        proposer_opd=world.dlh,
        responsible_opd=world.bappeda,
        due_on=dt.date(2021, 1, 31),
    )

    actions.change_recommendation(recommendation=row, facts=facts, by=world.joko)

    event = Event.objects.get(verb="recommendation.changed")
    assert set(event.changes) == {"text", "responsible_opd", "due_on"}


def test_what_another_removed_meanwhile_is_said(world, running):
    row = make.recommend(running, world)
    actions.remove_recommendation(recommendation=row, by=world.joko)

    with pytest.raises(Refusal, match="sudah dihapus"):
        actions.remove_recommendation(recommendation=row, by=world.siti)


@pytest.mark.parametrize("who", ["ratih", "hasan", "wati", "budi", "prov"])
def test_others_remove_nothing(world, running, who):
    row = make.recommend(running, world)

    with pytest.raises(PermissionDenied):
        actions.remove_recommendation(recommendation=row, by=getattr(world, who))
