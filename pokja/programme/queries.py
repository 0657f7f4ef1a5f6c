"""Reading programmes and RAD: what is in force, lists for choosing, what a page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from focal_points.opd.models import Opd, OpdTag
from pokja.programme.choices import LineStatus, State
from pokja.programme.guard import today_in
from pokja.programme.models import (
    DriverPlan,
    LineRecord,
    Programme,
    ProgrammeLine,
    Rad,
)
from pokja.programme.realisation import ProgrammeRealisation, Realisation
from pug_portal.regions.models import Region

# The four driver offices, in the order they are named (domain: Tim Penggerak).
DRIVER_ROLES: dict[str, str] = {
    OpdTag.PLANNING: "Mengoordinasikan PUG, memeriksa Renstra dan Renja, memastikan "
    "isu gender masuk dalam perencanaan.",
    OpdTag.PPPA: "Memberi bantuan teknis gender, menyediakan data dan fasilitator.",
    OpdTag.FINANCE: "Memeriksa GBS sebagai lampiran RKA dan DPA.",
    OpdTag.INSPECTORATE: "Mengawasi, mereviu, dan mengaudit PPRG.",
}


def programme_of(region: Region, year: int) -> Programme | None:
    """The programme in force for a year."""
    return Programme.objects.in_force().filter(region=region, year=year).first()


def lines_of(programme: Programme, *, with_offices: bool = True) -> list[ProgrammeLine]:
    """With record, in one query, and with offices in two."""
    rows = programme.lines.select_related("progress_record", "root__progress_record")
    return list(rows.prefetch_related("executors") if with_offices else rows)


def lines_offered(region: Region) -> list[ProgrammeLine]:
    """Lines of every programme in force, newest year first: one query."""
    rows = ProgrammeLine.objects.filter(
        programme__region=region, programme__state=State.SETTLED
    ).select_related("programme", "root__programme")
    return list(rows.order_by("-programme__year", "order", "pk"))


def carried_out(roots: Iterable[int]) -> dict[int, list[ProgrammeLine]]:
    """By root of a RAD line: the yearly lines in force that break it down, in one query."""
    rows = ProgrammeLine.objects.filter(
        rad_line__in=list(roots), programme__state=State.SETTLED
    ).select_related("programme", "progress_record", "root__progress_record")
    found: dict[int, list[ProgrammeLine]] = {}
    for row in rows.order_by("programme__year", "order", "pk"):
        assert row.rad_line_id is not None  # noqa: S101 -- narrows for mypy
        found.setdefault(row.rad_line_id, []).append(row)
    return found


def line_in_force(key: int | None) -> ProgrammeLine | None:
    """The line as the version in force words it, else as the last settled one did."""
    if key is None:
        return None
    rows = ProgrammeLine.objects.filter(Q(pk=key) | Q(root=key))
    rows = rows.exclude(programme__state=State.DRAFT).select_related("programme")
    return rows.order_by("-programme__version").first()


def with_counts(rows: QuerySet[Programme]) -> QuerySet[Programme]:
    """How many lines, and how many are done, beside each version."""
    done = Q(lines__progress_record__status=LineStatus.DONE) | Q(
        lines__root__progress_record__status=LineStatus.DONE
    )
    return rows.annotate(
        line_count=Count("lines", distinct=True),
        done_count=Count("lines", filter=done, distinct=True),
    )


@dataclass(frozen=True)
class LineRow:
    """A line beside what hangs on it: for the table, the annex, the page of one."""

    number: int
    line: ProgrammeLine
    found: Realisation

    @property
    def record(self) -> LineRecord:
        return self.line.record


def line_rows(lines: list[ProgrammeLine], found: ProgrammeRealisation) -> list[LineRow]:
    return [LineRow(i, line, found.of(line)) for i, line in enumerate(lines, start=1)]


def status_counts(lines: list[ProgrammeLine]) -> list[tuple[LineStatus, int]]:
    held = [line.record.status for line in lines]
    return [(status, held.count(status)) for status in LineStatus if status in held]


def driver_opds(region: Region, day: dt.date) -> list[Opd]:
    """Offices with one of the four driver roles, in the order of the roles."""
    rows = Opd.objects.filter(region=region, tag__in=DRIVER_ROLES).existing_on(day)
    order = list(DRIVER_ROLES)
    return sorted(rows, key=lambda opd: (order.index(opd.tag), opd.name))


def usual_year(region: Region) -> int:
    """The year driver offices are planned in: this one, unless no RAD covers it."""
    this = today_in(region).year
    rads = Rad.objects.filter(region=region, state=State.SETTLED)
    if rads.filter(first_year__lte=this, last_year__gte=this).exists():
        return this
    rows = DriverPlan.objects.filter(region=region).order_by("-year")
    return rows.values_list("year", flat=True).first() or this
