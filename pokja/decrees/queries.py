"""Reading decrees: what is in force, what ends soon, the chain of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from focal_points.opd.models import Opd
from pokja.decrees.models import Decree, Kind, Relation, State
from pokja.decrees.validity import Term, gaps
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Status:
    """A computed status with its tone and icon for the badge."""

    code: str
    label: str
    tone: str
    icon: str

    @property
    def is_in_force(self) -> bool:
        return self.code in {"berlaku", "diubah"}


DRAFT = Status("rancangan", "Rancangan", "draf", "pencil")
IN_FORCE = Status("berlaku", "Berlaku", "set", "circle-check")
AMENDED = Status("diubah", "Berlaku, diubah", "set", "circle-half-2")
NOT_YET = Status("belum", "Belum berlaku", "aju", "clock")
REVOKED = Status("dicabut", "Dicabut", "lat", "circle-x")
REPLACED = Status("diganti", "Diganti", "bel", "arrows-exchange")
EXPIRED = Status("kedaluwarsa", "Kedaluwarsa", "lat", "clock-exclamation")


def term_of(decree: Decree) -> Term:
    start = decree.effective_from or dt.date.max
    return Term(
        key=decree.pk or 0,
        start=start,
        until=decree.effective_until,
        ended_on=decree.ended_on,
        label=str(decree),
        base=decree.related_id if decree.relation == Relation.AMENDS else None,
    )


def status_on(decree: Decree, day: dt.date, *, is_amended: bool = False) -> Status:
    """Needs no query; `is_amended` tells whether an amendment holds on `day`."""
    if decree.state == State.DRAFT:
        return DRAFT
    term = term_of(decree)
    if term.holds_on(day):
        return AMENDED if is_amended else IN_FORCE
    if day < term.start and not term.never_held:
        return NOT_YET
    if decree.ended_on is not None and decree.ended_on <= day:
        return REVOKED if decree.state == State.REVOKED else REPLACED
    return EXPIRED


def amended_ids(decrees: QuerySet[Decree], day: dt.date) -> set[int]:
    rows = decrees.in_force_on(day).filter(relation=Relation.AMENDS)  # type: ignore[attr-defined]
    return {pk for pk in rows.values_list("related_id", flat=True) if pk is not None}


def with_status(rows: list[Decree], day: dt.date, amended: set[int]) -> list[Decree]:
    for decree in rows:
        decree.status = status_on(decree, day, is_amended=decree.pk in amended)  # type: ignore[attr-defined]
    return rows


def in_force(
    region: Region, kind: Kind, day: dt.date, opd: Opd | None = None
) -> Decree | None:
    """The base decree in force; its amendments are read together with it."""
    rows = Decree.objects.filter(region=region, kind=kind, opd=opd).in_force_on(day)
    return rows.exclude(relation=Relation.AMENDS).order_by("-effective_from").first()


def same_subject(decree: Decree) -> QuerySet[Decree]:
    return Decree.objects.same_subject(decree)


def timeline(decree: Decree, day: dt.date) -> list[Decree]:
    """All decrees of the same kind and subject, oldest first, each with its status."""
    rows = same_subject(decree).select_related("related", "opd")
    ordered = sorted(rows, key=lambda row: (row.effective_from or dt.date.max, row.pk))
    return with_status(ordered, day, amended_ids(same_subject(decree), day))


def gaps_of(decree: Decree, day: dt.date) -> list[tuple[dt.date, dt.date]]:
    """Days without any decree in force between the first one and `day`."""
    terms = [term_of(row) for row in same_subject(decree).exclude(state=State.DRAFT)]
    if not terms:
        return []
    return gaps(terms, min(term.start for term in terms), day)


def expiring(actor: Actor, day: dt.date, days: int = 90) -> list[Decree]:
    """In force today, ending within `days`: the earliest end first."""
    rows = Decree.objects.owned_by(actor).in_force_on(day)
    soon = rows.filter(effective_until__lte=day + dt.timedelta(days=days))
    return list(soon.select_related("opd").order_by("effective_until", "pk"))


def missing_kinds(region: Region, day: dt.date) -> list[Kind]:
    """Of the kinds every region needs, those without a decree in force."""
    held = set(
        Decree.objects.filter(region=region)
        .in_force_on(day)
        .values_list("kind", flat=True)
    )
    needed = (Kind.POKJA, Kind.TECHNICAL_TEAM, Kind.PUSPA)
    return [kind for kind in needed if kind not in held]
