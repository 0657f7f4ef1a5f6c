"""An invitation in one step: letter, mail, calendar and WhatsApp from one press."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pokja.letters.actions import begin_letter, change_letter, finish_letter
from pokja.letters.job_actions import ask_mail
from pokja.letters.models import Letter
from pokja.meetings.models import Meeting
from pug_portal.access.actor import Actor


@transaction.atomic
def keep_draft(
    *, meeting: Meeting, kind: str, facts: dict[str, Any], by: Actor
) -> Letter:
    """The draft of this kind, begun now if there is none, with these facts."""
    letter = begin_letter(meeting=meeting, kind=kind, by=by)
    return change_letter(letter=letter, by=by, **facts)


@transaction.atomic
def send_out(
    *,
    meeting: Meeting,
    kind: str,
    facts: dict[str, Any],
    by: Actor,
    mails: bool = False,
) -> Letter:
    """All or nothing: what the finished letter refuses leaves no half a letter behind."""
    letter = keep_draft(meeting=meeting, kind=kind, facts=facts, by=by)
    letter = finish_letter(letter=letter, by=by)
    if mails:
        ask_mail(letter=letter, by=by)
    return letter
