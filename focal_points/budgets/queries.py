"""The recap of a year, the trend over years, what the regions below have sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.appointments.scope import opd_ids_of
from focal_points.budgets.models import ArgBudget, ArgRecap
from focal_points.budgets.sums import Group, groups, share_of
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import EMPTY, rupiah
from pug_portal.regions.models import Region
from pug_portal.regions.moves import below_on

YEARS = 5


@dataclass(frozen=True)
class Row:
    opd: Opd
    budget: ArgBudget | None

    @property
    def share(self) -> str:
        return share_of(self.budget) if self.budget else EMPTY

    @property
    def dpa(self) -> str:
        return rupiah(self.budget.dpa_arg if self.budget else None)

    @property
    def dppa(self) -> str:
        return rupiah(self.budget.dppa_arg if self.budget else None)

    @property
    def realized(self) -> str:
        return rupiah(self.budget.realized if self.budget else None)


@dataclass(frozen=True)
class Recap:
    rows: list[Row]
    groups: list[Group]

    @property
    def is_mixed(self) -> bool:
        return len(self.groups) > 1

    @property
    def missing(self) -> int:
        return sum(row.budget is None or row.budget.arg is None for row in self.rows)


def recap(actor: Actor, region: Region, year: int) -> Recap:
    """Every active OPD, also those that have not written anything: alphabetical."""
    offices = Opd.objects.filter(region=region).active_on(today())
    if actor.role in OPD_ROLES:
        offices = offices.filter(pk__in=opd_ids_of(actor))
    budgets = ArgBudget.objects.for_actor(actor).filter(opd__region=region, year=year)
    by_opd = {budget.opd_id: budget for budget in budgets}
    rows = [Row(opd, by_opd.get(opd.pk)) for opd in offices.order_by("name", "pk")]
    return Recap(rows, groups(row.budget for row in rows if row.budget))


def trend(actor: Actor, region: Region, last: int) -> list[tuple[int, list[Group]]]:
    """Five years, each apart per kind of denominator."""
    years = range(last - YEARS + 1, last + 1)
    rows = ArgBudget.objects.for_actor(actor).filter(
        opd__region=region, year__in=list(years)
    )
    by_year: dict[int, list[ArgBudget]] = {}
    for row in rows:
        by_year.setdefault(row.year, []).append(row)
    return [(year, groups(by_year[year])) for year in years if year in by_year]


@dataclass(frozen=True)
class Sent:
    recap: ArgRecap
    groups: list[Group]


def sent_below(region: Region, year: int) -> list[Sent]:
    """The last recap of each region below, by name: shares of unlike kinds have no rank.

    As of the end of the year: a region that moved since stays where it stood then.
    """
    day = min(dt.date(year, 12, 31), today())
    rows = ArgRecap.objects.filter(
        below_on(region, day, region="region"), year=year
    ).select_related("region")
    newest: dict[int, ArgRecap] = {}
    for row in rows.order_by("sent_at", "pk"):
        newest[row.region_id] = row
    ordered = sorted(newest.values(), key=lambda each: each.region.name)
    return [Sent(row, [Group(**each) for each in row.groups]) for row in ordered]


def kinds_of(sent: list[Sent]) -> set[str]:
    return {group.denominator for each in sent for group in each.groups}


def last_sent(region: Region, year: int) -> ArgRecap | None:
    rows = ArgRecap.objects.filter(region=region, year=year)
    return rows.select_related("sent_by").order_by("-sent_at", "-pk").first()
