"""Saving the text of the minutes: merged with what others wrote, remembered, limited."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from pokja.meetings.choices import CorrectionState
from pokja.meetings.draft import (
    RECOMMENDATION,
    SUMMARY,
    Conflict,
    Item,
    Mark,
    merge,
    straighten,
)
from pokja.meetings.guard import lock_meeting, open_meeting
from pokja.meetings.holders import Holder, RunningText, from_rows, holder_of
from pokja.meetings.models import Meeting, MinutesCorrection, MinutesRevision
from pokja.meetings.revisions import remember
from pokja.meetings.workflow import RECORD_OPEN
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal

MOST_POINTS = 400
LONGEST_POINT = 3_000
LONGEST_SUMMARY = 5_000


@dataclass(frozen=True)
class Sent:
    """What a page hands in: its points, what they stood on, and its own name."""

    items: Sequence[Item]
    base: Sequence[Mark] = ()
    page: str = ""


@dataclass(frozen=True)
class Saved:
    items: list[Item]
    conflicts: list[Conflict] = field(default_factory=list)
    revision: MinutesRevision | None = None


@transaction.atomic
def save_draft(
    *,
    meeting: Meeting,
    sent: Sent,
    by: Actor,
    correction: MinutesCorrection | None = None,
) -> Saved:
    """All but the conflicts is saved; those wait for the writer's choice."""
    holder = open_holder(meeting, correction, by)
    before = holder.load()
    merged = merge(before, _known(sent.items, before), sent.base, sent.page)
    items = [_signed(item, before, sent.page, by) for item in merged.items]
    check_limits(items)
    revision = _keep(holder, before, items, by)
    return Saved(items, merged.conflicts, revision)


@transaction.atomic
def restore_revision(
    *,
    meeting: Meeting,
    revision: MinutesRevision,
    by: Actor,
    correction: MinutesCorrection | None = None,
) -> Saved:
    """The old text becomes the newest revision; what stood until now stays in the history."""
    holder = open_holder(meeting, correction, by)
    before = holder.load()
    old = [
        item
        for item in from_rows(revision.content)
        if item.section != RECOMMENDATION or correction
    ]
    fixed = {item.key for item in old}
    missing = [i for i in before if i.is_fixed and i.key not in fixed]
    items = straighten([*old, *missing])
    note = f"memulihkan naskah {revision.number}"
    made = _keep(holder, before, items, by, note)
    if made is None:
        raise Refusal("Naskah itu sama dengan naskah yang sekarang.")
    return Saved(items, [], made)


def open_holder(
    meeting: Meeting, correction: MinutesCorrection | None, by: Actor
) -> Holder:
    """Locked and still writable."""
    if correction is None:
        return RunningText(open_meeting(meeting, RECORD_OPEN, by))
    require(by, Permission.MEETING_EDIT)
    found = lock_meeting(meeting, by)
    kept = found.corrections.get(pk=correction.pk)
    if kept.state != CorrectionState.DRAFT:
        raise Refusal(
            f"Ralat ini berstatus «{kept.get_state_display()}»; naskahnya tidak dapat "
            "diubah sekarang."
        )
    return holder_of(found, kept)


def fresh_key() -> str:
    return uuid.uuid4().hex[:16]


def _known(items: Sequence[Item], before: Sequence[Item]) -> list[Item]:
    """No page makes up a fixed point, nor empties the words of a recommendation."""
    fixed = {item.key: item for item in before if item.is_fixed}
    known = []
    for item in items:
        if item.is_fixed or item.key in fixed:
            if item.key not in fixed:
                continue
            item = replace(item, section=fixed[item.key].section, depth=0)
            if item.section == RECOMMENDATION and not item.text.strip():
                item = replace(item, text=fixed[item.key].text)
        known.append(item)
    sent = {item.key for item in known}
    return known + [item for item in fixed.values() if item.key not in sent]


def _signed(item: Item, before: Sequence[Item], page: str, by: Actor) -> Item:
    old = next((i for i in before if i.key == item.key), None)
    if old is not None and old.text == item.text:
        return replace(item, page=old.page, writer=old.writer)
    return replace(item, page=page[:40], writer=by.name[:120])


def _keep(
    holder: Holder,
    before: Sequence[Item],
    items: Sequence[Item],
    by: Actor,
    note: str = "",
) -> MinutesRevision | None:
    revision = remember(holder, before, items, by, note)
    if revision is not None:
        holder.store(items)
    return revision


def check_limits(items: Sequence[Item]) -> None:
    if len(items) > MOST_POINTS:
        raise Refusal(f"Paling banyak {MOST_POINTS} butir.")
    for item in items:
        most = LONGEST_SUMMARY if item.section == SUMMARY else LONGEST_POINT
        if len(item.text) > most:
            raise Refusal(
                f"«{item.text[:40]}…» lebih panjang dari {most} karakter. "
                "Bagi menjadi beberapa butir."
            )
