"""Rencana aksi OPD penggerak and its role of the year."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from focal_points.opd.models import Opd
from pokja.programme.choices import Stage
from pokja.programme.guard import (
    check_year,
    lock_region,
    next_order,
    required,
    still_there,
    tidy,
)
from pokja.programme.models import DriverPlan, DriverStep
from pokja.programme.queries import DRIVER_ROLES
from pokja.programme.rad_actions import rad_of
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.regions.models import Region

ADDED = Verb("driver.added", "membuat {object}")
ROLE_NOTED = Verb("driver.role_noted", "mencatat peran dalam {object}")
DELETED = Verb("driver.deleted", "menghapus {object}")
STEP_ADDED = Verb("driver.step_added", "menambah aksi {object}")
STEP_CHANGED = Verb("driver.step_changed", "mengubah aksi {object}")
STEP_REMOVED = Verb("driver.step_removed", "menghapus aksi {object}")

MAY = Permission.PROGRAMME_EDIT


@transaction.atomic
def add_driver_plan(
    *, region: Region, opd: Opd, year: int, by: Actor, role_note: str = ""
) -> DriverPlan:
    region = lock_region(region, by, MAY)
    check_year(year, "year")
    if opd.region_id != region.pk or opd.tag not in DRIVER_ROLES:
        raise Refusal(
            "Pilih salah satu OPD penggerak daerah ini: perencanaan, pemberdayaan "
            "perempuan, keuangan, atau inspektorat.",
            field="opd",
        )
    rad = rad_of(region, year)
    if rad is None:
        raise no_rad(year)
    if DriverPlan.objects.filter(opd=opd, year=year).exists():
        raise already_planned(opd, year)
    plan = DriverPlan.objects.create(
        region=region,
        opd=opd,
        year=year,
        rad=rad,
        role_note=role_note.strip(),
        made_by=by.user,
    )
    record(by=by, verb=ADDED, obj=plan, region=region)
    return plan


def already_planned(opd: Opd, year: int) -> Refusal:
    return Refusal(f"Rencana aksi {opd.short_name} {year} sudah ada.", field="opd")


def no_rad(year: int) -> Refusal:
    return Refusal(
        f"Belum ada RAD PUG yang ditetapkan untuk tahun {year}. Rencana aksi OPD "
        "penggerak disusun di bawah RAD.",
        field="year",
    )


@transaction.atomic
def note_role(*, plan: DriverPlan, role_note: str, by: Actor) -> DriverPlan:
    plan = _locked(plan, by)
    told = changed(plan, {"role_note": role_note.strip()})
    if told:
        plan.role_note = role_note.strip()
        plan.save(update_fields=["role_note"])
        record(by=by, verb=ROLE_NOTED, obj=plan, region=plan.region, changes=told)
    return plan


@transaction.atomic
def delete_driver_plan(*, plan: DriverPlan, reason: str, by: Actor) -> None:
    plan = _locked(plan, by)
    if not reason.strip():
        raise Refusal("Tulis alasan rencana aksi dihapus.", field="reason")
    record(
        by=by,
        verb=DELETED,
        obj=plan,
        region=plan.region,
        changes={"steps": (plan.steps.count(), None)},
        reason=reason.strip()[:250],
    )
    plan.delete()


@transaction.atomic
def add_step(*, plan: DriverPlan, by: Actor, **facts: Any) -> DriverStep:
    plan = _locked(plan, by)
    step = DriverStep(plan=plan, **judge_step(facts))
    step.order = next_order(plan.steps.filter(stage=step.stage))
    step.save()
    record(by=by, verb=STEP_ADDED, obj=step, region=plan.region)
    return step


@transaction.atomic
def change_step(*, step: DriverStep, by: Actor, **facts: Any) -> DriverStep:
    step = still_there(step, "plan")
    plan = _locked(step.plan, by)
    told = changed(step, judge_step(facts))
    if told:
        for name, (_, value) in told.items():
            setattr(step, name, value)
        step.save()
        record(by=by, verb=STEP_CHANGED, obj=step, region=plan.region, changes=told)
    return step


@transaction.atomic
def remove_step(*, step: DriverStep, by: Actor) -> None:
    step = still_there(step, "plan")
    plan = _locked(step.plan, by)
    record(by=by, verb=STEP_REMOVED, obj=step, region=plan.region)
    step.delete()


def _locked(plan: DriverPlan, by: Actor) -> DriverPlan:
    region = lock_region(plan.region, by, MAY)
    found = DriverPlan.objects.select_related("opd").filter(pk=plan.pk).first()
    if found is None:
        raise Refusal("Rencana aksi ini sudah dihapus oleh orang lain.")
    found.region = region
    return found


def judge_step(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts as they are kept. Raises Refusal with its field; asks no query."""
    facts = tidy(facts, frozenset())
    if facts.get("stage") not in Stage:
        raise Refusal("Pilih tahapnya.", field="stage")
    required(facts, "action", "Tulis aksinya.")
    required(facts, "responsible", "Tulis siapa yang bertanggung jawab.")
    return facts
