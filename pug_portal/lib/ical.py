"""Calendar entries as iCalendar text (RFC 5545): the only module that knows the library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import icalendar
from django.conf import settings

CONTENT_TYPE = "text/calendar; charset=utf-8"
PUBLISH, REQUEST, CANCEL = "PUBLISH", "REQUEST", "CANCEL"
ASK_AGAIN = dt.timedelta(hours=6)


@dataclass(frozen=True)
class Person:
    email: str
    name: str


@dataclass(frozen=True)
class Entry:
    """One event. With bare dates it lasts those days, `end` among them, and takes no time."""

    key: str
    stamped: dt.datetime
    start: dt.date
    end: dt.date | None
    title: str
    detail: str = ""
    place: str = ""
    url: str = ""
    sequence: int = 0
    is_off: bool = False
    organiser: Person | None = None
    attendee: Person | None = None

    @property
    def is_timed(self) -> bool:
        return isinstance(self.start, dt.datetime)


def uid(key: str) -> str:
    """One name for the life of the event, in letters and in the feed alike."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"{key}@{host}"


def book(
    entries: Iterable[Entry], *, product: str, method: str, name: str = ""
) -> bytes:
    """`name`: what programs that ask again and again call the calendar."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//PUG Portal//{product}//ID")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.key)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped.astimezone(dt.UTC))
    event.add("dtstart", entry.start)
    if entry.end is not None:
        # Of whole days the format names the first one that is free again.
        over = entry.end if entry.is_timed else entry.end + dt.timedelta(days=1)
        event.add("dtend", over)
    if not entry.is_timed:
        event.add("transp", "TRANSPARENT")
    for name, value in (
        ("summary", entry.title),
        ("location", entry.place),
        ("description", entry.detail),
        ("url", entry.url),
    ):
        if value:
            event.add(name, value)
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    for name, person in (("organizer", entry.organiser), ("attendee", entry.attendee)):
        if person is not None:
            event.add(name, _address(person))
    return event


def _address(person: Person) -> icalendar.vCalAddress:
    email = person.email or settings.DEFAULT_FROM_EMAIL
    address = icalendar.vCalAddress(f"mailto:{email}")
    address.params["cn"] = icalendar.vText(person.name)
    return address
