"""Judging a produk hukum and following it up."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.regulations import evaluation_actions as actions
from pokja.regulations.queries import late_follow_ups
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import regulations as make


@pytest.fixture(autouse=True)
def in_2021(clock):
    clock("2021-02-01")


def test_an_evaluation_stands_in_the_trail_of_its_regulation(world):
    regulation = make.regulation(world)
    make.evaluation(world, regulation)

    event = Event.objects.get(verb="regulation.evaluated")
    assert event.object_id == str(regulation.pk)
    assert event.changes["penilaian"] == [None, "Belum optimal"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": dt.date(2021, 2, 2)}, "on"),
        ({"on": dt.date(2014, 3, 2)}, "on"),
        ({"text": " "}, "text"),
        ({"judged_by": ""}, "judged_by"),
    ],
)
def test_a_wrong_evaluation_is_refused_at_its_field(world, facts, field):
    with pytest.raises(Refusal) as refused:
        make.evaluation(world, make.regulation(world), **facts)

    assert refused.value.field == field


def test_a_double_click_leaves_one_evaluation(world):
    regulation = make.regulation(world)
    make.evaluation(world, regulation)

    with pytest.raises(Refusal):
        make.evaluation(world, regulation)

    assert regulation.evaluations.count() == 1


def test_a_draft_is_not_evaluated(world):
    with pytest.raises(Refusal):
        make.evaluation(world, make.regulation(world, draft=True))


def test_an_evaluation_that_was_followed_up_stays(world):
    regulation = make.regulation(world)
    evaluation = make.evaluation(world, regulation)
    make.follow_up(world, regulation, evaluation=evaluation)

    with pytest.raises(Refusal):
        actions.delete_evaluation(evaluation=evaluation, reason="salah", by=world.siti)


def test_a_follow_up_is_late_until_it_is_done(world):
    follow_up = make.follow_up(world, make.regulation(world))
    assert late_follow_ups(world.blora, dt.date(2021, 1, 1)).count() == 1

    actions.finish_follow_up(
        follow_up=follow_up, on=dt.date(2021, 1, 31), result="Terbit", by=world.joko
    )

    assert late_follow_ups(world.blora, dt.date(2021, 2, 1)).count() == 0


def test_it_is_finished_once(world):
    follow_up = make.follow_up(world, make.regulation(world))
    done = {"on": dt.date(2021, 1, 31), "result": "Terbit", "by": world.siti}
    actions.finish_follow_up(follow_up=follow_up, **done)

    with pytest.raises(Refusal, match="sudah selesai"):
        actions.finish_follow_up(follow_up=follow_up, **done)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"opd": None}, "opd"),
        ({"responsible": "DPRD"}, "responsible"),
        ({"text": ""}, "text"),
    ],
)
def test_a_follow_up_has_one_owner_and_words(world, facts, field):
    with pytest.raises(Refusal) as refused:
        make.follow_up(world, make.regulation(world), **facts)

    assert refused.value.field == field


def test_an_opd_of_another_region_is_refused(world):
    with pytest.raises(Refusal):
        make.follow_up(world, make.regulation(world), opd=world.dinkes_rembang)


def test_strangers_judge_and_finish_nothing(world):
    regulation = make.regulation(world)
    follow_up = make.follow_up(world, regulation)

    for who in (world.ratih, world.wati, world.prov, world.budi):
        with pytest.raises(PermissionDenied):
            actions.finish_follow_up(
                follow_up=follow_up, on=dt.date(2021, 1, 1), result="x", by=who
            )
        with pytest.raises(PermissionDenied):
            actions.evaluate(
                regulation=regulation,
                by=who,
                on=dt.date(2021, 1, 1),
                judged_by="x",
                verdict="optimal",
                text="x",
            )
