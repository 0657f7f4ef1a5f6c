"""Changing who is a member: each row names the SK of its beginning and end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from focal_points.appointments.actions import without_contact
from focal_points.offices.nip import check_nip, clean_nip
from focal_points.offices.nip_owners import (
    check_nip_of,
    names_by_nip,
    refuse_others_nip,
)
from pokja.decrees.actions import require_kind
from pokja.decrees.models import TEAM_KINDS, Decree, State
from pokja.decrees.queries import root_id
from pokja.membership.models import COPIED, SEAT, Member
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import rank_coded, stored_ranks
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.dates import tanggal

ADDED = Verb("member.added", "menambah anggota {object}")
CHANGED = Verb("member.changed", "membetulkan data anggota {object}")
ENDED = Verb("member.ended", "mengakhiri keanggotaan {object}")
DELETED = Verb("member.deleted", "menghapus catatan anggota {object}")


class RowRefusal(Refusal):
    """A refusal of one row among many; `row` counts from 0, `every` holds all rows refused."""

    def __init__(self, refusal: Refusal, row: int) -> None:
        super().__init__(refusal.sentence, field=refusal.field)
        self.row = row
        self.every: list[RowRefusal] = [self]


@transaction.atomic
def add_members(
    *, decree: Decree, rows: Sequence[dict[str, Any]], by: Actor
) -> list[Member]:
    """All rows or none. A row without a start begins with the decree.

    Raises RowRefusal, which knows the row it means and the other rows refused.
    """
    # The lock lets the second click of a double click see the first one's rows.
    decree = _locked_decree(decree, by)
    if decree.state == State.REVOKED:
        raise Refusal("SK ini sudah dicabut. Catat anggota pada SK yang berlaku.")
    if decree.kind not in TEAM_KINDS:
        raise Refusal(f"{decree.get_kind_display()} tidak memuat susunan anggota.")
    last = Member.objects.filter(decree=decree).count()
    ranks = stored_ranks(decree.region)
    told = (clean_nip(facts.get("nip") or "") for facts in rows)
    known = names_by_nip(decree.region, told)
    made: list[Member] = []
    refused: list[RowRefusal] = []
    for place, facts in enumerate(rows):
        facts = {"order": last + place + 1, **facts}
        try:
            made.append(_add(decree, ranked(facts, ranks), known, by))
        except Refusal as refusal:
            refused.append(RowRefusal(refusal, place))
    if refused:
        refused[0].every = refused
        raise refused[0]
    return made


def ranked(facts: dict[str, Any], ranks: dict[str, Rank]) -> dict[str, Any]:
    """A kedudukan told by its code («standing») becomes the region's row («rank»)."""
    if "standing" not in facts:
        return facts
    told = {name: value for name, value in facts.items() if name != "standing"}
    return {**told, "rank": rank_coded(ranks, facts["standing"])}


def _locked_decree(decree: Decree, by: Actor) -> Decree:
    decree = (
        Decree.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=decree.pk)
    )
    require_kind(by, decree.region, decree.kind)
    return decree


def _add(
    decree: Decree, facts: dict[str, Any], known: dict[str, str], by: Actor
) -> Member:
    start = facts.pop("start", None) or decree.effective_from
    if start is None:
        raise Refusal(
            "SK ini masih rancangan tanpa tanggal. Isi tanggal mulai anggota.",
            field="start",
        )
    member = Member(decree=decree, start=start, **_tidy(facts))
    check_nip(member.nip, member.sex)
    refuse_others_nip(member.name, member.nip, known)
    _check(member)
    member.save()
    told = {
        "rank": (None, member.rank),
        "start": (None, start),
        "decree": (None, decree),
    }
    record(by=by, verb=ADDED, obj=member, region=decree.region, changes=told)
    return member


def _tidy(facts: dict[str, Any]) -> dict[str, Any]:
    tidied = {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in facts.items()
    }
    if "nip" in tidied:
        tidied["nip"] = clean_nip(tidied["nip"])
    return tidied


def _check(member: Member) -> None:
    check_facts(member)
    refuse_twin(member)


def check_facts(member: Member) -> None:
    """What can be judged without looking at other rows."""
    if not (member.name or member.position or member.office_id):
        raise Refusal(
            "Isi nama, atau jabatan untuk anggota karena jabatan.", field="position"
        )
    if member.name and not member.sex:
        raise Refusal("Isi L/P untuk anggota yang bernama.", field="sex")
    if member.sex and not member.name:
        raise Refusal("L/P diisi hanya bila namanya diisi.", field="sex")
    if member.nip and not member.name:
        raise Refusal("NIP diisi hanya bila namanya diisi.", field="nip")
    _check_region(member)
    _check_term(member)


def _check_region(member: Member) -> None:
    home = member.decree.region_id
    if member.office is not None and member.office.region_id != home:
        raise Refusal("Jabatan ini milik daerah lain.", field="office")
    if member.opd is not None and member.opd.region_id != home:
        raise Refusal("OPD ini milik daerah lain.", field="opd")


def _check_term(member: Member) -> None:
    begins = member.decree.effective_from
    if begins is not None and member.start < begins:
        raise Refusal(
            f"Anggota mulai sebelum SK-nya berlaku ({tanggal(begins)}).", field="start"
        )
    if member.end is not None and member.end < member.start:
        raise Refusal(
            f"Tanggal berakhir mendahului tanggal mulai ({tanggal(member.start)}).",
            field="end",
        )


def refuse_twin(member: Member) -> None:
    root = root_id(member.decree)
    same = {name: getattr(member, name) for name in SEAT}
    twins = Member.objects.in_chain(root).filter(
        Q(end=None) | Q(end__gte=member.start), **same
    )
    twins = twins.exclude(pk=member.pk)
    if member.end is not None:
        twins = twins.filter(start__lte=member.end)
    if twins.exists():
        raise seat_taken(member)


def seat_taken(member: Member) -> Refusal:
    return Refusal(
        f"{member.label} sebagai {member.rank.label} sudah tercatat pada SK ini.",
        field="standing",
    )


@transaction.atomic
def copy_members(*, source: Decree, decree: Decree, by: Actor) -> list[Member]:
    """Carry the seats of an older decree of the same team over to the new one."""
    if (source.region_id, source.kind) != (decree.region_id, decree.kind):
        raise Refusal("Susunan hanya disalin dari SK sejenis daerah yang sama.")
    rows = Member.objects.filter(decree=source, end=None).select_related(
        "office", "opd"
    )
    facts = [{name: getattr(row, name) for name in COPIED} for row in rows]
    if not facts:
        raise Refusal("SK itu tidak mempunyai anggota yang dapat disalin.")
    return add_members(decree=decree, rows=facts, by=by)


@transaction.atomic
def change_member(*, member: Member, by: Actor, **facts: Any) -> Member:
    member = _locked(member, by)
    if "standing" in facts:
        facts = ranked(facts, stored_ranks(member.decree.region))
    changes = changed(member, _tidy(facts))
    for name, (_, value) in changes.items():
        setattr(member, name, value)
    if changes.keys() & {"nip", "sex"}:
        check_nip_of(member, member.decree.region)
    _check(member)
    if changes:
        member.save()
        region = member.decree.region
        told = without_contact(changes)
        record(by=by, verb=CHANGED, obj=member, region=region, changes=told)
    return member


def _locked(member: Member, by: Actor) -> Member:
    decree = _locked_decree(Decree.objects.get(members=member), by)
    member = Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    member.decree = decree
    return member


@transaction.atomic
def end_member(
    *,
    member: Member,
    on: dt.date,
    reason: str,
    by: Actor,
    decree: Decree | None = None,
) -> Member:
    """`on`: the last day. `decree`: the SK that ends it, where there is one."""
    member = _locked(member, by)
    if member.end is not None:
        raise Refusal(
            f"Keanggotaan ini sudah berakhir {tanggal(member.end)}. Betulkan datanya "
            "bila tanggalnya salah.",
            field="on",
        )
    if on < member.start:
        raise Refusal(
            f"Hari terakhir mendahului tanggal mulai ({tanggal(member.start)}).",
            field="on",
        )
    if not reason.strip():
        raise Refusal("Tulis alasan keanggotaan berakhir.", field="reason")
    if decree is not None and decree.region_id != member.decree.region_id:
        raise Refusal("SK ini milik daerah lain.", field="decree")
    member.end, member.end_reason, member.end_decree = on, reason.strip(), decree
    member.save(update_fields=["end", "end_reason", "end_decree"])
    told: dict[str, tuple[Any, Any]] = {"end": (None, on)}
    if decree is not None:
        told["end_decree"] = (None, decree)
    record(
        by=by,
        verb=ENDED,
        obj=member,
        region=member.decree.region,
        changes=told,
        reason=reason.strip(),
    )
    return member


@transaction.atomic
def delete_member(*, member: Member, reason: str, by: Actor) -> None:
    """A wrong entry. Somebody who left is ended, not deleted."""
    member = _locked(member, by)
    if not reason.strip():
        raise Refusal("Tulis alasan catatan dihapus.", field="reason")
    told = {
        "decree": (member.decree, None),
        "rank": (member.rank, None),
        "start": (member.start, None),
    }
    record(
        by=by,
        verb=DELETED,
        obj=member,
        region=member.decree.region,
        changes=told,
        reason=reason.strip(),
    )
    member.delete()
