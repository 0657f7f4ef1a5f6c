"""Counts by status of every region below: what a province may see at any time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, F, Q

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import LOOKS, Status
from focal_points.progress.models import Progress, State
from pokja.decrees.models import Decree, Kind
from pug_portal.access.actor import Actor
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Level, Region
from pug_portal.regions.moves import regions_below_on

Placed = tuple[Region, str]
SHOWN = (State.VERIFIED, State.SUBMITTED, State.RETURNED)


@dataclass
class RollupRow:
    """One kabupaten/kota, or for the nation one province with all below it."""

    region: Region
    opds: int = 0
    exempt: int = 0
    has_period: bool = False
    has_pokja_decree: bool = False
    states: Counter[str] = field(default_factory=Counter)

    @property
    def expected(self) -> int:
        return self.opds - self.exempt

    @property
    def verified(self) -> int:
        return self.states[State.VERIFIED]

    @property
    def submitted(self) -> int:
        return self.states[State.SUBMITTED]

    @property
    def returned(self) -> int:
        return self.states[State.RETURNED]

    @property
    def not_reported(self) -> int:
        return self.expected - self.verified - self.submitted - self.returned

    @property
    def parts(self) -> list[tuple[str, int]]:
        told = [(LOOKS[Status(state)][0], self.states[state]) for state in SHOWN]
        return [*told, ("bel", max(self.not_reported, 0))]


def rollup(actor: Actor, semester: Semester, day: dt.date) -> list[RollupRow]:
    """Rows in code order; the number of queries does not grow with the regions."""
    here = actor.region
    if here is None or not here.has_children:
        return []
    # As of the semester: a region that moved counts where it stood then.
    below = regions_below_on(here, min(semester.end, day))
    rows = {path: RollupRow(region) for region, path in _row_regions(here, below)}
    width = len(next(iter(rows), ""))
    key_of = {region.pk: path[:width] for region, path in below}
    known = {pk: path for pk, path in key_of.items() if path in rows}
    _count(rows, known, semester, day)
    return list(rows.values())


def _row_regions(here: Region, below: list[Placed]) -> list[Placed]:
    """The nation reads provinces first; a province its kabupaten/kota."""
    if here.level != Level.NATION:
        return below
    provinces = Region.objects.filter(level=Level.PROVINCE).order_by("path")
    return [(province, province.path) for province in provinces]


def _count(
    rows: dict[str, RollupRow],
    key_of: dict[int, str],
    semester: Semester,
    day: dt.date,
) -> None:
    ids = list(key_of)
    when = Q(period__year=semester.year, period__half=semester.half)
    opds = Opd.objects.filter(region__in=ids).active_on(semester.end)
    for region_id, number in _grouped(opds, "region"):
        rows[key_of[region_id]].opds += number
    reports = Progress.objects.filter(when, period__region__in=ids)
    counted = reports.order_by().values_list("period__region", "state")
    for region_id, state, number in counted.annotate(number=Count("pk")):
        rows[key_of[region_id]].states[state] += number
    periods = ReportingPeriod.objects.filter(
        region__in=ids, year=semester.year, half=semester.half
    ).annotate(exempt=Count("exemptions", filter=_of_existing_opd()))
    for region_id, exempt in periods.values_list("region", "exempt"):
        row = rows[key_of[region_id]]
        row.has_period, row.exempt = True, row.exempt + exempt
    decrees = Decree.objects.filter(region__in=ids, kind=Kind.POKJA).in_force_on(day)
    for region_id in decrees.values_list("region", flat=True):
        rows[key_of[region_id]].has_pokja_decree = True


def _of_existing_opd() -> Q:
    """An office that closed before the figures do is not expected, exempted or not."""
    last = "exemptions__opd__active_to"
    return Q(**{last: None}) | Q(**{f"{last}__gte": F("figures_as_of")})


def _grouped(rows: object, name: str) -> list[tuple[int, int]]:
    grouped = rows.order_by().values_list(name).annotate(number=Count("pk"))  # type: ignore[attr-defined]
    return list(grouped)
