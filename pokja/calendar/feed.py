"""The calendar as a feed, for programs that ask again and again."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from pokja.calendar.entries import Entry, entries_of
from pug_portal.access.actor import Actor
from pug_portal.lib import ical
from pug_portal.lib.clock import now, today

PRODUCT = "Kalender Pokja PUG"
BEFORE, AFTER = dt.timedelta(days=180), dt.timedelta(days=400)


def feed_of(actor: Actor) -> bytes:
    """What this hat sees, from half a year ago to a year ahead."""
    assert actor.region is not None  # noqa: S101 -- a feed hangs on a hat
    entries = entries_of(actor, actor.region, today() - BEFORE, today() + AFTER)
    return ical.book(
        map(_told, entries),
        product=PRODUCT,
        method=ical.PUBLISH,
        name=f"Pokja PUG {actor.region.name}",
    )


def _told(entry: Entry) -> ical.Entry:
    starts_at, ends_at = entry.starts_at, entry.ends_at
    is_timed = starts_at is not None and ends_at is not None
    return ical.Entry(
        key=ical.uid(entry.key),
        stamped=now(),
        start=starts_at.astimezone(dt.UTC) if is_timed and starts_at else entry.day,
        end=ends_at.astimezone(dt.UTC) if is_timed and ends_at else entry.until,
        title=entry.title,
        detail=entry.detail,
        place=entry.place,
        url=settings.SITE_URL + entry.url if entry.url else "",
        sequence=entry.revision,
        is_off=entry.is_cancelled,
    )
