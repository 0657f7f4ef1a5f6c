"""Filling a table of one year and handing it in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from prasyarat.gender_data.checks import (
    check_known,
    check_ready,
    check_year,
    filled,
)
from prasyarat.gender_data.models import Figure, State, TableYear
from prasyarat.gender_data.places import region_axes
from prasyarat.gender_data.rights import Place, require_fill, require_write
from prasyarat.gender_data.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, Verb, record, record_all
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

SAVED = Verb("gender_table.saved", "mengisi tabel {object}")
SUBMITTED = Verb("gender_table.submitted", "mengajukan tabel {object}")
WITHDRAWN = Verb("gender_table.withdrawn", "menarik kembali tabel {object}")
MOVED_ON = (
    "Tabel ini diubah orang lain sejak Anda membukanya. Isian Anda masih di bawah; "
    "bandingkan dengan halaman tabelnya, lalu simpan lagi untuk memakai isian Anda."
)

Key = tuple[str, str]
Pair = tuple[Decimal | None, Decimal | None]


@transaction.atomic
def save_table(
    *,
    place: Place,
    year: int,
    figures: Mapping[Key, Pair],
    source: str,
    note: str,
    by: Actor,
    revision: int | None = None,
) -> TableYear:
    """`figures`: every category of the table; `revision`: of the page it was typed on."""
    require_fill(place, by)
    check_year(year)
    check_known(place.table, region_axes(place.region, place.table), figures)
    row = open_row(place, year)
    require_write(row, place, by)
    if revision is not None and revision != row.revision:
        raise Refusal(MOVED_ON)
    held = {(each.axis, each.category): each for each in figures_of(row)}
    changes = _changes(row, held, figures, source, note)
    if not changes and row.pk:
        return row
    sign(row, place, by)
    row.source, row.note = source.strip(), note.strip()
    row.save()
    write_figures(row, held, figures)
    # Sealed: the trail of the region would tell what the published table hides.
    region = place.region
    record(by=by, verb=SAVED, obj=row, region=region, changes=changes, sealed=True)
    return row


def open_row(place: Place, year: int) -> TableYear:
    """The row that may be written; its region stands locked for one not yet there."""
    Region.objects.select_for_update().get(pk=place.region.pk)
    rows = TableYear.objects.filter(
        region=place.region, table=place.table.code, year=year
    )
    row = rows.select_for_update(of=("self",)).first()
    if row is None:
        return TableYear(region=place.region, table=place.table.code, year=year)
    if not row.is_open:
        raise Refusal(
            f"Tabel ini berstatus «{row.get_state_display()}», jadi belum dapat diubah. "
            "Tarik kembali, atau minta pemeriksa membukanya."
        )
    row.region = place.region
    return row


def sign(row: TableYear, place: Place, by: Actor) -> None:
    row.supplier = place.supplier
    row.touched_at, row.touched_by = now(), by.user
    row.filled_role = by.role or ""
    row.revision += 1


def figures_of(row: TableYear) -> list[Figure]:
    return list(row.figures.all()) if row.pk else []


def write_figures(
    row: TableYear, held: Mapping[Key, Figure], figures: Mapping[Key, Pair]
) -> None:
    """Emptied categories go; the others are written in one statement."""
    emptied = [
        held[key].pk for key in held if key in figures and not filled(figures[key])
    ]
    Figure.objects.filter(pk__in=emptied).delete()
    Figure.objects.bulk_create(
        [
            Figure(table_year=row, axis=axis, category=category, men=men, women=women)
            for (axis, category), (men, women) in figures.items()
            if filled((men, women))
        ],
        update_conflicts=True,
        unique_fields=["table_year", "axis", "category"],
        update_fields=["men", "women"],
    )


def _changes(
    row: TableYear,
    held: Mapping[Key, Figure],
    figures: Mapping[Key, Pair],
    source: str,
    note: str,
) -> dict[str, tuple[Any, Any]]:
    found: dict[str, tuple[Any, Any]] = {}
    for name, new in (("source", source.strip()), ("note", note.strip())):
        if getattr(row, name) != new:
            found[name] = (getattr(row, name), new)
    return found | figure_changes(held, figures)


def figure_changes(
    held: Mapping[Key, Figure], figures: Mapping[Key, Pair]
) -> dict[str, tuple[Any, Any]]:
    """For the trail: «umur/0-4 L» from one number to another."""
    found: dict[str, tuple[Any, Any]] = {}
    for (axis, category), pair in figures.items():
        old = held[axis, category].pair if (axis, category) in held else (None, None)
        for sex, before, after in zip("LP", old, pair, strict=True):
            if before != after:
                name = f"{axis}/{category}" if axis else category
                found[f"{name} {sex}"] = (_told(before), _told(after))
    return found


def _told(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def locked(row: TableYear) -> TableYear:
    rows = TableYear.objects.select_for_update(of=("self",)).select_related("region")
    return rows.get(pk=row.pk)


@transaction.atomic
def submit_table(*, row: TableYear, place: Place, by: Actor) -> TableYear:
    row = locked(row)
    require_write(row, place, by)
    WORKFLOW.check(State(row.state), State.SUBMITTED, by=by)
    figures = {(each.axis, each.category): each.pair for each in figures_of(row)}
    check_ready(
        place.table, region_axes(place.region, place.table), figures, row.source
    )
    return move(
        row, State.SUBMITTED, SUBMITTED, by, submitted_at=now(), submitted_by=by.user
    )


@transaction.atomic
def withdraw_table(*, row: TableYear, place: Place, by: Actor) -> TableYear:
    row = locked(row)
    require_write(row, place, by)
    WORKFLOW.check(State(row.state), State.DRAFT, by=by)
    if row.filled_role != (by.role or ""):
        raise Refusal("Tabel ini ditarik oleh pengisinya; kembalikan dengan catatan.")
    return move(row, State.DRAFT, WITHDRAWN, by, submitted_at=None, submitted_by=None)


def move(
    row: TableYear, target: State, verb: Verb, by: Actor, reason: str = "", **facts: Any
) -> TableYear:
    old, row.state = State(row.state), target
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *facts])
    changes = {"status": (old.label, target.label)}
    region = row.region
    record(by=by, verb=verb, obj=row, region=region, changes=changes, reason=reason)
    return row


def record_saved(
    rows: list[tuple[TableYear, dict[str, tuple[Any, Any]]]],
    region: Region,
    by: Actor,
    reason: str,
) -> None:
    """One event per table that an import wrote."""
    entries = [Entry(SAVED, row, changes, reason, sealed=True) for row, changes in rows]
    record_all(by=by, region=region, entries=entries)
