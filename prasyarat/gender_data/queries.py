"""Reading the tables of a region: what is there, what is owed, what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from focal_points.appointments.scope import opd_ids_of
from prasyarat.gender_data.definitions import Axis, Domain
from prasyarat.gender_data.grid import Figures, Grid, Pair, grid_of
from prasyarat.gender_data.loading import catalogue
from prasyarat.gender_data.models import HANDED_IN, Figure, State, TableDuty, TableYear
from prasyarat.gender_data.places import places_of
from prasyarat.gender_data.rights import Place, sees_plain
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

LOOKS = {
    State.DRAFT: ("draf", "Draf", "pencil"),
    State.SUBMITTED: ("aju", "Diajukan", "send"),
    State.NEEDS_WORK: ("kem", "Perlu perbaikan", "arrow-back-up"),
    State.VERIFIED: ("ver", "Terverifikasi", "shield-check"),
}
NOT_YET = ("bel", "Belum diisi", "circle-dashed")
LATE = ("lat", "Terlambat", "clock-exclamation")


@dataclass(frozen=True)
class Standing:
    """One table of a region: its years, and what is owed today."""

    place: Place
    years: dict[int, TableYear]
    today: dt.date

    @property
    def owed_year(self) -> int:
        return self.place.table.owed_year(self.today)

    @property
    def owed(self) -> TableYear | None:
        return self.years.get(self.owed_year)

    @property
    def due_on(self) -> dt.date:
        return self.place.table.due_on(self.owed_year)

    @property
    def is_late(self) -> bool:
        """Somebody owes it, and it was not handed in on its day."""
        if self.place.duty is None:
            return False
        return self.owed is None or self.owed.state not in HANDED_IN

    @property
    def days_late(self) -> int:
        return (self.today - self.due_on).days

    @property
    def published(self) -> TableYear | None:
        held = [row for row in self.years.values() if row.state == State.VERIFIED]
        return max(held, key=lambda row: row.year, default=None)

    @property
    def touched(self) -> TableYear | None:
        return max(self.years.values(), key=lambda row: row.touched_at, default=None)

    @cached_property
    def look(self) -> tuple[str, str, str]:
        """Of the owed year, for those who work on it."""
        if self.owed is not None:
            return LOOKS[State(self.owed.state)]
        return LATE if self.is_late else NOT_YET


@dataclass(frozen=True)
class Chapter:
    domain: Domain
    rows: list[Standing]


def standings(region: Region) -> list[Standing]:
    """Two queries, however many tables and years."""
    years: dict[str, dict[int, TableYear]] = {}
    for row in TableYear.objects.filter(region=region).order_by("table", "year"):
        years.setdefault(row.table, {})[row.year] = row
    day = today()
    return [
        Standing(place, years.get(code, {}), day)
        for code, place in places_of(region).items()
    ]


def chapters(rows: Iterable[Standing]) -> list[Chapter]:
    held = list(rows)
    found = [
        Chapter(domain, [row for row in held if row.place.table.domain == domain])
        for domain in catalogue().domains
    ]
    return [chapter for chapter in found if chapter.rows]


def is_mine(place: Place, actor: Actor) -> bool:
    """Tables a focal point or head of office answers for."""
    return actor.role in OPD_ROLES and place.opd_id in opd_ids_of(actor)


def late_tables(region: Region) -> list[Standing]:
    """The longest overdue first."""
    late = [row for row in standings(region) if row.is_late]
    return sorted(late, key=lambda row: (-row.days_late, row.place.table.code))


def waiting(actor: Actor) -> QuerySet[Any]:
    """The menu's number: overdue for the sekretariat and for its OPD, else to verify."""
    region = actor.region
    if region is None or not can(actor, Permission.GENDER_DATA_VIEW):
        return TableDuty.objects.none()
    if actor.role == Role.BAPPEDA:
        return to_judge(region, actor)
    if not can(actor, Permission.GENDER_DATA_FILL):
        return TableDuty.objects.none()
    late = late_duties(region)
    if actor.role == Role.FOCAL_POINT:
        return late.filter(opd__in=opd_ids_of(actor))
    return late


def late_duties(region: Region) -> QuerySet[TableDuty]:
    """The same as `late_tables`, as rows that are only counted."""
    tables = {table.code: table.owed_year(today()) for table in catalogue().tables}
    owed = Q(pk__in=[])
    for year in set(tables.values()):
        owed |= Q(year=year, table__in=[c for c, y in tables.items() if y == year])
    handed_in = TableYear.objects.filter(owed, region=region, state__in=HANDED_IN)
    duties = TableDuty.objects.filter(region=region, table__in=tables)
    return duties.exclude(table__in=handed_in.values("table"))


def to_judge(region: Region, actor: Actor) -> QuerySet[TableYear]:
    rows = TableYear.objects.filter(region=region, state=State.SUBMITTED)
    return rows.exclude(filled_role=actor.role or "")


def figures_of(rows: Iterable[TableYear]) -> dict[int, dict[tuple[str, str], Pair]]:
    """By primary key of the year: one query for all of them."""
    found: dict[int, dict[tuple[str, str], Pair]] = {row.pk: {} for row in rows}
    for figure in Figure.objects.filter(table_year__in=found).order_by("pk"):
        key = figure.axis, figure.category
        found[figure.table_year_id][key] = figure.pair
    return found


def shown_grid(
    row: TableYear, place: Place, axes: list[Axis], figures: Figures, actor: Actor
) -> Grid:
    """As this actor may see it."""
    below = None if sees_plain(row, place, actor) else catalogue().hidden_below
    return grid_of(place.table, axes, figures, hide_below=below)


def may_read(row: TableYear, place: Place, actor: Actor) -> bool:
    return row.state == State.VERIFIED or sees_plain(row, place, actor)
