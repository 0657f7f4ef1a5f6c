"""The register of office holders: one verb records a mutasi, another mends a mistake."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from focal_points.offices.models import Office, OfficeHolder
from focal_points.offices.nip import clean_nip
from focal_points.offices.nip_owners import check_nip_of
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

ADDED = Verb("office.added", "menambah jabatan {object}")
CHANGED = Verb("office.changed", "mengubah jabatan {object}")
HOLDER_RECORDED = Verb("office.holder_recorded", "mencatat {object}")
HOLDER_ENDED = Verb("office.holder_ended", "mengakhiri masa jabatan {object}")
HOLDER_CHANGED = Verb("office.holder_changed", "memperbaiki data {object}")

Kind = OfficeHolder.Kind


@transaction.atomic
def add_office(
    *, region: Region, title: str, by: Actor, kind: str = "lain", opd: Opd | None = None
) -> Office:
    require_in(by, region, Permission.OFFICE_EDIT)
    office = Office(region=region, title=" ".join(title.split()), kind=kind, opd=opd)
    _check_office(office)
    _save_office(office)
    record(by=by, verb=ADDED, obj=office, region=region)
    return office


@transaction.atomic
def change_office(*, office: Office, by: Actor, **facts: Any) -> Office:
    office = (
        Office.objects.select_for_update(of=("self",))
        .select_related("region", "opd")
        .get(pk=office.pk)
    )
    require_in(by, office.region, Permission.OFFICE_EDIT)
    if "title" in facts:
        facts["title"] = " ".join(facts["title"].split())
    changes = changed(office, facts)
    if not changes:
        return office
    for name, (_, value) in changes.items():
        setattr(office, name, value)
    _check_office(office)
    _save_office(office, list(changes))
    record(by=by, verb=CHANGED, obj=office, region=office.region, changes=changes)
    return office


@transaction.atomic
def record_holder(
    *,
    office: Office,
    name: str,
    sex: str,
    kind: str,
    start: dt.date,
    by: Actor,
    end: dt.date | None = None,
    nip: str = "",
    rank: str = "",
) -> OfficeHolder:
    """Mutasi in one verb: whoever still holds the office ends the day before.

    A definitive holder ends every open predecessor; a Plt. or Plh. ends only an open
    one of the same kind, for the definitive holder may merely be away.
    """
    office = (
        Office.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=office.pk)
    )
    require_in(by, office.region, Permission.OFFICE_EDIT)
    holder = OfficeHolder(
        office=office,
        name=" ".join(name.split()),
        nip=clean_nip(nip),
        rank=rank.strip(),
        sex=sex,
        kind=kind,
        start=start,
        end=end,
    )
    check_nip_of(holder, office.region)
    _check_holder(holder)
    _end_predecessors(holder, by)
    _refuse_overlap(holder)
    holder.save()
    record(
        by=by,
        verb=HOLDER_RECORDED,
        obj=holder,
        region=office.region,
        changes={"start": (None, start), "end": (None, end)},
    )
    return holder


@transaction.atomic
def change_holder(*, holder: OfficeHolder, by: Actor, **facts: Any) -> OfficeHolder:
    """Mends a typing error or sets the last day; the dates may not overlap others."""
    Office.objects.select_for_update().get(pk=holder.office_id)
    holder = (
        OfficeHolder.objects.select_for_update(of=("self",))
        .select_related("office__region")
        .get(pk=holder.pk)
    )
    require_in(by, holder.office.region, Permission.OFFICE_EDIT)
    if "nip" in facts:
        facts["nip"] = clean_nip(facts["nip"])
    changes = changed(holder, facts)
    if not changes:
        return holder
    for name, (_, value) in changes.items():
        setattr(holder, name, value)
    if changes.keys() & {"nip", "sex"}:
        check_nip_of(holder, holder.office.region)
    _check_holder(holder)
    _refuse_overlap(holder)
    holder.save(update_fields=list(changes))
    record(
        by=by,
        verb=HOLDER_CHANGED,
        obj=holder,
        region=holder.office.region,
        changes=changes,
    )
    return holder


def _check_office(office: Office) -> None:
    if not office.title:
        raise Refusal("Isi nama jabatan.", field="title")
    if office.kind == Office.Kind.HEAD_OF_OPD and office.opd is None:
        raise Refusal("Pilih OPD yang dikepalai jabatan ini.", field="opd")
    if office.opd is not None and office.opd.region_id != office.region_id:
        raise Refusal("OPD ini milik daerah lain.", field="opd")
    twins = Office.objects.filter(region=office.region, title__iexact=office.title)
    if twins.exclude(pk=office.pk).exists():
        raise _title_taken()


def _save_office(office: Office, update_fields: list[str] | None = None) -> None:
    try:
        with transaction.atomic():
            office.save(update_fields=update_fields)
    except IntegrityError as collision:
        raise _title_taken() from collision


def _title_taken() -> Refusal:
    return Refusal("Jabatan dengan nama ini sudah ada di daerah ini.", field="title")


def _check_holder(holder: OfficeHolder) -> None:
    if not holder.name:
        raise Refusal("Isi nama pejabat.", field="name")
    if holder.end is not None and holder.end < holder.start:
        raise Refusal(
            f"Tanggal berakhir mendahului tanggal mulai ({tanggal(holder.start)}).",
            field="end",
        )


def _end_predecessors(holder: OfficeHolder, by: Actor) -> None:
    still = holder.office.holders.filter(end=None, start__lt=holder.start)
    if holder.kind != Kind.DEFINITIVE:
        still = still.filter(kind=holder.kind)
    last_day = holder.start - dt.timedelta(days=1)
    for predecessor in still.select_for_update():
        predecessor.end = last_day
        predecessor.save(update_fields=["end"])
        record(
            by=by,
            verb=HOLDER_ENDED,
            obj=predecessor,
            region=holder.office.region,
            changes={"end": (None, last_day)},
        )


def _refuse_overlap(holder: OfficeHolder) -> None:
    """One definitive holder, one Plt. and one Plh. at a time."""
    others = holder.office.holders.filter(kind=holder.kind).exclude(pk=holder.pk)
    others = others.exclude(end__lt=holder.start)
    if holder.end is not None:
        others = others.filter(start__lte=holder.end)
    other = others.first()
    if other is None:
        return
    until = f"sampai {tanggal(other.end)}" if other.end else "sampai sekarang"
    field = "end" if other.start > holder.start else "start"
    raise Refusal(
        f"Masa jabatan bertumpang tindih dengan {other.name} "
        f"({other.get_kind_display()}, {tanggal(other.start)} {until}). "
        "Perbaiki salah satu tanggalnya.",
        field=field,
    )
