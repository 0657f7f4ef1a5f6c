"""One mail to one address, each written down as soon as it has gone."""

from __future__ import annotations

import datetime as dt
import smtplib
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from pokja.letters.channels import calendar, message
from pokja.letters.choices import MailState
from pokja.letters.content import Addressee, LetterContent
from pokja.letters.models import LetterJob, LetterMail
from pokja.letters.paper import letter_pdf
from pokja.letters.writing import content_of
from pokja.meetings.minutes import one_line
from pug_portal.lib import ical

_TROUBLE = (smtplib.SMTPException, OSError, ValueError)


def can_mail() -> bool:
    """Whether this portal was given a mail server."""
    return "dummy" not in settings.EMAIL_BACKEND


def mails_for(content: LetterContent, sent_before: set[str]) -> list[LetterMail]:
    """One per address, without those that already got this letter."""
    found: dict[str, LetterMail] = {}
    for place, person in enumerate(content.addressees):
        address = person.email.strip().casefold()
        if address and address not in sent_before:
            found.setdefault(
                address,
                LetterMail(place=place, name=person.label[:200], email=address),
            )
    return list(found.values())


def send_waiting(job: LetterJob, tell: Callable[[int], None]) -> tuple[int, int]:
    """(sent, failed) of the whole job; one refused address stops no other."""
    assert job.letter is not None  # noqa: S101 -- a database constraint says so
    content = content_of(job.letter)
    stamped = job.letter.finished_at or job.requested_at
    connection = get_connection()
    connection.open()
    mails = list(job.mails.all())
    for place, mail in enumerate(mails, 1):
        if mail.state == MailState.WAITING:
            _send(mail, content, stamped, connection)
            tell(place)
    connection.close()
    sent = sum(mail.state == MailState.SENT for mail in mails)
    return sent, len(mails) - sent


def _send(
    mail: LetterMail,
    content: LetterContent,
    stamped: dt.datetime,
    connection: BaseEmailBackend,
) -> None:
    person = content.addressees[mail.place]
    try:
        made = mail_to(person, content, stamped)
        made.to, made.connection = [mail.email], connection
        made.send()
    except _TROUBLE as trouble:
        # Read at the desk, where only the sekretariat may see an address.
        told = str(trouble).replace(mail.email, "alamat ini")
        mail.state, mail.error = MailState.FAILED, told[:200]
    else:
        mail.state, mail.sent_at = MailState.SENT, timezone.now()
    mail.save(update_fields=["state", "error", "sent_at"])


def mail_to(
    person: Addressee, content: LetterContent, stamped: dt.datetime
) -> EmailMessage:
    """The text, the letter as PDF, and the calendar entry."""
    own = person if content.is_each else None
    made = EmailMessage(
        # A line break in it would let no mail out at all.
        subject=one_line(content.subject),
        body=message(content, person),
        reply_to=[content.sender_email] if content.sender_email else None,
    )
    made.attach(f"{content.kind}.pdf", letter_pdf(content, own), "application/pdf")
    made.attach("rapat.ics", calendar(content, stamped, person), ical.CONTENT_TYPE)
    return made
