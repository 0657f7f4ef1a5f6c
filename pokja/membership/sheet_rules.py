"""The rules of members on the rows of a workbook, and the rows as members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from focal_points.offices.nip import check_nip
from focal_points.offices.nip_owners import names_by_nip, refuse_others_nip
from pokja.membership.actions import check_facts, seat_taken
from pokja.membership.models import SEAT, Member
from pug_portal.access.refusal import Refusal
from pug_portal.imports.writing import duplicate
from pug_portal.lib.sheets import Row

if TYPE_CHECKING:
    from pokja.membership.sheet import MemberImporter

# Columns that are written into the field of their own name.
PLAIN = ("name", "sex", "nip", "field", "end", "end_reason", "note")
LONGEST_INSTITUTION = 150
_rest_of_seat = attrgetter(*(name for name in SEAT if name != "rank_id"))
_COLUMN_OF = {"office": "position", "opd": "institution"}


def member_of(importer: MemberImporter, row: Row) -> Member:
    """The row as a member, unsaved. What the row does not change stays as it was."""
    member = duplicate(row.obj or importer.blank)
    touched = row.values if row.is_new else row.changed
    for name in PLAIN:
        if name in touched:
            setattr(member, name, row.values[name])
    if "standing" in touched and row.values["standing"]:
        member.rank = importer.ranks[row.values["standing"]]
    if "order" in touched and row.values["order"]:
        member.order = row.values["order"]
    if "start" in touched and row.values["start"]:
        member.start = row.values["start"]
    if "position" in touched:
        _set_position(importer, member, row.values["position"])
    if "institution" in touched:
        _set_institution(importer, member, row.values["institution"])
    if member.end is None:
        member.end_decree = None
    return member


def _set_position(importer: MemberImporter, member: Member, typed: str) -> None:
    """A title of the register makes the seat follow its holder."""
    member.office = importer.offices_by_title.get(typed.casefold())
    member.position = "" if member.office else typed


def _set_institution(importer: MemberImporter, member: Member, typed: str) -> None:
    member.opd = importer.opd_called(typed, member.start) if typed else None
    member.institution = "" if member.opd else typed


def check_rows(
    importer: MemberImporter, rows: Sequence[Row], objects: Sequence[Any]
) -> None:
    judged = []
    told = (row.values["nip"] for row in rows if row.is_new or "nip" in row.changed)
    known = names_by_nip(importer.region, told)
    for row in rows:
        if row.values["start"] is not None:
            member = row.made = member_of(importer, row)
            _check(row, member, known)
            judged.append((row, member))
    _check_seats(judged, importer.team)


def _check(row: Row, member: Member, known: dict[str, str]) -> None:
    try:
        check_facts(member)
        if row.is_new or row.changed.keys() & {"nip", "sex"}:
            check_nip(member.nip, member.sex)
        if row.is_new or "nip" in row.changed:
            refuse_others_nip(member.name, member.nip, known)
    except Refusal as refusal:
        field = refusal.field or ""
        row.refuse(_COLUMN_OF.get(field, field), refusal.sentence)
    if len(member.institution) > LONGEST_INSTITUTION:
        sentence = f"instansi di luar OPD paling panjang {LONGEST_INSTITUTION} karakter"
        row.refuse("institution", sentence)
    has_ended = "end" in row.changed or row.is_new
    if member.end and has_ended and not member.end_reason:
        row.refuse("end_reason", "isi alasan selesai, misalnya mutasi atau pensiun")
    if member.end_reason and member.end is None:
        row.refuse("end", "isi tanggal selesai, atau kosongkan alasannya")


def _check_seats(judged: Sequence[tuple[Row, Member]], chain: Iterable[Member]) -> None:
    """One seat is held once at a time, over the decree and its amendments."""
    rewritten = {member.pk for _, member in judged}
    others = [member for member in chain if member.pk not in rewritten]
    seats: dict[tuple[Any, ...], list[Member]] = {}
    for member in (*others, *(member for _, member in judged)):
        key = _seat_of(member)
        seats.setdefault(key, []).append(member)
    for row, member in judged:
        twins = seats[_seat_of(member)]
        if any(other is not member and _meet(other, member) for other in twins):
            row.refuse("standing", seat_taken(member).sentence)


def _seat_of(member: Member) -> tuple[Any, ...]:
    """By code: before a region's first member its kedudukan have no key yet."""
    return (member.rank.code, *_rest_of_seat(member))


def _meet(one: Member, other: Member) -> bool:
    return one.start <= (other.end or dt.date.max) and other.start <= (
        one.end or dt.date.max
    )
