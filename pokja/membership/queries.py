"""Who was a member on a day, with the office holder of that day behind ex-officio seats."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from focal_points.offices.models import Office, OfficeHolder
from focal_points.offices.nip_owners import bare_name
from focal_points.offices.queries import holders_on
from focal_points.opd.names import named_on
from pokja.decrees.models import TEAM_KINDS, Decree, Kind
from pokja.decrees.queries import in_force
from pokja.membership.models import Member, Standing
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Seat:
    """One line of the roster: the row, and who sat there on the day."""

    member: Member
    holder: OfficeHolder | None
    # The person named in the decree no longer holds the office it names.
    has_moved: bool = False
    # An office is called as on this day.
    day: dt.date | None = None

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
        office = self.member.office
        opd = self.member.opd or (office.opd if office else None)
        if opd is None:
            return self.member.institution
        return (named_on(opd, self.day) if self.day else opd).short_name

    @property
    def is_vacant(self) -> bool:
        """An office of the register that nobody held on the day."""
        return self.member.office is not None and not self.name


@dataclass(frozen=True)
class Remark:
    title: str
    text: str


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

    def remarks(self) -> list[Remark]:
        """Gaps and overlaps worth mending; none of them stops anybody."""
        if self.decree is None:
            return []
        if not self.seats:
            return [
                Remark("Susunan kosong", "SK berlaku, tetapi anggotanya belum dicatat.")
            ]
        found = [_about_chairs(self), _about_twice(self), _about_moved(self)]
        return [remark for remark in found if remark is not None]


def _about_chairs(roster: Roster) -> Remark | None:
    chairs = [s for s in roster.seats if s.member.standing == Standing.CHAIR]
    # Fasilitator are a list of people, not a team with somebody at its head.
    if roster.decree is not None and roster.decree.kind == Kind.FACILITATOR:
        return None
    if not chairs:
        return Remark("Belum ada Ketua", "Tidak ada anggota berkedudukan Ketua.")
    if len(chairs) > 1:
        names = ", ".join(seat.name or seat.position for seat in chairs)
        return Remark("Lebih dari satu Ketua", f"{names}. Akhiri yang sudah berganti.")
    return None


def _about_twice(roster: Roster) -> Remark | None:
    names = Counter(seat.name for seat in roster.seats if seat.name)
    twice = [name for name, times in names.items() if times > 1]
    if not twice:
        return None
    return Remark(
        "Tercatat lebih dari sekali",
        f"{', '.join(twice)}. Biarkan bila memang merangkap.",
    )


def _about_moved(roster: Roster) -> Remark | None:
    moved = [seat.name for seat in roster.seats if seat.has_moved]
    if not moved:
        return None
    return Remark(
        f"{len(moved)} anggota sudah mutasi",
        f"{', '.join(moved)} disebut namanya dalam SK, tetapi jabatannya kini dipegang "
        "orang lain. Akhiri keanggotaannya atau siapkan SK perubahan.",
    )


def members_on(region: Region, kind: str, day: dt.date) -> Roster:
    """Members by their own terms, under the chain of decrees in force on the day."""
    rows = list(
        Member.objects.filter(decree__region=region, decree__kind=kind)
        .on(day)
        .filter(decree__in=Decree.objects.in_force_on(day))
        .select_related("decree", "office__opd", "opd")
        .in_order()
    )
    offices = [row.office for row in rows if row.office is not None]
    holders = holders_on(offices, day) if offices else {}
    named = [row.office for row in rows if row.office is not None and row.name]
    held_by = _names_holding(named, day) if named else {}
    seats = tuple(_seat(row, holders, held_by, day) for row in rows)
    return Roster(day, in_force(region, kind, day), seats)


def _seat(
    row: Member,
    holders: dict[int, OfficeHolder],
    held_by: dict[int, set[str]],
    day: dt.date,
) -> Seat:
    if row.office_id is None:
        return Seat(row, None, day=day)
    if not row.name:
        return Seat(row, holders.get(row.office_id), day=day)
    names = held_by.get(row.office_id, set())
    has_moved = bool(names) and bare_name(row.name) not in names
    return Seat(row, None, has_moved=has_moved, day=day)


def _names_holding(offices: list[Office], day: dt.date) -> dict[int, set[str]]:
    """Also the definitive holder for whom a Plt. acts: he has not moved."""
    found: dict[int, set[str]] = {}
    rows = OfficeHolder.objects.filter(office__in=offices).holding_on(day)
    for office, name in rows.values_list("office_id", "name"):
        found.setdefault(office, set()).add(bare_name(name))
    return found


def changes_of(region: Region, kind: str, limit: int = 20) -> list[Member]:
    """Who joined after the decree began, or left: the latest change first."""
    moved = Q(end__isnull=False) | Q(start__gt=F("decree__effective_from"))
    rows = (
        Member.objects.filter(moved, decree__region=region, decree__kind=kind)
        .exclude(decree__effective_from=None)
        .select_related("decree", "end_decree", "office", "opd")
    )
    ordered = sorted(rows, key=lambda row: (row.end or row.start, row.pk), reverse=True)
    return ordered[:limit]


def teams_without_members(actor: Actor, day: dt.date) -> list[Decree]:
    """Base decrees in force of the own region under which nobody is recorded."""
    seated = (
        Member.objects.on(day)
        .filter(Q(decree=OuterRef("pk")) | Q(decree__base=OuterRef("pk")))
        .order_by()
    )
    rows = Decree.objects.owned_by(actor).in_force_on(day)
    return list(
        rows.filter(base=None, kind__in=TEAM_KINDS)
        .filter(~Exists(seated))
        .order_by("kind", "pk")
    )


def source_to_copy(decree: Decree) -> Decree | None:
    """The latest older decree of the same team that has members to carry over."""
    if decree.effective_from is None:
        return None
    older = Decree.objects.same_subject(decree).issued().exclude(pk=decree.pk)
    with_members = older.filter(
        Exists(Member.objects.filter(decree=OuterRef("pk"), end=None).order_by()),
        effective_from__lt=decree.effective_from,
        base=None,
    )
    if decree.base_id is not None:
        # An amendment is read together with its base: nothing is carried over.
        return None
    return with_members.order_by("-effective_from", "-pk").first()
