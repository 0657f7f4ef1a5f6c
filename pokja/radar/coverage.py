"""Who is missing: OPD without a focal point, members whose office the OPD list lacks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.appointments.queries import uncovered
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.opd.queries import active_on
from pokja.decrees.models import Kind
from pokja.membership.models import Member
from pokja.membership.queries import Seat, members_on
from pug_portal.regions.models import Region

# How the offices of a region call themselves; BPS or Kemenag do not.
REGIONAL_WORDS = (
    "dinas",
    "badan",
    "inspektorat",
    "sekretariat daerah",
    "sekretariat dprd",
    "bagian",
    "kecamatan",
    "satpol",
    "satuan polisi",
    "rsud",
    "setda",
    "bappeda",
    "bapperida",
)
# They start like an office of the region, but answer to Jakarta.
NATIONAL_WORDS = ("badan pusat statistik", "badan narkotika", "badan pertanahan")


@dataclass(frozen=True)
class Unlinked:
    """A member's office that is not linked to the OPD list."""

    member: Member
    institution: str
    match: Opd | None
    closed_on: dt.date | None = None

    @property
    def is_regional(self) -> bool:
        return looks_regional(self.institution)

    @property
    def needs_work(self) -> bool:
        closed = self.closed_on is not None
        return closed or self.match is not None or self.is_regional


@dataclass(frozen=True)
class Coverage:
    day: dt.date
    opd_count: int
    without_focal_point: tuple[Opd, ...]
    unlinked: tuple[Unlinked, ...]
    outside: tuple[Unlinked, ...]
    has_decree: bool

    @property
    def covered(self) -> int:
        return self.opd_count - len(self.without_focal_point)


def looks_regional(institution: str) -> bool:
    words = " ".join(institution.casefold().split())
    if words.startswith(NATIONAL_WORDS):
        return False
    return words.startswith(REGIONAL_WORDS)


def coverage(region: Region, day: dt.date) -> Coverage:
    roster = members_on(region, Kind.POKJA, day)
    by_name = _by_name(region, day)
    found = [_unlinked(seat, by_name, day) for seat in roster.seats]
    rows = [row for row in found if row is not None]
    return Coverage(
        day=day,
        opd_count=active_on(region, day).count(),
        without_focal_point=tuple(
            named_on(opd, day) for opd in uncovered(region, day).order_by("name", "pk")
        ),
        unlinked=tuple(row for row in rows if row.needs_work),
        outside=tuple(row for row in rows if not row.needs_work),
        has_decree=roster.decree is not None,
    )


def _by_name(region: Region, day: dt.date) -> dict[str, Opd]:
    """Official, short and other names of the OPD that exist on the day."""
    found: dict[str, Opd] = {}
    for opd in Opd.objects.filter(region=region).existing_on(day):
        for name in (opd.name, opd.short_name, *opd.aliases):
            found.setdefault(" ".join(str(name).casefold().split()), opd)
    return found


def _unlinked(seat: Seat, by_name: dict[str, Opd], day: dt.date) -> Unlinked | None:
    member = seat.member
    opd = member.opd or (member.office.opd if member.office else None)
    if opd is not None:
        if opd.exists_on(day):
            return None
        return Unlinked(member, named_on(opd, day).name, None, opd.active_to)
    institution = member.institution or _office_in(seat.position)
    if not institution:
        return None
    match = by_name.get(" ".join(institution.casefold().split()))
    return Unlinked(member, institution, match and named_on(match, day))


def _office_in(position: str) -> str:
    """«Kepala Dinas Kesehatan» names its office; «Bupati Blora» has none."""
    for word in ("Plt. ", "Plh. "):
        position = position.removeprefix(word)
    for head in ("Kepala ", "Sekretaris ", "Camat ", "Direktur "):
        rest = position.removeprefix(head)
        if rest != position:
            name = f"Kecamatan {rest}" if head == "Camat " else rest
            return name if looks_regional(name) else ""
    return position if position.casefold().startswith("inspekt") else ""
