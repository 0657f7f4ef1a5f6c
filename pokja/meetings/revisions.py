"""What the text was before: one row per sitting of one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pokja.meetings.draft import Item
from pokja.meetings.holders import Holder, plain_rows
from pokja.meetings.models import MinutesRevision
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

WRITTEN = Verb("meeting.minutes", "menyusun notulen rapat {object}")

# Saves of one person this close together are one sitting, up to its longest.
PAUSE = dt.timedelta(minutes=5)
SITTING = dt.timedelta(minutes=20)
BEFORE = "naskah sebelum riwayat dicatat"


def remember(
    holder: Holder,
    before: Sequence[Item],
    after: Sequence[Item],
    by: Actor,
    note: str = "",
) -> MinutesRevision | None:
    """None where the text did not change. The trail tells of each sitting once."""
    rows = plain_rows(after)
    if rows == plain_rows(before):
        return None
    last = holder.meeting.revisions.order_by("-number").first()
    if last is None and any(item.text for item in before):
        last = _add(holder, 1, before, None, BEFORE)
    if last is not None and not note and _goes_on(last, holder, by):
        last.content, last.at = rows, now()
        last.save(update_fields=["content", "at"])
        return last
    made = _add(holder, last.number + 1 if last else 1, after, by, note)
    record(
        by=by,
        verb=WRITTEN,
        obj=holder.meeting,
        region=holder.meeting.region,
        changes={"naskah": (last.number if last else None, made.number)},
        reason=note,
    )
    return made


def _goes_on(last: MinutesRevision, holder: Holder, by: Actor) -> bool:
    same = (last.by_id, last.correction_id, last.note) == (
        by.user_id,
        holder.correction.pk if holder.correction else None,
        "",
    )
    return same and now() - last.at < PAUSE and now() - last.began_at < SITTING


def _add(
    holder: Holder, number: int, items: Sequence[Item], by: Actor | None, note: str
) -> MinutesRevision:
    return MinutesRevision.objects.create(
        meeting=holder.meeting,
        correction=holder.correction,
        number=number,
        content=plain_rows(items),
        by=by.user if by else None,
        began_at=now(),
        at=now(),
        note=note,
    )
