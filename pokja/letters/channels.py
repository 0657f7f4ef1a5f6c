"""A letter as calendar entry, WhatsApp text and mail: the same facts as on paper."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote

import icalendar
from django.conf import settings

from pokja.letters.content import Addressee, LetterContent
from pokja.letters.texts import WAS
from pug_portal.lib.dates import zone_of

CALENDAR_TYPE = "text/calendar; charset=utf-8"
GROUP = "Bapak/Ibu"
_PRODUCT = "-//PUG Portal//Undangan rapat//ID"


def calendar(
    content: LetterContent, stamped: dt.datetime, addressee: Addressee | None = None
) -> bytes:
    """iCalendar with the zone of the region; CANCEL takes the entry out again."""
    event = content.happening
    entry = icalendar.Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", stamped.astimezone(dt.UTC))
    zone = zone_of(event.zone)
    entry.add("dtstart", event.start.astimezone(zone))
    entry.add("dtend", event.end.astimezone(zone))
    entry.add("summary", event.title)
    entry.add("location", event.place)
    entry.add("description", plain_text(content))
    entry.add("status", "CANCELLED" if event.is_off else "CONFIRMED")
    entry.add("organizer", _person(content.sender_email, content.organiser))
    if addressee and addressee.email:
        entry.add("attendee", _person(addressee.email, addressee.label))
    book = icalendar.Calendar()
    book.add("prodid", _PRODUCT)
    book.add("version", "2.0")
    book.add("method", "CANCEL" if event.is_off else "REQUEST")
    book.add_component(entry)
    book.add_missing_timezones()
    made: bytes = book.to_ical()
    return made


def _person(email: str, name: str) -> icalendar.vCalAddress:
    person = icalendar.vCalAddress(f"mailto:{email or settings.DEFAULT_FROM_EMAIL}")
    person.params["cn"] = icalendar.vText(name)
    return person


def plain_text(content: LetterContent) -> str:
    """The letter in a few lines without greeting."""
    facts = [
        f"{fact.label}: {fact.value}" + (f" ({WAS} {fact.was})" if fact.was else "")
        for fact in content.facts
    ]
    return "\n".join(
        [f"Nomor: {content.told_number}", f"Hal: {content.subject}", *facts]
    )


def message(content: LetterContent, addressee: Addressee | None = None) -> str:
    """For WhatsApp and as the text of the mail; in a group it is to everybody there."""
    parts = [
        f"Yth. {addressee.label if addressee else GROUP}",
        "",
        *content.opening,
        "",
        plain_text(content),
        "",
        *content.closing,
        "",
        *content.block.above,
        content.block.name,
    ]
    return "\n".join(parts)


def whatsapp_link(text: str, phone: str = "") -> str:
    """Without a number WhatsApp asks to whom it goes."""
    return f"https://wa.me/{international(phone)}?text={quote(text)}"


def international(phone: str) -> str:
    """«0812-3456» as wa.me wants it: 628123456. Empty where it is no number."""
    digits = re.sub(r"\D", "", phone)
    if digits.startswith("0"):
        digits = "62" + digits[1:]
    return digits if 8 <= len(digits) <= 15 else ""
