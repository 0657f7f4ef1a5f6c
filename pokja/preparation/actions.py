"""An invitation in one step: letter, mail, calendar and WhatsApp from one press."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pokja.letters.actions import begin_letter, change_letter, finish_letter
from pokja.letters.job_actions import ask_mail
from pokja.letters.models import Letter
from pokja.letters.queries import latest_finished
from pokja.meetings.guard import lock_meeting
from pokja.meetings.models import Meeting
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal

# What two presses on one page have in common.
_TOLD = ("number", "code", "dated")


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
    after: str | None = None,
) -> Letter:
    """All or nothing: what the finished letter refuses leaves no half a letter behind.

    `after`: the last finished letter as the page knew it, so that a second press sends
    nothing twice: the same meeting may rightly have a second invitation.
    """
    meeting = lock_meeting(meeting, by)
    latest = latest_finished(meeting)
    if latest is not None and after is not None and after != str(latest.pk):
        if all(getattr(latest, name) == facts[name] for name in _TOLD):
            return latest
        raise Refusal(
            "Surat lain untuk rapat ini baru saja diselesaikan. Buka lagi halaman ini, "
            "lalu periksa apakah surat Anda masih perlu."
        )
    letter = keep_draft(meeting=meeting, kind=kind, facts=facts, by=by)
    letter = finish_letter(letter=letter, by=by)
    if mails:
        ask_mail(letter=letter, by=by)
    return letter
