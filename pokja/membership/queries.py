"""Who was a member on a day, with the office holder of that day behind ex-officio seats."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.offices.models import OfficeHolder
from focal_points.offices.queries import holders_on
from pokja.decrees.models import Decree, Kind
from pokja.decrees.queries import in_force
from pokja.membership.models import Member
from pug_portal.regions.models import Region

# Decrees that appoint a team whose members are listed.
TEAM_KINDS = (Kind.POKJA, Kind.TECHNICAL_TEAM, Kind.DRIVER_TEAM, Kind.PUSPA)


@dataclass(frozen=True)
class Seat:
    """One line of the roster: the row, and who sat there on the day."""

    member: Member
    holder: OfficeHolder | None

    @property
    def name(self) -> str:
        return self.member.name or (self.holder.name if self.holder else "")

    @property
    def sex(self) -> str:
        return self.member.sex or (self.holder.sex if self.holder else "")

    @property
    def position(self) -> str:
        if self.holder is not None:
            return self.holder.title
        office = self.member.office
        return self.member.position or (office.title if office else "")

    @property
    def institution(self) -> str:
        return str(self.member.opd or self.member.institution)


@dataclass(frozen=True)
class Roster:
    """«Susunan per tanggal»: the decree in force and its seats in order."""

    day: dt.date
    decree: Decree | None
    seats: tuple[Seat, ...]

    def count(self, sex: str) -> int:
        return sum(seat.sex == sex for seat in self.seats)

    @property
    def men(self) -> int:
        return self.count("L")

    @property
    def women(self) -> int:
        return self.count("P")

    @property
    def unnamed(self) -> int:
        return self.count("")

    @property
    def is_empty_under_decree(self) -> bool:
        return self.decree is not None and not self.seats


def members_on(region: Region, kind: str, day: dt.date) -> Roster:
    """Members by their own terms, also those whose decree an amendment has carried on."""
    rows = list(
        Member.objects.filter(decree__region=region, decree__kind=kind)
        .on(day)
        .filter(decree__in=Decree.objects.in_force_on(day))
        .select_related("decree", "office__opd", "opd")
        .order_by("standing_order", "order", "pk")
    )
    offices = [row.office for row in rows if row.office is not None and not row.name]
    holders = holders_on(offices, day) if offices else {}
    seats = tuple(
        Seat(
            row, None if row.name or row.office is None else holders.get(row.office.pk)
        )
        for row in rows
    )
    return Roster(day, in_force(region, Kind(kind), day), seats)
