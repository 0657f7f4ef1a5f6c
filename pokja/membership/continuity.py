"""Days a person was missing from a team between two terms, or sat in it twice. Pure, but for the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from focal_points.offices.models import OfficeHolder
from focal_points.offices.nip_owners import bare_name
from pokja.decrees.models import Kind
from pokja.decrees.validity import FOREVER, ONE_DAY, Span
from pokja.membership.models import Member
from pokja.membership.people import Seats, Term
from pokja.membership.terms import without
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Finding:
    """`seats`: those held at once; nothing for a gap."""

    team: Kind
    span: Span
    seats: tuple[Term, ...] = ()

    @property
    def is_gap(self) -> bool:
        return not self.seats

    @property
    def last(self) -> dt.date | None:
        """None for an overlap that lasts."""
        return None if self.span.last == FOREVER else self.span.last

    @property
    def days(self) -> int:
        return (self.span.last - self.span.first).days + 1


def findings_of(terms: Iterable[Term]) -> tuple[Finding, ...]:
    """Of one person, team by team, in the order of the days."""
    teams: dict[str, list[Term]] = {}
    for term in terms:
        teams.setdefault(term.member.decree.kind, []).append(term)
    found: list[Finding] = []
    for team, group in teams.items():
        found += _gaps(Kind(team), group) + _overlaps(Kind(team), group)
    return tuple(sorted(found, key=lambda each: (each.span, each.team)))


def _gaps(team: Kind, terms: Sequence[Term]) -> list[Finding]:
    spans = [term.span for term in terms]
    whole = Span(min(s.first for s in spans), max(s.last for s in spans))
    return [Finding(team, span) for span in without(whole, spans)]


def _overlaps(team: Kind, terms: Sequence[Term]) -> list[Finding]:
    """Days with more than one seat; neighbouring days with the same seats are one."""
    ordered = sorted(terms, key=lambda term: (term.span, term.member.pk))
    edges = {term.span.first for term in ordered}
    edges |= {t.span.last + ONE_DAY for t in ordered if t.span.last != FOREVER}
    days = sorted(edges)
    found = []
    for first, after in zip_longest(days, days[1:]):
        seats = tuple(term for term in ordered if first in term.span)
        if len(seats) > 1:
            last = after - ONE_DAY if after else FOREVER
            found.append(Finding(team, Span(first, last), seats))
    return found


@dataclass(frozen=True)
class Interrupted:
    """A person of the region whose terms do not follow one another; a row to link to."""

    name: str
    member: Member | None
    holder: OfficeHolder | None
    findings: tuple[Finding, ...]


def interrupted(region: Region) -> list[Interrupted]:
    """Everybody with a gap or an overlap; as many queries however many people."""
    seats = Seats(region)
    rows = OfficeHolder.objects.filter(office__region=region).select_related("office")
    holders = list(rows.order_by("-start", "-pk"))
    terms = {row: seats.terms(row) for row in seats.named}
    by_office: dict[OfficeHolder, list[Term]] = {}
    for row in seats.ex_officio:
        for term in seats.terms_through(row, holders):
            if term.holder is not None:
                by_office.setdefault(term.holder, []).append(term)
    found = []
    for person in _people([*seats.named, *by_office]):
        mine = [t for each in person for t in _terms_of(each, terms, by_office)]
        if told := findings_of(mine):
            found.append(_interrupted(person, told))
    return sorted(found, key=lambda each: each.name.casefold())


def _terms_of(
    each: Member | OfficeHolder,
    named: dict[Member, list[Term]],
    by_office: dict[OfficeHolder, list[Term]],
) -> list[Term]:
    return named[each] if isinstance(each, Member) else by_office[each]


def _interrupted(
    person: Sequence[Member | OfficeHolder], told: tuple[Finding, ...]
) -> Interrupted:
    member = next((each for each in person if isinstance(each, Member)), None)
    holder = next((each for each in person if isinstance(each, OfficeHolder)), None)
    return Interrupted(person[0].name, member, holder, told)


def _people(
    rows: Iterable[Member | OfficeHolder],
) -> list[list[Member | OfficeHolder]]:
    """One NIP is one person; without it the name without degrees decides."""
    found: dict[tuple[str, str], list[Member | OfficeHolder]] = {}
    by_nip: dict[str, tuple[str, str]] = {}
    by_name: dict[str, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda each: not each.nip):
        bare = bare_name(row.name)
        if row.nip:
            key = by_nip.setdefault(row.nip, (bare, row.nip))
        else:
            key = by_name.get(bare, (bare, ""))
        by_name.setdefault(bare, key)
        found.setdefault(key, []).append(row)
    return list(found.values())
