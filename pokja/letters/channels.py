"""A letter as calendar entry, WhatsApp text and mail: the same facts as on paper."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote

from pokja.letters.content import Addressee, LetterContent
from pokja.letters.texts import WAS
from pug_portal.lib import ical
from pug_portal.lib.dates import zone_of

GROUP = "Bapak/Ibu"
_PRODUCT = "Undangan rapat"


def calendar(
    content: LetterContent, stamped: dt.datetime, addressee: Addressee | None = None
) -> bytes:
    """iCalendar with the zone of the region; CANCEL takes the entry out again."""
    event = content.happening
    zone = zone_of(event.zone)
    to = addressee if addressee and addressee.email else None
    entry = ical.Entry(
        key=event.uid,
        stamped=stamped,
        start=event.start.astimezone(zone),
        end=event.end.astimezone(zone),
        title=event.title,
        detail=plain_text(content),
        place=event.place,
        sequence=event.sequence,
        is_off=event.is_off,
        organiser=ical.Person(content.sender_email, content.organiser),
        attendee=ical.Person(to.email, to.label) if to else None,
    )
    method = ical.CANCEL if event.is_off else ical.REQUEST
    return ical.book([entry], product=_PRODUCT, method=method)


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
