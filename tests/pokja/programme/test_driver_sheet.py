"""Action plans of a year's driver offices through Excel."""

from __future__ import annotations

import datetime as dt

import pytest

from focal_points.opd.actions import change_opd
from focal_points.opd.models import Opd
from pokja.programme import driver_actions
from pokja.programme.driver_sheet import DriverImporter
from pokja.programme.models import DriverPlan, DriverStep
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import imports
from tests.make import programme as make

STEP = {
    "opd": "Bappeda",
    "stage": "implementasi",
    "action": "Memeriksa Renja",
    "responsible": "Bidang perencanaan sosial",
}


@pytest.fixture
def importer(world) -> DriverImporter:
    make_fp.opd(world.blora, "Inspektorat Daerah", "Inspektorat", "inspektorat")
    make_fp.opd(world.blora, "Badan Keuangan dan Aset", "BPKAD", "keuangan")
    make.rad(world)
    plan = make.plan(world)
    make.step(world, plan)
    make.step(world, plan, stage="monev", action="Merangkum telaah")
    return DriverImporter(world.blora, make.YEAR)


def test_an_unchanged_export_changes_nothing(importer, world):
    plan = imports.plan_of(importer, imports.edited(importer), world.siti)

    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 3}


@pytest.mark.slow
def test_a_new_office_comes_in_with_its_role_and_its_steps(importer, world):
    content = imports.edited(
        importer,
        lambda page: imports.add_row(
            page, importer, opd="Inspektorat", role_note="Mereviu PPRG.\nMengaudit."
        ),
        lambda page: imports.add_row(
            page, importer, **{**STEP, "opd": "Inspektorat", "target": "1 reviu"}
        ),
    )

    imports.apply(importer, content, world.siti)

    made = DriverPlan.objects.get(opd__short_name="Inspektorat")
    assert made.role_note == "Mereviu PPRG.\nMengaudit."
    assert (made.rad, made.made_by) == (importer.rad, world.siti.user)
    step = made.steps.get()
    assert (step.stage, step.order, step.target) == ("implementasi", 1, "1 reviu")
    told = Event.objects.filter(reason="Impor Excel: isian.xlsx")
    assert set(told.values_list("verb", flat=True)) == {
        "driver.added",
        "driver.step_added",
    }


@pytest.mark.slow
def test_steps_are_changed_and_follow_the_last_of_their_stage(importer, world):
    content = imports.edited(
        importer,
        beside=lambda page: (
            imports.put(page, importer, 2, target="2 dokumen"),
            imports.add_row(page, importer, **{**STEP, "stage": "persiapan"}),
        ),
    )

    imports.apply(importer, content, world.siti)

    first, second = DriverStep.objects.filter(stage="persiapan").order_by("order")
    assert (first.target, second.order) == ("2 dokumen", 2)
    changed = Event.objects.get(verb="driver.step_changed")
    assert changed.changes == {"target": ["1 dokumen", "2 dokumen"]}


def test_an_empty_role_leaves_the_one_that_is_written(importer, world):
    content = imports.edited(
        importer, lambda page: imports.put(page, importer, 2, role_note=None)
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert plan.to_do == 0
    assert not plan.is_wrong


@pytest.mark.slow
def test_a_step_that_changes_its_stage_stands_before_a_new_one(importer, world):
    content = imports.edited(
        importer,
        beside=lambda page: (
            imports.put(page, importer, 2, stage="implementasi"),
            imports.add_row(page, importer, **STEP),
        ),
    )

    imports.apply(importer, content, world.siti)

    moved, new = DriverStep.objects.filter(stage="implementasi").order_by("pk")
    assert (moved.order, new.order) == (1, 2)


@pytest.mark.slow
def test_all_errors_are_told_at_once_with_their_tab_and_cell(importer, world):
    content = imports.edited(
        importer,
        lambda page: (
            imports.put(page, importer, 2, opd="Inspektorat"),
            imports.add_row(page, importer, opd="Dinas Kesehatan"),
            imports.add_row(page, importer, opd="BPKAD"),
            imports.add_row(page, importer, opd="BPKAD"),
        ),
        lambda page: (
            imports.put(page, importer, 2, stage="penutup", responsible=None),
            imports.put(page, importer, 3, opd="BPKAD"),
            imports.add_row(page, importer, **{**STEP, "opd": "Dinsos P3A"}),
        ),
    )

    plan = imports.plan_of(importer, content, world.siti)

    told = {(p.tab, p.address): p.sentence for p in plan.problems}
    assert "tidak dapat diganti" in told.pop(("Peran", "B2"))
    assert "tidak ada dalam daftar" in told.pop(("Peran", "B3"))
    assert "sudah ada pada baris 4" in told.pop(("Peran", "B5"))
    assert "tidak ada dalam daftar" in told.pop(("Aksi", "C2"))
    assert "wajib diisi" in told.pop(("Aksi", "E2"))
    assert "tidak dapat dipindahkan" in told.pop(("Aksi", "B3"))
    assert "lembar «Peran»" in told.pop(("Aksi", "B4"))
    assert told == {}
    assert DriverPlan.objects.count() == 1


def test_an_office_that_has_its_plan_gets_no_second_one(importer, world):
    content = imports.edited(
        importer, lambda page: imports.add_row(page, importer, opd="Bappeda")
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert [str(p) for p in plan.problems] == [
        "Peran, B3: Rencana aksi Bappeda 2021 sudah ada"
    ]


@pytest.mark.slow
def test_offices_of_that_year_are_offered_and_what_is_held(importer, world):
    change_opd(opd=world.dinsos, active_to=dt.date(2015, 12, 31), by=world.siti)
    change_opd(opd=world.bappeda, tag="lain", by=world.siti)

    offered = importer.sheet.columns[0].kind.options

    assert world.dinsos.name not in offered
    assert world.bappeda.name in offered
    plan = imports.plan_of(importer, imports.edited(importer), world.siti)
    assert plan.counts["sama"] == 3


def test_plans_of_a_neighbour_stay_out(importer, world):
    DriverPlan.objects.update(region=world.rembang)

    assert imports.fresh(importer).documents == []
    assert imports.fresh(importer).hanging == []


@pytest.mark.slow
def test_what_was_read_before_the_lock_is_read_again(importer, world):
    content = imports.edited(
        importer, beside=lambda page: imports.add_row(page, importer, **STEP)
    )
    draft = imports.upload(importer, world.siti, content)
    importer.plan(imports.unpacked(draft.reading))
    make.step(world, DriverPlan.objects.get(), stage="implementasi")

    importer.lock()
    importer.write(
        importer.plan(imports.unpacked(draft.reading)), by=world.siti, reason="x"
    )

    orders = DriverStep.objects.filter(stage="implementasi").values_list("order")
    assert sorted(orders) == [(1,), (2,)]


def test_without_a_rad_no_plan_comes_in(importer, world):
    later = DriverImporter(world.blora, 2031)
    content = imports.edited(
        later, lambda page: imports.add_row(page, later, opd="Bappeda")
    )

    plan = imports.plan_of(later, content, world.siti)

    assert "Belum ada RAD PUG" in later.closed
    assert [p.address for p in plan.problems] == ["B2"]
    assert importer.closed == ""


def test_a_step_deleted_meanwhile_is_told_at_its_row(importer, world):
    content = imports.edited(
        importer, beside=lambda page: imports.put(page, importer, 2, target="x")
    )
    step = DriverStep.objects.get(stage="persiapan")
    driver_actions.remove_step(step=step, by=world.siti)

    plan = imports.plan_of(importer, content, world.siti)

    assert "tidak ada lagi" in next(plan.problems).sentence


@pytest.mark.slow
def test_as_many_queries_for_thirty_steps_as_for_three(importer, world):
    def asked(first: int, last: int) -> int:
        content = imports.edited(
            imports.fresh(importer),
            beside=lambda page: [
                imports.add_row(page, importer, **{**STEP, "action": f"Aksi {n}"})
                for n in range(first, last)
            ],
        )
        return imports.queries_to_apply(importer, content, world.siti)

    assert asked(0, 3) == asked(3, 33)


@pytest.mark.slow
def test_changed_plans_cost_as_many_queries_however_many(importer, world):
    for office in ("Inspektorat", "BPKAD", "Dinsos P3A"):
        opd = Opd.objects.get(region=world.blora, short_name=office)
        driver_actions.add_driver_plan(
            region=world.blora, opd=opd, year=make.YEAR, by=world.siti
        )

    def asked(count: int) -> int:
        content = imports.edited(
            imports.fresh(importer),
            lambda page: [
                imports.put(page, importer, row, role_note=f"Peran {count}")
                for row in range(2, 2 + count)
            ],
        )
        return imports.queries_to_apply(importer, content, world.siti)

    assert asked(1) == asked(4)
