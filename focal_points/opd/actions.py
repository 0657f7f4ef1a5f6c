"""Keeping the list of OPD."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.regions.models import Region

ADDED = Verb("opd.added", "menambah OPD {object}")
CHANGED = Verb("opd.changed", "mengubah OPD {object}")


@transaction.atomic
def add_opd(*, region: Region, by: Actor, **facts: Any) -> Opd:
    require(by, Permission.OPD_EDIT)
    twin = Opd.objects.filter(region=region, name__iexact=facts["name"])
    if twin.filter(active_from=facts.get("active_from")).exists():
        raise Refusal(
            "OPD dengan nama ini sudah ada di daerah Anda. Ubah OPD itu, atau isi "
            "tanggal «aktif sejak» yang berbeda.",
            field="name",
        )
    opd = Opd.objects.create(region=region, **facts)
    record(by=by, verb=ADDED, obj=opd, region=region)
    return opd


@transaction.atomic
def change_opd(*, opd: Opd, by: Actor, **facts: Any) -> Opd:
    require(by, Permission.OPD_EDIT)
    opd = Opd.objects.select_for_update().get(pk=opd.pk)
    changes = changed(opd, facts)
    if changes:
        for name, value in facts.items():
            setattr(opd, name, value)
        opd.save(update_fields=list(changes))
        record(by=by, verb=CHANGED, obj=opd, region=opd.region, changes=changes)
    return opd
