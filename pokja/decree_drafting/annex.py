"""The lampiran: the members of a decree in order, as the register holds them."""

from __future__ import annotations

from dataclasses import dataclass

from pokja.decrees.models import Decree
from pokja.membership.models import Member
from pokja.membership.sheet import institution_of, position_of


@dataclass(frozen=True)
class AnnexRow:
    number: int
    name: str
    position: str
    institution: str
    standing: str
    note: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            f"{self.number}.",
            self.name,
            self.position,
            self.institution,
            self.standing,
            self.note,
        )


def members_of(decree: Decree) -> list[Member]:
    rows = Member.objects.filter(decree=decree, end=None)
    ordered = rows.in_order()
    return list(ordered.select_related("office__opd", "opd"))


def annex_of(members: list[Member]) -> list[AnnexRow]:
    return [_row(number, member) for number, member in enumerate(members, 1)]


def _row(number: int, member: Member) -> AnnexRow:
    standing = str(member.rank.label)
    return AnnexRow(
        number=number,
        name=member.name,
        position=position_of(member),
        institution=institution_of(member) or _office_opd(member),
        standing=f"{standing} {member.field}".strip(),
        note=member.note,
    )


def _office_opd(member: Member) -> str:
    office = member.office
    return office.opd.name if office is not None and office.opd is not None else ""
