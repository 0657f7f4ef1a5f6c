"""All terms of one person or one position, across decrees, day by day exact."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.offices.models import Office, OfficeHolder
from focal_points.offices.nip_owners import bare_name
from focal_points.opd.names import named_on
from pokja.decrees.models import TEAM_KINDS, Decree
from pokja.decrees.queries import term_of
from pokja.decrees.validity import FOREVER, Register, Span
from pokja.membership.models import Member
from pokja.membership.terms import (
    joined_by_holder,
    overlaps,
    signing_spans,
    span_of,
    without,
)
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Term:
    """Days in one seat under one decree; `holder` where the seat came with an office."""

    span: Span
    member: Member
    holder: OfficeHolder | None = None

    @property
    def last(self) -> dt.date | None:
        return None if self.span.last == FOREVER else self.span.last

    @property
    def position(self) -> str:
        if self.holder is not None:
            return self.holder.title
        office = self.member.office
        return self.member.position or (office.title if office else "")

    @property
    def institution(self) -> str:
        """Its OPD as it was called in these days: «old → new» when that changed."""
        office = self.member.office
        opd = self.member.opd or (office.opd if office else None)
        if opd is None:
            return self.member.institution
        days = (self.span.first, self.last or max(today(), self.span.first))
        return " → ".join(dict.fromkeys(named_on(opd, day).name for day in days))

    def holds_on(self, day: dt.date) -> bool:
        return day in self.span


@dataclass(frozen=True)
class Story:
    """What the page of a person or position tells, newest first."""

    heading: str
    is_position: bool
    terms: tuple[Term, ...]
    holders: tuple[OfficeHolder, ...]

    @property
    def decree_count(self) -> int:
        return len({term.member.decree_id for term in self.terms})

    @property
    def since(self) -> dt.date | None:
        return min((term.span.first for term in self.terms), default=None)


def story_of(member: Member) -> Story:
    """Of the person, or of the position when the decree names nobody."""
    region = member.decree.region
    if member.name:
        return story_of_person(region, member.name, member.nip)
    return _story_of_position(region, member)


def story_of_person(region: Region, name: str, nip: str = "") -> Story:
    """Seats that name the person, and seats of offices the person held."""
    wanted = bare_name(name)
    seats = Seats(region)
    mine = [row for row in seats.named if _is_same(row, wanted, nip)]
    held = OfficeHolder.objects.filter(office__region=region).select_related("office")
    rows = list(held.order_by("-start", "-pk"))
    holders = [row for row in rows if _is_same(row, wanted, nip)]
    ids = {holder.pk for holder in holders}
    terms = [term for row in mine for term in seats.terms(row)]
    terms += [
        term
        for row in seats.ex_officio
        for term in seats.terms_through(row, rows)
        if term.holder is not None and term.holder.pk in ids
    ]
    return Story(name, False, _ordered(terms), tuple(holders))


def _is_same(row: Member | OfficeHolder, wanted: str, nip: str) -> bool:
    """One NIP is one person; without it the name without degrees decides."""
    if nip and row.nip:
        return row.nip == nip
    return bare_name(row.name) == wanted


def _story_of_position(region: Region, member: Member) -> Story:
    seats = Seats(region)
    holders = _holders_of(member.office)
    rows = [row for row in seats.ex_officio if _same_position(row, member)]
    terms = [term for row in rows for term in seats.terms_with_gaps(row, holders)]
    return Story(member.label, True, _ordered(terms), tuple(holders))


def _same_position(row: Member, member: Member) -> bool:
    if member.office_id is not None:
        return row.office_id == member.office_id
    alike = " ".join(row.position.casefold().split())
    wanted = " ".join(member.position.casefold().split())
    return row.office_id is None and alike == wanted and row.opd_id == member.opd_id


def _holders_of(office: Office | None) -> list[OfficeHolder]:
    if office is None:
        return []
    rows = OfficeHolder.objects.filter(office=office).select_related("office")
    return list(rows.order_by("-start", "-pk"))


def _ordered(terms: list[Term]) -> tuple[Term, ...]:
    newest = sorted(
        terms, key=lambda term: (term.span.first, term.member.pk), reverse=True
    )
    return tuple(newest)


class Seats:
    """The rows of a region's teams, and the days on which their decrees hold."""

    def __init__(self, region: Region) -> None:
        rows = list(
            Member.objects.filter(
                decree__region=region, decree__kind__in=TEAM_KINDS
            ).select_related("decree", "end_decree", "office__opd", "opd")
        )
        self.named = [row for row in rows if row.name]
        self.ex_officio = [row for row in rows if not row.name]
        decrees = Decree.objects.filter(region=region, kind__in=TEAM_KINDS).issued()
        kinds: dict[str, list[Decree]] = {}
        for decree in decrees.select_related("related"):
            kinds.setdefault(decree.kind, []).append(decree)
        self._registers = {
            kind: Register(term_of(decree) for decree in group)
            for kind, group in kinds.items()
        }

    def _days(self, row: Member) -> list[Span]:
        """The seat's own term, cut to the days on which its decree holds."""
        register = self._registers.get(row.decree.kind)
        if register is None or row.decree_id not in register.terms:
            return []
        held = register.days_of(register.terms[row.decree_id])
        return overlaps(span_of(row.start, row.end), held)

    def terms(self, row: Member) -> list[Term]:
        return [Term(span, row) for span in self._days(row)]

    def terms_through(self, row: Member, holders: list[OfficeHolder]) -> list[Term]:
        """Who sat there by office: one term for each holder and span."""
        if row.office_id is None:
            return []
        own = [holder for holder in holders if holder.office_id == row.office_id]
        found = []
        for span, holder in joined_by_holder(signing_spans(own)):
            found += [
                Term(part, row, holder) for part in overlaps(span, self._days(row))
            ]
        return found

    def terms_with_gaps(self, row: Member, holders: list[OfficeHolder]) -> list[Term]:
        """The same, and the days on which nobody is recorded in the office."""
        filled = self.terms_through(row, holders)
        taken = [term.span for term in filled]
        empty = [part for days in self._days(row) for part in without(days, taken)]
        return filled + [Term(part, row) for part in empty]
