"""Who could sit in a team: office holders of today, people known from older decrees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from focal_points.offices.models import OfficeHolder
from focal_points.offices.nip_owners import bare_name
from pokja.decrees.models import Decree
from pokja.membership.models import Member
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import choices_of, usual_code


@dataclass(frozen=True)
class Candidate:
    """`key`: «j7» is the holder 7, «o9» the person of member row 9."""

    key: str
    label: str
    detail: str
    standing: str
    row: OfficeHolder | Member


def candidates_for(
    decree: Decree, day: dt.date, ranks: Sequence[Rank]
) -> list[Candidate]:
    """Without those who already sit there."""
    seated = Member.objects.filter(decree=decree)
    offices = {pk for pk in seated.values_list("office", flat=True) if pk}
    names = {bare_name(name) for name in seated.values_list("name", flat=True) if name}
    usual = usual_code(ranks)
    offered = {code: code for code, _ in choices_of(ranks)}
    return [
        *_holders(decree, day, offices, usual),
        *_people(decree, names, offered, usual),
    ]


def _holders(
    decree: Decree, day: dt.date, taken: set[int], usual: str
) -> list[Candidate]:
    rows = OfficeHolder.objects.filter(office__region=decree.region).holding_on(day)
    ordered = rows.select_related("office").order_by("office__title", "pk")
    found: dict[int, OfficeHolder] = {}
    for row in ordered:
        if row.office_id not in taken:
            found.setdefault(row.office_id, row)
    return [
        Candidate(f"j{row.pk}", row.office.title, row.name, usual, row)
        for row in found.values()
    ]


def _people(
    decree: Decree, taken: set[str], offered: dict[str, str], usual: str
) -> list[Candidate]:
    rows = Member.objects.filter(decree__region=decree.region).exclude(name="")
    found: dict[str, Member] = {}
    for row in rows.select_related("office", "opd").order_by("-start", "-pk"):
        if bare_name(row.name) not in taken:
            found.setdefault(bare_name(row.name), row)
    people = sorted(found.values(), key=lambda row: bare_name(row.name))
    return [
        Candidate(
            f"o{row.pk}", row.name, _detail(row), offered.get(row.rank.code, usual), row
        )
        for row in people
    ]


def _detail(row: Member) -> str:
    position = row.position or (row.office.title if row.office else "")
    institution = row.opd.short_name if row.opd else row.institution
    return ", ".join(part for part in (position, institution) if part)
