"""What happens with a recommendation after its minutes were settled."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from pokja.meetings.choices import FollowUpState
from pokja.meetings.guard import lock_recommendation, reason_of
from pokja.meetings.models import FollowUpNote, Recommendation
from pokja.meetings.times import local_day, today_in
from pokja.meetings.workflow import FOLLOW_UP_WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now

REPORTED = Verb("follow_up.reported", "melaporkan tindak lanjut {object}")
CONFIRMED = Verb("follow_up.confirmed", "menyatakan selesai {object}")
CANCELLED = Verb("follow_up.cancelled", "membatalkan tindak lanjut {object}")
REOPENED = Verb("follow_up.reopened", "membuka kembali tindak lanjut {object}")

LONGEST = 4_000


@transaction.atomic
def report_follow_up(
    *,
    recommendation: Recommendation,
    text: str,
    by: Actor,
    upload: UploadedFile | None = None,
) -> FollowUpNote:
    """The OPD tells what it did; the first telling moves «belum» to «proses»."""
    require(by, Permission.FOLLOW_UP_ANSWER)
    row = _running(recommendation, by)
    if by.role in OPD_ROLES and not row.falls_to(opd_ids_of(by)):
        raise PermissionDenied("Tindak lanjut ini tanggung jawab OPD lain.")
    if not row.is_open:
        raise Refusal(f"Tindak lanjut ini sudah berstatus «{row.get_state_display()}».")
    text = text.strip()
    _check_text(row, text, by)
    old = row.get_state_display()
    if row.state == FollowUpState.OPEN:
        FOLLOW_UP_WORKFLOW.check(row.state, FollowUpState.IN_PROGRESS, by=by)
        row.state = FollowUpState.IN_PROGRESS
        row.save(update_fields=["state"])
    note = FollowUpNote.objects.create(
        recommendation=row,
        text=text,
        file=_stored(upload, row, by),
        written_by=by.user,
        written_at=now(),
    )
    _tell(row, REPORTED, old, by, extra={"uraian": (None, text)})
    return note


@transaction.atomic
def confirm_done(
    *, recommendation: Recommendation, done_on: dt.date, by: Actor
) -> Recommendation:
    row = _running(recommendation, by)
    FOLLOW_UP_WORKFLOW.check(row.state, FollowUpState.DONE, by=by)
    if row.falls_to(opd_ids_appointing(by)):
        raise Refusal(
            "OPD ini OPD tempat Anda ditunjuk. Tindak lanjutnya dinyatakan selesai "
            "oleh anggota sekretariat lain."
        )
    if done_on > today_in(row.region):
        raise Refusal("Tanggal selesai belum tiba.", field="done_on")
    if done_on < local_day(row.meeting.starts_at, row.region):
        raise Refusal("Tanggal selesai mendahului rapatnya.", field="done_on")
    old = row.get_state_display()
    row.state, row.done_on, row.confirmed_by = FollowUpState.DONE, done_on, by.user
    row.save(update_fields=["state", "done_on", "confirmed_by"])
    _tell(row, CONFIRMED, old, by, extra={"done_on": (None, done_on)})
    return row


@transaction.atomic
def cancel_follow_up(
    *, recommendation: Recommendation, reason: str, by: Actor
) -> Recommendation:
    row = _running(recommendation, by)
    FOLLOW_UP_WORKFLOW.check(row.state, FollowUpState.CANCELLED, by=by)
    reason = reason_of(reason, "Tulis alasan tindak lanjut dibatalkan.")
    old = row.get_state_display()
    row.state, row.cancel_reason = FollowUpState.CANCELLED, reason
    row.save(update_fields=["state", "cancel_reason"])
    _tell(row, CANCELLED, old, by, reason)
    return row


@transaction.atomic
def reopen_follow_up(
    *, recommendation: Recommendation, reason: str, by: Actor
) -> Recommendation:
    """A confirmation or cancellation that was a mistake."""
    row = _running(recommendation, by)
    target = FollowUpState.IN_PROGRESS
    if row.state == FollowUpState.CANCELLED:
        target = FollowUpState.OPEN
    FOLLOW_UP_WORKFLOW.check(row.state, target, by=by)
    if row.is_open:
        raise Refusal("Tindak lanjut ini masih berjalan.")
    reason = reason_of(reason, "Tulis alasan tindak lanjut dibuka kembali.")
    old = row.get_state_display()
    row.state, row.cancel_reason = target, ""
    row.done_on, row.confirmed_by = None, None
    row.save(update_fields=["state", "cancel_reason", "done_on", "confirmed_by"])
    _tell(row, REOPENED, old, by, reason)
    return row


def _running(recommendation: Recommendation, by: Actor) -> Recommendation:
    row = lock_recommendation(recommendation, by)
    if not row.meeting.is_settled:
        raise Refusal("Tindak lanjut dimulai sesudah notulen rapatnya disahkan.")
    return row


def _check_text(row: Recommendation, text: str, by: Actor) -> None:
    if not text:
        raise Refusal("Tulis apa yang sudah dikerjakan.", field="text")
    if len(text) > LONGEST:
        raise Refusal(f"Paling panjang {LONGEST} karakter.", field="text")
    last = row.notes.last()
    if last and last.text == text and last.written_by_id == by.user_id:
        raise Refusal("Uraian ini sudah tercatat.", field="text")


def _stored(
    upload: UploadedFile | None, row: Recommendation, by: Actor
) -> StoredFile | None:
    if upload is None:
        return None
    try:
        return store_upload(
            upload=upload, region=row.region, slice_name="tindak-lanjut", by=by
        )
    except Refusal as refused:
        raise Refusal(refused.sentence, field="file") from refused


def _tell(
    row: Recommendation,
    verb: Verb,
    old: str,
    by: Actor,
    reason: str = "",
    extra: dict[str, tuple[object, object]] | None = None,
) -> None:
    changes = dict(extra or {})
    if old != row.get_state_display():
        changes["state"] = (old, row.get_state_display())
    record(
        by=by,
        verb=verb,
        obj=row,
        region=row.region,
        changes=changes,
        reason=reason,
    )
