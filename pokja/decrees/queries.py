"""Reading decrees: what is in force, what ends soon, the chain of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import PROTECT, Model, Q

from focal_points.opd.models import Opd
from pokja.decrees.models import Decree, Kind, Relation, State
from pokja.decrees.validity import Register, Span, Term
from pug_portal.access.actor import Actor
from pug_portal.lib.pointing import relations_to
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
# What the list can be narrowed to; an amended decree is in force too.
STATUSES = (IN_FORCE, NOT_YET, EXPIRED, REPLACED, REVOKED, DRAFT)


def root_id(decree: Decree) -> int:
    return decree.base_id or decree.pk


def term_of(decree: Decree) -> Term:
    """Of a signed decree; `related` must be at hand where it replaces another."""
    replaced = decree.related if decree.relation == Relation.REPLACES else None
    return Term(
        key=decree.pk,
        start=decree.effective_from or dt.date.max,
        until=decree.effective_until,
        revoked_on=decree.revoked_on,
        base=decree.base_id,
        replaces=root_id(replaced) if replaced else None,
        label=str(decree),
    )


def register_of(decree: Decree) -> Register:
    """The signed decrees of the same kind and subject, for the pure rules."""
    rows = Decree.objects.same_subject(decree).issued().select_related("related")
    return Register(term_of(row) for row in rows)


def status_on(
    decree: Decree, day: dt.date, *, holds: bool, is_amended: bool = False
) -> Status:
    """Needs no query; `decree.base` is read only for an ended amendment."""
    if decree.state == State.DRAFT or decree.effective_from is None:
        return DRAFT
    if holds:
        return AMENDED if is_amended else IN_FORCE
    end = decree.ended_on
    if end is not None and (end <= day or end <= decree.effective_from):
        base = decree.base
        is_revoked = end in {decree.revoked_on, base.revoked_on if base else None}
        return REVOKED if is_revoked else REPLACED
    return NOT_YET if day < decree.effective_from else EXPIRED


class Holding(NamedTuple):
    """A decree in force, as the status of a register needs it."""

    pk: int
    base: int | None
    kind: str


def holding_in(region: Region, day: dt.date) -> list[Holding]:
    """All decrees of the region in force on `day`; one query."""
    rows = Decree.objects.filter(region=region).in_force_on(day).order_by()
    return [Holding(*row) for row in rows.values_list("pk", "base_id", "kind")]


def with_status(
    decrees: Iterable[Decree], day: dt.date, holding: list[Holding] | None = None
) -> list[Decree]:
    """Each row gets `status`: one query, however many rows, or none with `holding`."""
    rows = list(decrees)
    if holding is None:
        keys = [row.pk for row in rows]
        held = Decree.objects.in_force_on(day).order_by()
        links = held.filter(Q(pk__in=keys) | Q(base__in=keys))
        holding = [Holding(*row) for row in links.values_list("pk", "base_id", "kind")]
    in_force, amended = {row.pk for row in holding}, {row.base for row in holding}
    for row in rows:
        row.status = status_on(  # type: ignore[attr-defined]
            row, day, holds=row.pk in in_force, is_amended=row.pk in amended
        )
    return rows


def in_force(
    region: Region, kind: str, day: dt.date, opd: Opd | None = None
) -> Decree | None:
    """The base decree in force; its amendments are read together with it."""
    rows = Decree.objects.filter(region=region, kind=kind, opd=opd, base=None)
    return rows.in_force_on(day).order_by("-effective_from", "-pk").first()


def timeline(decree: Decree, actor: Actor, day: dt.date) -> list[Decree]:
    """What this actor may read of the same kind and subject, newest first."""
    rows = Decree.objects.readable_by(actor).same_subject(decree)
    ordered = sorted(
        rows.select_related("related", "base"),
        key=lambda row: (row.effective_from or dt.date.max, row.pk),
        reverse=True,
    )
    return with_status(ordered, day)


def gaps_of(decree: Decree, day: dt.date) -> list[Span]:
    """Days without any decree in force between the first one and `day`."""
    return register_of(decree).gaps(day)


def register(
    region: Region,
    on: dt.date,
    *,
    since: dt.date | None = None,
    to: dt.date | None = None,
) -> list[Decree]:
    """Decrees that held on some day of [since, to], by kind, then by date of signing.

    Each has its `status` on `on`: the table of decrees of the Pokja report.
    """
    since, to = since or on, to or on
    rows = list(
        Decree.objects.filter(region=region, effective_from__lte=to)
        .issued()
        .select_related("region", "opd", "scan", "related", "base")
    )
    subjects: dict[tuple[str, int | None], list[Decree]] = {}
    for row in rows:
        subjects.setdefault((row.kind, row.opd_id), []).append(row)
    held: list[Decree] = []
    for group in subjects.values():
        found = Register(term_of(row) for row in group)
        held += [r for r in group if found.held_between(term_of(r), since, to)]
    places = {kind: place for place, kind in enumerate(Kind.values)}
    held.sort(key=lambda row: (places[row.kind], row.signed_on or dt.date.max, row.pk))
    return with_status(held, on)


def missing_kinds(
    region: Region, day: dt.date, holding: list[Holding] | None = None
) -> list[Kind]:
    """Of the kinds every region needs, those without a decree in force."""
    holding = holding_in(region, day) if holding is None else holding
    held = {row.kind for row in holding}
    needed = (Kind.POKJA, Kind.TECHNICAL_TEAM, Kind.PUSPA)
    return [kind for kind in needed if kind not in held]


def hangs_on(decree: Decree) -> list[Model]:
    """Rows that hold this decree: shown before somebody deletes it.

    Its own text goes with it, and a reading lets it go.
    """
    found: dict[tuple[str, object], Model] = {}
    for relation in relations_to(Decree):
        if relation.on_delete is not PROTECT:
            continue
        model = relation.related_model
        named_by = [field.name for field in model._meta.fields if field.is_relation]
        rows = model._default_manager.filter(**{relation.field.name: decree})
        found |= {
            (row._meta.label, row.pk): row for row in rows.select_related(*named_by)
        }
    return list(found.values())
