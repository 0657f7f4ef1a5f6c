"""Mutasi: seats whose office is held by somebody else than when the decree began."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.offices.models import OfficeHolder
from focal_points.offices.nip_owners import bare_name
from pokja.decrees.models import TEAM_KINDS, Decree
from pokja.membership.models import Member
from pokja.membership.terms import joined_by_holder, signing_spans
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Move:
    """`needs_decree`: the decree names the one who left, so its text is out of date."""

    member: Member
    before: str
    now: OfficeHolder | None
    since: dt.date

    @property
    def needs_decree(self) -> bool:
        return bool(self.member.name)

    @property
    def title(self) -> str:
        return self.member.office.title if self.member.office else ""


def moves_since_decrees(region: Region, day: dt.date) -> list[Move]:
    """Of all teams in force on the day; those that need a new decree first."""
    rows = list(
        Member.objects.filter(decree__region=region, decree__kind__in=TEAM_KINDS)
        .on(day)
        .filter(decree__in=Decree.objects.in_force_on(day))
        .exclude(office=None)
        .select_related("decree", "office")
    )
    offices = {row.office_id for row in rows}
    holders: dict[int, list[OfficeHolder]] = {}
    held = OfficeHolder.objects.filter(office__in=offices, start__lte=day)
    for holder in held.select_related("office"):
        holders.setdefault(holder.office_id, []).append(holder)
    found = (_move_of(row, holders.get(row.office_id or 0, []), day) for row in rows)
    moves = [move for move in found if move is not None]
    return sorted(moves, key=lambda m: (not m.needs_decree, -m.since.toordinal()))


def _move_of(row: Member, holders: list[OfficeHolder], day: dt.date) -> Move | None:
    if row.name:
        return _named(row, holders, day)
    return _ex_officio(row, holders, day)


def _named(row: Member, holders: list[OfficeHolder], day: dt.date) -> Move | None:
    """The named person holds the office no more, also not beside a Plt."""
    holding = [holder for holder in holders if holder.holds_on(day)]
    wanted = bare_name(row.name)
    if not holding or wanted in {bare_name(holder.name) for holder in holding}:
        return None
    now = max(holding, key=lambda each: each.rank_of_signing)
    return Move(row, row.name, now, now.start)


def _ex_officio(row: Member, holders: list[OfficeHolder], day: dt.date) -> Move | None:
    """Who spoke for the office on the seat's first day, against who does today."""
    spans = joined_by_holder(signing_spans(holders))
    first = next((holder for span, holder in spans if row.start in span), None)
    last = next(((span, holder) for span, holder in spans if day in span), None)
    if first is None:
        return None
    if last is None:
        ended = [h.end for h in holders if h.end is not None]
        return Move(row, first.name, None, max(ended) + dt.timedelta(days=1))
    span, now = last
    if bare_name(now.name) == bare_name(first.name):
        return None
    return Move(row, first.name, now, span.first)


def needing_decree(region: Region, day: dt.date) -> int:
    """How many named members have left the office their decree gives them."""
    return sum(move.needs_decree for move in moves_since_decrees(region, day))
