"""Action plans of the driver offices under the RAD."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from pokja.programme import driver_actions
from pokja.programme.models import DriverPlan
from pug_portal.audit.models import Event
from tests.make import programme as make
from tests.pokja.decrees.told import refused


def test_a_plan_hangs_on_the_rad_of_its_year_and_holds_three_stages(world):
    rad = make.rad(world)
    plan = make.plan(world)
    for stage in ("persiapan", "implementasi", "monev"):
        make.step(world, plan, stage=stage)

    assert (plan.rad, plan.role_note) == (rad, "Memeriksa Renja.")
    assert plan.steps.count() == 3


def test_without_a_settled_rad_there_is_no_plan(world):
    make.rad(world, "draf")

    assert refused(lambda: make.plan(world)).field == "year"


@pytest.mark.slow
def test_only_driver_offices_have_one_and_only_once_a_year(world):
    make.rad(world)
    make.plan(world)

    assert refused(lambda: make.plan(world)).field == "opd"
    for opd in (world.dinkes, world.dinkes_rembang):
        told = refused(
            lambda opd=opd: driver_actions.add_driver_plan(
                region=world.blora, opd=opd, year=2021, by=world.siti
            )
        )
        assert told.field == "opd"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"stage": "penutup"}, "stage"),
        ({"action": ""}, "action"),
        ({"responsible": " "}, "responsible"),
    ],
)
def test_a_step_says_what_is_wrong_beside_the_field(world, facts, field):
    make.rad(world)
    plan = make.plan(world)

    assert refused(lambda: make.step(world, plan, **facts)).field == field


def test_role_and_steps_change_and_go_with_their_events(world):
    make.rad(world)
    plan = make.plan(world)
    step = make.step(world, plan)
    driver_actions.note_role(plan=plan, role_note="Menelaah Renja", by=world.joko)
    facts = {"stage": "monev", "action": "Rangkum", "responsible": "Bappeda"}
    driver_actions.change_step(step=step, by=world.siti, **facts)
    driver_actions.remove_step(step=step, by=world.siti)
    driver_actions.delete_driver_plan(plan=plan, reason="Salah", by=world.siti)

    assert not DriverPlan.objects.exists()
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {
        "driver.role_noted",
        "driver.step_changed",
        "driver.step_removed",
        "driver.deleted",
    } <= verbs


def test_strangers_write_nothing(world):
    make.rad(world)
    plan = make.plan(world)

    for stranger in (world.budi, world.prov, world.wati, world.ratih):
        with pytest.raises(PermissionDenied):
            driver_actions.note_role(plan=plan, role_note="x", by=stranger)
