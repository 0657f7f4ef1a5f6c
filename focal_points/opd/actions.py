"""Keeping the list of OPD."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

logger = logging.getLogger(__name__)

ADDED = Verb("opd.added", "menambah OPD {object}")
CHANGED = Verb("opd.changed", "mengubah OPD {object}")


@transaction.atomic
def add_opd(*, region: Region, by: Actor, **facts: Any) -> Opd:
    require_in(by, region, Permission.OPD_EDIT)
    opd = Opd(region=region, **_tidy(facts))
    _check(opd)
    _save(opd)
    record(by=by, verb=ADDED, obj=opd, region=region)
    return opd


@transaction.atomic
def change_opd(*, opd: Opd, by: Actor, **facts: Any) -> Opd:
    opd = (
        Opd.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=opd.pk)
    )
    require_in(by, opd.region, Permission.OPD_EDIT)
    facts = _tidy(facts)
    if opd.coming and "name" in facts and "coming" not in facts:
        # A slip is mended in the name of today; the announced one stays announced.
        facts["coming"] = {**opd.coming, "was": facts["name"]}
    changes = changed(opd, facts)
    if not changes:
        return opd
    for name, (_, value) in changes.items():
        setattr(opd, name, value)
    _check(opd)
    if "active_to" in changes and opd.pk in with_people_beyond([opd]):
        raise people_remain()
    _save(opd, update_fields=list(changes))
    told = _told(changes)
    record(by=by, verb=CHANGED, obj=opd, region=opd.region, changes=told)
    return opd


@transaction.atomic
def take_due_names(*, by: Actor) -> int:
    """Writes names that took effect, so that lists sort and search by them too.

    Every page reads them from their day on without this.
    """
    rows = Opd.objects.select_for_update(of=("self",)).exclude(coming={})
    due = [opd for opd in rows.select_related("region") if opd.has_new_name]
    for opd in list(due):
        try:
            _save(opd, update_fields=["name"])
        except Refusal:
            # Pages show the name without this; another region's names do not wait for it.
            logger.warning("OPD %s: the announced name is taken", opd.pk)
            due.remove(opd)
            continue
        told = {"name": (opd.former_names[-1]["name"], opd.name)}
        record(by=by, verb=CHANGED, obj=opd, region=opd.region, changes=told)
    return len(due)


def _told(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Former and announced names as people read them."""
    if "coming" in changes:
        old, new = (each.get("name", "") for each in changes["coming"])
        changes = {**changes, "coming": (old, new)}
    if "former_names" not in changes:
        return changes
    old, new = ([each["name"] for each in names] for names in changes["former_names"])
    return {**changes, "former_names": (old, new)}


def _tidy(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in facts.items()
    }


def _check(opd: Opd) -> None:
    check_facts(opd)
    # A name that another office has announced is taken as well.
    called = Q(name__iexact=opd.name) | Q(coming__name__iexact=opd.name)
    twins = Opd.objects.filter(called, region=opd.region, active_from=opd.active_from)
    if twins.exclude(pk=opd.pk).exists():
        raise name_taken()


def check_facts(opd: Opd) -> None:
    """What can be judged without looking at other rows."""
    if not opd.name:
        raise Refusal("Isi nama resmi OPD.", field="name")
    if opd.active_from and opd.active_to and opd.active_to < opd.active_from:
        raise Refusal(
            f"«Aktif sampai» mendahului «aktif sejak» ({tanggal(opd.active_from)}).",
            field="active_to",
        )


def with_people_beyond(opds: Iterable[Opd]) -> set[int]:
    """Offices whose people would outlast them: `active_to` as it stands on `opds`."""
    last = {opd.pk: opd.active_to for opd in opds if opd.active_to is not None}
    rows = Opd.objects.filter(pk__in=last, appointments__end_reason="")
    ends = rows.order_by().values_list("pk", "appointments__end")
    return {pk for pk, end in ends if end is None or end > last[pk]}


def people_remain() -> Refusal:
    return Refusal(
        "Masih ada orang yang ditunjuk di OPD ini sesudah tanggal itu. Catat "
        "penutupannya lewat «Perubahan OPD», agar penunjukannya ikut diakhiri.",
        field="active_to",
    )


def _save(opd: Opd, update_fields: list[str] | None = None) -> None:
    try:
        with transaction.atomic():
            opd.save(update_fields=update_fields)
    except IntegrityError as collision:
        raise name_taken() from collision


def name_taken() -> Refusal:
    return Refusal(
        "OPD dengan nama ini sudah ada di daerah ini. Ubah OPD itu, atau isi "
        "tanggal «aktif sejak» yang berbeda.",
        field="name",
    )
