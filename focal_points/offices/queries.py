"""Who holds an office on a day, and what stands under a signature."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When

from focal_points.offices.models import Office, OfficeHolder
from focal_points.offices.nip import spaced
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Signatory:
    """The lines of a signature block. Empty name: nobody is recorded for that day."""

    title: str
    name: str = ""
    rank: str = ""
    nip: str = ""

    @property
    def nip_line(self) -> str:
        return f"NIP {spaced(self.nip)}" if self.nip else ""


def holder_on(office: Office, day: dt.date) -> OfficeHolder | None:
    """A Plt. or Plh. wins over the definitive holder, who is away while one is valid."""
    holding = OfficeHolder.objects.filter(office=office).holding_on(day)
    return (
        holding.annotate(acting=_acting()).order_by("-acting", "-start", "-pk").first()
    )


def holders_on(offices: list[Office], day: dt.date) -> dict[int, OfficeHolder]:
    """The same for many offices, in one query: {office id: holder}."""
    holding = OfficeHolder.objects.filter(office__in=offices).holding_on(day)
    rows = holding.annotate(acting=_acting()).order_by("acting", "start", "pk")
    # Later rows overwrite earlier ones: the last is the one who signs.
    return {row.office_id: row for row in rows.select_related("office")}


def find_office(region: Region, kind: str, opd: Opd | None = None) -> Office | None:
    """The region's Bupati, Sekda …, or with `opd` its head."""
    offices = Office.objects.filter(region=region, kind=kind)
    if opd is not None:
        offices = offices.filter(opd=opd)
    return offices.order_by("pk").first()


def signatory(office: Office | None, day: dt.date) -> Signatory | None:
    """Signature block of an office on a day: «Plt. Kepala Bappeda», name, rank, NIP."""
    if office is None:
        return None
    holder = holder_on(office, day)
    if holder is None:
        return Signatory(title=office.title)
    # The holder carries the office it was read through: no second query for it.
    holder.office = office
    return Signatory(
        title=holder.title, name=holder.name, rank=holder.rank, nip=holder.nip
    )


def signatory_of(
    region: Region, kind: str, day: dt.date, opd: Opd | None = None
) -> Signatory | None:
    return signatory(find_office(region, kind, opd), day)


def office_list(
    actor: Actor, *, region: Region, words: str = "", kind: str = ""
) -> QuerySet[Office]:
    rows = Office.objects.for_actor(actor).filter(region=region)
    if kind:
        rows = rows.filter(kind=kind)
    for word in words.split():
        rows = rows.filter(title__icontains=word)
    return (
        rows.select_related("opd")
        .prefetch_related(Prefetch("holders", OfficeHolder.objects.order_by("-start")))
        .annotate(place=_place())
        .order_by("place", "title", "pk")
    )


def _acting() -> Case:
    return Case(
        When(kind=OfficeHolder.Kind.DEFINITIVE, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )


def _place() -> Case:
    """Head of the region first, as a letter lists them."""
    kinds = [
        When(kind=kind, then=Value(n)) for n, kind in enumerate(Office.Kind.values)
    ]
    return Case(*kinds, default=Value(99), output_field=IntegerField())
