"""The matrix of a region, and the gate of its files."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.appointments.scope import opd_ids_of
from focal_points.cascade.models import Answer, CascadeEntry, Plan
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

LOOKS = {
    Answer.YES: ("set", "circle-check"),
    Answer.PARTLY: ("kem", "circle-half-2"),
    Answer.NOT_YET: ("lat", "circle-x"),
}


@dataclass(frozen=True)
class Cell:
    plan: Plan
    entry: CascadeEntry | None

    @property
    def shown(self) -> str:
        """What stands: what Bappeda found, until then what the OPD says."""
        return (self.entry.found or self.entry.answer) if self.entry else ""

    @property
    def tone(self) -> str:
        return LOOKS[Answer(self.shown)][0] if self.shown else "bel"

    @property
    def icon(self) -> str:
        return LOOKS[Answer(self.shown)][1] if self.shown else "circle-dashed"

    @property
    def label(self) -> str:
        return Answer(self.shown).label if self.shown else "Kosong"

    @property
    def mark(self) -> str:
        if self.entry is None:
            return ""
        if not self.entry.found:
            return "belum ditinjau"
        return "sesuai" if self.entry.is_agreed else "berbeda"


@dataclass(frozen=True)
class Row:
    opd: Opd
    cells: list[Cell]


def matrix(actor: Actor, region: Region, year: int) -> list[Row]:
    offices = Opd.objects.filter(region=region).active_on(today())
    if actor.role in OPD_ROLES:
        offices = offices.filter(pk__in=opd_ids_of(actor))
    rows = CascadeEntry.objects.for_actor(actor).filter(opd__region=region, year=year)
    found = {(row.opd_id, row.plan): row for row in rows}
    return [
        Row(opd, [Cell(plan, found.get((opd.pk, plan))) for plan in Plan])
        for opd in offices.order_by("name", "pk")
    ]


def counts(rows: list[Row]) -> list[tuple[Plan, dict[str, int]]]:
    """Per plan how many offices stand where: {answer or "": number}."""
    told = []
    for place, plan in enumerate(Plan):
        shown = [row.cells[place].shown for row in rows]
        told.append((plan, {each: shown.count(each) for each in (*Answer.values, "")}))
    return told


def may_read(actor: Actor, file: StoredFile) -> bool:
    if actor.user is None or not can(actor, Permission.CASCADE_VIEW):
        return False
    rows = CascadeEntry.objects.for_actor(actor).filter(opd__region=actor.region)
    return rows.filter(file=file).exists()
