"""The calendar as iCalendar text (RFC 5545), for programs that ask again and again."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from pokja.calendar.entries import Entry, entries_of
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import now, today

PRODUCT = "-//PUG Portal//Kalender Pokja PUG//ID"
BEFORE, AFTER = dt.timedelta(days=180), dt.timedelta(days=400)
ASK_AGAIN = dt.timedelta(hours=6)


def feed_of(actor: Actor) -> bytes:
    """What this hat sees, from half a year ago to a year ahead."""
    assert actor.region is not None  # noqa: S101 -- a feed hangs on a hat
    entries = entries_of(actor, actor.region, today() - BEFORE, today() + AFTER)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Pokja PUG {actor.region.name}")
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    # The same as in its letters, so that a calendar shows the meeting once.
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", now())
    event.add("sequence", entry.revision)
    event.add("summary", entry.title)
    event.add("description", entry.detail)
    if entry.starts_at and entry.ends_at:
        event.add("dtstart", entry.starts_at.astimezone(dt.UTC))
        event.add("dtend", entry.ends_at.astimezone(dt.UTC))
    else:
        event.add("dtstart", entry.day)
        event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.url:
        event.add("url", settings.SITE_URL + entry.url)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event
