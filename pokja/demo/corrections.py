"""A ralat: settled minutes get a second version, the first one stays readable."""

from __future__ import annotations

from dataclasses import replace

from pokja.meetings.correction_actions import (
    open_correction,
    settle_correction,
    sign_correction,
)
from pokja.meetings.draft import marks_of
from pokja.meetings.draft_actions import Sent, save_draft
from pokja.meetings.holders import CorrectionText
from pokja.meetings.models import Meeting
from pug_portal.access.actor import Actor

REASON = "Sebutan dokumen dalam satu butir kurang lengkap (contoh)."


def correct_minutes(
    meeting: Meeting,
    wrong: str,
    right: str,
    *,
    by_sekretariat: Actor,
    by_bappeda: Actor,
) -> None:
    by = by_sekretariat
    correction = open_correction(meeting=meeting, reason=REASON, by=by)
    text = CorrectionText(meeting, correction).load()
    mended = [replace(item, text=item.text.replace(wrong, right)) for item in text]
    sent = Sent(mended, marks_of(text))
    save_draft(meeting=meeting, sent=sent, correction=correction, by=by)
    correction.refresh_from_db()
    sign_correction(correction=correction, notulis=meeting.notulis, by=by)
    settle_correction(correction=correction, by=by_bappeda)
