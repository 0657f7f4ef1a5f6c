"""Decrees in force in a semester, the members of the day, and who signs the report."""

from __future__ import annotations

import datetime as dt

from focal_points.offices.models import OfficeHolder
from focal_points.opd.names import named_on
from pokja.decrees.models import Decree, Kind
from pokja.decrees.queries import register
from pokja.membership.models import Member, Standing
from pokja.reports.content import Signature
from pokja.reports.file_rows import file_row
from pokja.reports.rows import DecreeRow, FileRow, MemberRow
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

_SIGNING = (Standing.CHAIR, Standing.SECRETARY)


def decree_rows(
    region: Region, semester: Semester, on: dt.date
) -> tuple[DecreeRow, ...]:
    """Every decree that was in force on some day of the semester."""
    rows = register(region, on, since=semester.start, to=semester.end)
    day = min(on, semester.end)
    return tuple(_decree_row(decree, day) for decree in rows)


def _decree_row(decree: Decree, day: dt.date) -> DecreeRow:
    kind = decree.get_kind_display()
    if decree.opd:
        kind = f"{kind}: {named_on(decree.opd, day).short_name}"
    if decree.alias:
        kind = f"{kind} «{decree.alias}»"
    return DecreeRow(
        kind=kind,
        number=decree.number,
        signed_on=decree.signed_on,
        title=decree.title,
        signatory=_joined(decree.issuer_position, decree.signed_name),
        effective_from=decree.effective_from,
        effective_until=decree.effective_until,
        status=decree.status.label,  # type: ignore[attr-defined]
        scan=_scan(kind, decree),
        is_of_opd=decree.opd is not None,
    )


def _scan(kind: str, decree: Decree) -> FileRow | None:
    return file_row(kind, decree.scan, decree.number) if decree.scan else None


def member_rows(
    region: Region, on: dt.date
) -> tuple[tuple[MemberRow, ...], tuple[Signature, ...]]:
    """Members of the teams in force on the day, and the chair and secretary who sign."""
    members = list(
        Member.objects.filter(
            decree__in=Decree.objects.filter(region=region).in_force_on(on)
        )
        .on(on)
        .select_related("decree", "office", "opd")
    )
    order = {kind: place for place, kind in enumerate(Kind.values)}
    members.sort(key=lambda m: (order[m.decree.kind], m.rank.order, m.order, m.pk))
    holders = _holders(region, on)
    rows = tuple(_member_row(member, holders, on) for member in members)
    signers = tuple(
        _signature(member, holders)
        for standing in _SIGNING
        for member in members
        if member.standing == standing and member.decree.kind == Kind.POKJA
    )
    return rows, signers[:2]


def _holders(region: Region, on: dt.date) -> dict[int, OfficeHolder]:
    """Who holds each office: an acting holder stands in for the definitive one."""
    found: dict[int, OfficeHolder] = {}
    rows = OfficeHolder.objects.filter(office__region=region).holding_on(on)
    for holder in rows.select_related("office").order_by("start", "pk"):
        held = found.get(holder.office_id)
        if held is None or held.kind == OfficeHolder.Kind.DEFINITIVE:
            found[holder.office_id] = holder
    return found


def _member_row(
    member: Member, holders: dict[int, OfficeHolder], on: dt.date
) -> MemberRow:
    holder = _holder_of(member, holders)
    return MemberRow(
        team=member.decree.get_kind_display(),
        name=member.name or (holder.name if holder else ""),
        position=_position(member, holder),
        institution=_institution(member, on),
        sex=member.sex or (holder.sex if holder else ""),
        standing=_joined(member.rank.label, member.field),
        note="karena jabatan" if member.is_ex_officio else member.note,
    )


def _signature(member: Member, holders: dict[int, OfficeHolder]) -> Signature:
    holder = _holder_of(member, holders)
    return Signature(
        standing=member.rank.label,
        position=_position(member, holder),
        name=member.name or (holder.name if holder else ""),
        nip=member.nip or (holder.nip if holder else ""),
        rank=holder.rank if holder else "",
    )


def _holder_of(member: Member, holders: dict[int, OfficeHolder]) -> OfficeHolder | None:
    if member.name or member.office_id is None:
        return None
    return holders.get(member.office_id)


def _position(member: Member, holder: OfficeHolder | None) -> str:
    if holder:
        return holder.title
    return member.position or (member.office.title if member.office else "")


def _institution(member: Member, on: dt.date) -> str:
    if member.opd is None:
        return member.institution
    return member.institution or named_on(member.opd, on).short_name


def _joined(first: str, second: str) -> str:
    return f"{first}, {second}" if second else first
