"""Who supplies which table."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from focal_points.opd.models import Opd
from prasyarat.gender_data.definitions import Table
from prasyarat.gender_data.loading import catalogue
from prasyarat.gender_data.models import TableDuty
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, Verb, record, record_all
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

ASSIGNED = Verb("gender_table.assigned", "menetapkan {object}")


@transaction.atomic
def assign_table(
    *, region: Region, table: Table, opd: Opd | None, institution: str, by: Actor
) -> TableDuty:
    require_in(by, region, Permission.GENDER_DATA_ASSIGN)
    name = institution.strip()
    if (opd is None) == (not name):
        raise Refusal(
            "Pilih satu OPD, atau tulis lembaga yang bukan OPD; salah satu saja.",
            field="opd",
        )
    if opd is not None and opd.region_id != region.pk:
        raise Refusal("OPD ini bukan milik daerah Anda.", field="opd")
    Region.objects.select_for_update().get(pk=region.pk)
    rows = TableDuty.objects.filter(region=region, table=table.code)
    duty = rows.select_related("opd").first() or TableDuty(
        region=region, table=table.code
    )
    old = duty.supplier if duty.pk else ""
    duty.opd, duty.institution = opd, name
    if duty.supplier == old:
        return duty
    duty.save()
    changes = {"pemasok": (old or None, duty.supplier)}
    record(by=by, verb=ASSIGNED, obj=duty, region=region, changes=changes)
    return duty


@transaction.atomic
def assign_usual(*, region: Region, by: Actor) -> int:
    """The usual supplier for every table that has none yet; how many were set."""
    require_in(by, region, Permission.GENDER_DATA_ASSIGN)
    Region.objects.select_for_update().get(pk=region.pk)
    held = set(TableDuty.objects.filter(region=region).values_list("table", flat=True))
    offices = list(
        Opd.objects.filter(region=region).active_on(today()).order_by("name", "pk")
    )
    made = []
    for table in catalogue().tables:
        if table.code not in held:
            opd = usual_office(table, offices)
            name = "" if opd else table.supplier
            made.append(
                TableDuty(region=region, table=table.code, opd=opd, institution=name)
            )
    TableDuty.objects.bulk_create(made)
    entries = [
        Entry(ASSIGNED, duty, {"pemasok": (None, duty.supplier)}) for duty in made
    ]
    record_all(by=by, region=region, entries=entries)
    return len(made)


def usual_office(table: Table, offices: Sequence[Opd]) -> Opd | None:
    """The office whose name says the task; the words of the file come in order."""
    for word in table.supplier_words:
        for opd in offices:
            if word in opd.name.casefold():
                return opd
    return None
