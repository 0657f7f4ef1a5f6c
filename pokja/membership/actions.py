"""Changing who is a member: each row names the SK of its beginning and end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from pokja.decrees.models import Decree, State
from pokja.membership.models import Member
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record

ADDED = Verb("member.added", "menambah anggota {object}")
CHANGED = Verb("member.changed", "membetulkan data anggota {object}")
ENDED = Verb("member.ended", "mengakhiri keanggotaan {object}")
DELETED = Verb("member.deleted", "menghapus catatan anggota {object}")


@transaction.atomic
def add_members(
    *, decree: Decree, rows: Sequence[dict[str, Any]], by: Actor
) -> list[Member]:
    """All rows or none. A row without a start begins with the decree."""
    require(by, Permission.MEMBER_EDIT)
    decree = Decree.objects.select_for_update().get(pk=decree.pk)
    if decree.state == State.REVOKED:
        raise Refusal("SK ini sudah dicabut. Catat anggota pada SK yang berlaku.")
    last = Member.objects.filter(decree=decree).count()
    made = []
    for place, facts in enumerate(rows, start=last + 1):
        start = facts.get("start") or decree.effective_from
        if start is None:
            raise Refusal(
                "SK ini masih rancangan tanpa tanggal. Isi tanggal mulai anggota.",
                field="start",
            )
        member = Member(decree=decree, order=place, **{**facts, "start": start})
        _check(member)
        member.save()
        record(by=by, verb=ADDED, obj=member, region=decree.region)
        made.append(member)
    return made


def _check(member: Member) -> None:
    if not (member.name or member.position or member.office_id):
        raise Refusal(
            "Isi nama, atau jabatan untuk anggota karena jabatan.", field="position"
        )
    if member.name and not member.sex:
        raise Refusal("Isi L/P untuk anggota yang bernama.", field="sex")
    if member.sex and not member.name:
        raise Refusal("L/P diisi hanya bila namanya diisi.", field="sex")
    if member.end is not None and member.end < member.start:
        raise Refusal("Tanggal berakhir mendahului tanggal mulai.", field="end")


@transaction.atomic
def change_member(*, member: Member, by: Actor, **facts: Any) -> Member:
    require(by, Permission.MEMBER_EDIT)
    member = Member.objects.select_for_update().get(pk=member.pk)
    changes = changed(member, facts)
    for name, value in facts.items():
        setattr(member, name, value)
    _check(member)
    if changes:
        member.save()
        region = member.decree.region
        record(by=by, verb=CHANGED, obj=member, region=region, changes=changes)
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
    require(by, Permission.MEMBER_EDIT)
    member = Member.objects.select_for_update().get(pk=member.pk)
    if on < member.start:
        raise Refusal("Hari terakhir mendahului tanggal mulai.", field="on")
    if not reason.strip():
        raise Refusal("Tulis alasan keanggotaan berakhir.", field="reason")
    old = member.end
    member.end, member.end_reason, member.end_decree = on, reason.strip(), decree
    member.save(update_fields=["end", "end_reason", "end_decree"])
    record(
        by=by,
        verb=ENDED,
        obj=member,
        region=member.decree.region,
        changes={"end": (old, on)},
        reason=reason,
    )
    return member


@transaction.atomic
def delete_member(*, member: Member, reason: str, by: Actor) -> None:
    """A wrong entry. Somebody who left is ended, not deleted."""
    require(by, Permission.MEMBER_EDIT)
    member = Member.objects.select_for_update().get(pk=member.pk)
    if not reason.strip():
        raise Refusal("Tulis alasan catatan dihapus.", field="reason")
    record(by=by, verb=DELETED, obj=member, region=member.decree.region, reason=reason)
    member.delete()
