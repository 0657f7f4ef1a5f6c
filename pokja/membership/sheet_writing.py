"""Writes the rows of a judged workbook: a few statements, an event per row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pokja.membership.actions import ADDED, CHANGED, ENDED
from pokja.membership.models import Member
from pokja.membership.ranks import stored_ranks
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Entry, record_all
from pug_portal.imports.writing import rewrite
from pug_portal.lib.sheets import Plan

if TYPE_CHECKING:
    from pokja.membership.sheet import MemberImporter

# Everything a row may write, by field.
FIELDS = (
    "rank",
    "order",
    "field",
    "office",
    "position",
    "opd",
    "institution",
    "name",
    "nip",
    "sex",
    "note",
    "start",
    "end",
    "end_reason",
    "end_decree",
)
Changes = dict[str, tuple[Any, Any]]


def write_plan(importer: MemberImporter, plan: Plan, *, by: Actor, reason: str) -> None:
    entries = _add(importer, plan, reason) + _change(plan, reason)
    record_all(by=by, region=importer.region, entries=entries)


def _add(importer: MemberImporter, plan: Plan, reason: str) -> list[Entry]:
    if not plan.new:
        return []
    last = Member.objects.filter(decree=importer.decree).count()
    # Before a region's first member its kedudukan have no key yet.
    is_first = any(rank.pk is None for rank in importer.ranks.values())
    ranks = stored_ranks(importer.region) if is_first else {}
    made = []
    for place, row in enumerate(plan.new, 1):
        member: Member = row.made
        member.order = row.values["order"] or last + place
        if is_first:
            member.rank = ranks[row.values["standing"]]
        made.append(member)
    Member.objects.bulk_create(made)
    return [Entry(ADDED, member, _told(member), reason) for member in made]


def _told(member: Member) -> Changes:
    return {
        "rank": (None, member.rank),
        "start": (None, member.start),
        "end": (None, member.end),
        "decree": (None, member.decree),
    }


def _change(plan: Plan, reason: str) -> list[Entry]:
    members, entries, touched = [], [], set()
    for row in plan.changed:
        member = row.made
        changes = _changes(row.obj, member)
        members.append(member)
        touched |= set(changes)
        entries += _entries(row.obj, member, changes, reason)
    rewrite(members, sorted(touched))
    return entries


def _changes(old: Member, new: Member) -> Changes:
    pairs = {name: (getattr(old, name), getattr(new, name)) for name in FIELDS}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _entries(old: Member, new: Member, changes: Changes, reason: str) -> list[Entry]:
    """Leaving is told as the verb «end» tells it, the rest as a correction."""
    has_left = old.end is None and new.end is not None
    told = {k: v for k, v in changes.items() if not (has_left and k.startswith("end"))}
    entries = [Entry(CHANGED, new, told, reason)] if told else []
    if has_left:
        entries.append(Entry(ENDED, new, {"end": (None, new.end)}, new.end_reason))
    return entries
