"""«Ralat notulen»: settled minutes stay as they are until a new version is settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from pokja.meetings.choices import CorrectionState, State
from pokja.meetings.compare import as_rows
from pokja.meetings.content import digest, freeze, is_intact, with_settlement
from pokja.meetings.correction_data import (
    FACTS,
    WORDS,
    Figures,
    as_stored,
    check_data,
    corrected,
    data_changes,
    write_data,
)
from pokja.meetings.correction_reading import changes_of, current_text, seen_of
from pokja.meetings.draft import RECOMMENDATION, Item
from pokja.meetings.guard import lock_meeting, reason_of, touch
from pokja.meetings.holders import (
    CorrectionText,
    from_rows,
    write_points,
)
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Meeting, MinutesCorrection, MinutesVersion
from pokja.meetings.revisions import remember
from pokja.meetings.workflow import CORRECTION_WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

OPENED = Verb("minutes.correction_opened", "membuka ralat notulen {object}")
SIGNED = Verb("minutes.correction_signed", "menandatangani ralat notulen {object}")
RETURNED = Verb("minutes.correction_returned", "mengembalikan ralat notulen {object}")
CANCELLED = Verb("minutes.correction_cancelled", "membatalkan ralat notulen {object}")
SETTLED = Verb("minutes.correction_settled", "mengesahkan ralat notulen {object}")

DATA = Verb("minutes.correction_data", "meralat data rapat {object}")
REWRITTEN = ("summary", "minutes", "signed")

OPEN = (CorrectionState.DRAFT, CorrectionState.SIGNED)


@transaction.atomic
def open_correction(*, meeting: Meeting, reason: str, by: Actor) -> MinutesCorrection:
    """A copy of the settled text to write in; the settled one stays in force."""
    require(by, Permission.MEETING_EDIT, Permission.MINUTES_SETTLE)
    meeting = lock_meeting(meeting, by)
    if meeting.state != State.SETTLED:
        raise Refusal("Hanya notulen yang sudah disahkan yang diralat.")
    _refuse_broken(meeting)
    if meeting.corrections.filter(state__in=OPEN).exists():
        raise Refusal("Ralat notulen ini sedang disusun.")
    reason = reason_of(reason, "Tulis alasan notulen diralat.")
    made = MinutesCorrection.objects.create(
        meeting=meeting,
        number=meeting.version + 1,
        reason=reason,
        opened_by=by.user,
        opened_at=now(),
        notulis=meeting.notulis,
    )
    text = current_text(meeting)
    CorrectionText(meeting, made).store(text)
    remember(
        CorrectionText(meeting, made), [], text, by, f"naskah versi {meeting.version}"
    )
    _tell(made, OPENED, (None, made.get_state_display()), by, reason)
    return made


@transaction.atomic
def set_data(
    *,
    correction: MinutesCorrection,
    facts: dict[str, Any],
    figures: Figures,
    by: Actor,
    seen: str = "",
) -> MinutesCorrection:
    """Heading facts and attendance figures; the settled rows stay until it is settled."""
    found = open_draft(correction, by, seen)
    facts = {**facts, **{name: one_line(facts[name]) for name in WORDS}}
    check_data(found.meeting, facts, figures)
    before = corrected(found.meeting, found)
    found.facts, found.figures = as_stored(facts), [list(pair) for pair in figures]
    found.save(update_fields=["facts", "figures"])
    tell_data(found, before, by)
    return found


def open_draft(
    correction: MinutesCorrection, by: Actor, seen: str = ""
) -> MinutesCorrection:
    """Locked, still being written, and as it was when its page was opened."""
    require(by, Permission.MEETING_EDIT)
    found = _locked(correction, by)
    if found.state != CorrectionState.DRAFT:
        raise Refusal("Ralat yang sudah ditandatangani tidak dapat diubah.")
    _refuse_unseen(found, seen)
    return found


def tell_data(found: MinutesCorrection, before: dict[str, Any], by: Actor) -> None:
    told = data_changes(before, corrected(found.meeting, found))
    if told:
        changes = {"data": ("", "; ".join(sorted({change.place for change in told})))}
        region = found.meeting.region
        record(by=by, verb=DATA, obj=found.meeting, region=region, changes=changes)


@transaction.atomic
def sign_correction(
    *, correction: MinutesCorrection, notulis: str, by: Actor, seen: str = ""
) -> MinutesCorrection:
    found = _locked(correction, by)
    CORRECTION_WORKFLOW.check(found.state, CorrectionState.SIGNED, by=by)
    _refuse_unseen(found, seen)
    if not changes_of(found):
        raise Refusal("Belum ada kata yang berubah. Tulis ralatnya dahulu.")
    if not any(row["section"] in _WRITTEN and row["text"] for row in found.content):
        raise Refusal("Ralat ini mengosongkan seluruh notulen. Lengkapi naskahnya.")
    notulis = one_line(notulis)
    if not notulis:
        raise Refusal("Tulis nama notulis.", field="notulis")
    found.notulis = notulis[:120]
    found.signed_by, found.signed_at = by.user, now()
    return _moved(found, CorrectionState.SIGNED, SIGNED, by)


@transaction.atomic
def return_correction(
    *, correction: MinutesCorrection, reason: str, by: Actor
) -> MinutesCorrection:
    found = _locked(correction, by)
    CORRECTION_WORKFLOW.check(found.state, CorrectionState.DRAFT, by=by)
    reason = reason_of(reason, "Tulis apa yang perlu diperbaiki notulis.")
    found.signed_by, found.signed_at = None, None
    return _moved(found, CorrectionState.DRAFT, RETURNED, by, reason)


@transaction.atomic
def cancel_correction(
    *, correction: MinutesCorrection, reason: str, by: Actor
) -> MinutesCorrection:
    """The settled version simply stays; what was written stays in the history."""
    found = _locked(correction, by)
    CORRECTION_WORKFLOW.check(found.state, CorrectionState.CANCELLED, by=by)
    reason = reason_of(reason, "Tulis alasan ralat dibatalkan.")
    return _moved(found, CorrectionState.CANCELLED, CANCELLED, by, reason)


@transaction.atomic
def settle_correction(
    *, correction: MinutesCorrection, by: Actor, seen: str = ""
) -> MinutesCorrection:
    """The old version is laid aside word for word; then the new text takes its place."""
    found = _locked(correction, by)
    CORRECTION_WORKFLOW.check(found.state, CorrectionState.SETTLED, by=by)
    if found.signed_by_id == by.user_id:
        raise Refusal(
            "Ralat ini Anda tanda tangani sendiri sebagai notulis. Pengesahannya "
            "dilakukan orang lain yang bertindak untuk pimpinan rapat."
        )
    _refuse_unseen(found, seen)
    meeting = found.meeting
    _refuse_broken(meeting)
    changes = as_rows(changes_of(found))
    MinutesVersion.objects.create(
        meeting=meeting,
        number=meeting.version,
        content=meeting.settled_content,
        sha256=meeting.settled_sha256,
        replaced_at=now(),
    )
    found.settled_by, found.settled_at = by.user, now()
    _moved(found, CorrectionState.SETTLED, SETTLED, by)
    _take_over(meeting, found, changes)
    return found


def _take_over(
    meeting: Meeting, found: MinutesCorrection, changes: list[dict[str, object]]
) -> None:
    items = from_rows(found.content)
    kept = corrected(meeting, found)
    write_data(meeting, kept, found.by_name)
    write_points(meeting, items)
    _reword(meeting, items)
    meeting.version = found.number
    meeting.notulis = found.notulis
    meeting.signed_by, meeting.signed_at = found.signed_by, found.signed_at
    meeting.settled_by, meeting.settled_at = found.settled_by, found.settled_at
    told = {"version": found.number, "reason": found.reason, "changes": changes}
    # Only what a correction may change is read anew; the rest stays as it was frozen.
    anew = freeze(meeting)
    written = {name: anew[name] for name in REWRITTEN}
    written["recommendations"] = [
        {**old, "text": new["text"]}
        for old, new in zip(
            kept["recommendations"], anew["recommendations"], strict=True
        )
    ]
    content = {**kept, **written, "correction": told}
    meeting.settled_content = with_settlement(meeting, content)
    meeting.settled_sha256 = digest(meeting.settled_content)
    touch(
        meeting,
        *FACTS,
        "version",
        "notulis",
        "signed_by",
        "signed_at",
        "settled_by",
        "settled_at",
        "settled_content",
        "settled_sha256",
    )


def _reword(meeting: Meeting, items: Sequence[Item]) -> None:
    """Only the words: number, owner, date and follow-up stay what they are."""
    wording = {i.key: i.text for i in items if i.section == RECOMMENDATION}
    for row in meeting.recommendations.all():
        text = wording.get(f"rek{row.pk}", row.text)
        if text != row.text:
            row.text = text
            row.save(update_fields=["text"])


_WRITTEN = frozenset(
    {"pembukaan", "pemaparan", "pembahasan", "keputusan", "rencana", "penutup"}
)


def _locked(correction: MinutesCorrection, by: Actor) -> MinutesCorrection:
    meeting = lock_meeting(correction.meeting, by)
    found = meeting.corrections.select_related("signed_by", "settled_by").get(
        pk=correction.pk
    )
    found.meeting = meeting
    return found


def _refuse_broken(meeting: Meeting) -> None:
    if not is_intact(meeting):
        raise Refusal(
            "Isi notulen yang tersimpan tidak cocok dengan sidiknya. Laporkan kepada "
            "administrator sebelum diralat."
        )


def _refuse_unseen(found: MinutesCorrection, seen: str) -> None:
    if seen and seen != seen_of(found):
        raise Refusal(
            "Ralat ini berubah sejak Anda membukanya. Baca sekali lagi, lalu kirim lagi."
        )


def _moved(
    found: MinutesCorrection,
    state: CorrectionState,
    verb: Verb,
    by: Actor,
    reason: str = "",
) -> MinutesCorrection:
    old = found.get_state_display()
    found.state, found.state_reason = state, reason
    found.save()
    _tell(found, verb, (old, found.get_state_display()), by, reason)
    return found


def _tell(
    found: MinutesCorrection,
    verb: Verb,
    states: tuple[str | None, str],
    by: Actor,
    reason: str = "",
) -> None:
    record(
        by=by,
        verb=verb,
        obj=found.meeting,
        region=found.meeting.region,
        changes={"ralat": states, "versi": (None, found.number)},
        reason=reason,
    )
