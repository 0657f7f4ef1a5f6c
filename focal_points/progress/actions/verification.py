"""Reading a submission, noting beside its fields, returning, verifying, reopening."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from focal_points.progress.actions.locking import take
from focal_points.progress.changed import changed_sentence, unchecked
from focal_points.progress.lock import day_in, is_locked
from focal_points.progress.models import Progress, State
from focal_points.progress.review_models import ProgressNote
from focal_points.progress.separation import why_not_verify
from focal_points.progress.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import User
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, tanggal, tanggal_waktu

OPENED = Verb("progress.opened", "mulai memeriksa laporan kemajuan {object}")
NOTED = Verb("progress.noted", "menulis catatan di laporan kemajuan {object}")
NOTE_RESOLVED = Verb("progress.note_resolved", "menutup catatan di {object}")
RETURNED = Verb("progress.returned", "mengembalikan laporan kemajuan {object}")
VERIFIED = Verb("progress.verified", "memverifikasi laporan kemajuan {object}")
REOPENED = Verb("progress.reopened", "membuka kembali laporan kemajuan {object}")

MOVED_ON = "Laporan ini berstatus «{state}», jadi tidak sedang diperiksa."


@transaction.atomic
def open_for_review(*, progress: Progress, by: Actor) -> Progress:
    """From now on the OPD cannot take it back. Opening again changes nothing."""
    progress = _take_to_judge(progress, by)
    if progress.state != State.SUBMITTED or progress.opened_by_verifier_at is not None:
        return progress
    progress.opened_by_verifier_at = now()
    progress.save(update_fields=["opened_by_verifier_at"])
    record(by=by, verb=OPENED, obj=progress, region=progress.opd.region)
    return progress


@transaction.atomic
def add_note(*, progress: Progress, field: str, text: str, by: Actor) -> ProgressNote:
    progress = take_submitted(progress, by)
    if not text.strip():
        raise Refusal("Tulis isi catatan.", field=f"catatan-{field}")
    facts = {
        "field": field[:60],
        "text": text.replace("\r\n", "\n").strip(),
        "round": round_of(progress),
        "written_by": person_of(by),
    }
    if twin := progress.notes.filter(**facts, resolved_at=None).first():
        # The button was pressed twice.
        return twin
    note = progress.notes.create(**facts, written_at=now())
    record(by=by, verb=NOTED, obj=progress, region=progress.opd.region)
    return note


@transaction.atomic
def resolve_note(*, note: ProgressNote, resolution: str, by: Actor) -> ProgressNote:
    """Mended by the OPD, or overruled by the verifier."""
    progress = take_submitted(note.progress, by)
    note = ProgressNote.objects.select_for_update().get(pk=note.pk)
    if note.resolved_at is not None:
        return note
    note.resolution = ProgressNote.Resolution(resolution)
    note.resolved_at = now()
    note.resolved_by = by.user
    note.save(update_fields=["resolution", "resolved_at", "resolved_by"])
    record(
        by=by,
        verb=NOTE_RESOLVED,
        obj=progress,
        region=progress.opd.region,
        changes={"catatan": (note.text, note.get_resolution_display())},
    )
    return note


@transaction.atomic
def return_to_opd(
    *, progress: Progress, by: Actor, open_until: dt.date | None = None
) -> Progress:
    """Never without a note: the OPD must read what to mend."""
    progress = take_submitted(progress, by)
    WORKFLOW.check(progress.status, State.RETURNED, by=by)
    if not progress.notes.filter(resolved_at=None).exists():
        raise Refusal(
            "Tulis paling sedikit satu catatan sebelum mengembalikan, supaya OPD tahu "
            "apa yang perlu diperbaiki."
        )
    _send_back(progress, open_until)
    record(by=by, verb=RETURNED, obj=progress, region=progress.opd.region)
    return progress


@transaction.atomic
def verify(*, progress: Progress, by: Actor) -> Progress:
    progress = _take_to_judge(progress, by)
    if progress.state == State.VERIFIED:
        raise Refusal(verified_sentence(progress))
    WORKFLOW.check(progress.status, State.VERIFIED, by=by)
    waiting = progress.notes.filter(resolved_at=None).count()
    if waiting:
        raise Refusal(
            f"Masih ada {waiting} catatan terbuka. Nyatakan setiap catatan sudah "
            "diperbaiki atau dikesampingkan, atau kembalikan laporan."
        )
    _check_rechecked(progress)
    progress.state = State.VERIFIED
    progress.verified_by = person_of(by)
    progress.verified_at = now()
    progress.opened_by_verifier_at = (
        progress.opened_by_verifier_at or progress.verified_at
    )
    progress.open_until = None
    progress.changed_count = 0
    progress.save(
        update_fields=[
            "state",
            "verified_by",
            "verified_at",
            "opened_by_verifier_at",
            "open_until",
            "changed_count",
        ]
    )
    _mark_version(progress)
    record(by=by, verb=VERIFIED, obj=progress, region=progress.opd.region)
    return progress


def _check_rechecked(progress: Progress) -> None:
    """What stands as it was verified is not asked again; what changed is."""
    waiting = unchecked(progress)
    if not waiting:
        return
    named = "; ".join(change.called for change in waiting[:3])
    more = f"; dan {len(waiting) - 3} lainnya" if len(waiting) > 3 else ""
    raise Refusal(
        f"{changed_sentence(len(waiting))} dan belum ditandai sudah diperiksa: "
        f"{named}{more}."
    )


def _mark_version(progress: Progress) -> None:
    version = progress.versions.filter(withdrawn_at=None).last()
    if version is not None:
        version.verified_at = progress.verified_at
        version.verified_by = progress.verified_by
        version.save(update_fields=["verified_at", "verified_by"])


@transaction.atomic
def reopen(
    *, progress: Progress, reason: str, by: Actor, open_until: dt.date | None = None
) -> Progress:
    """Only the sekretariat, with a reason; the versions before stay as they are."""
    require(by, Permission.PROGRESS_REOPEN)
    progress = take(progress, by=by)
    if progress.state != State.VERIFIED:
        raise Refusal(
            f"Laporan ini berstatus «{progress.status.label}». Yang dibuka kembali "
            "hanya laporan terverifikasi."
        )
    WORKFLOW.check(progress.status, State.RETURNED, by=by)
    if not reason.strip():
        raise Refusal("Tulis alasan laporan dibuka kembali.", field="reason")
    was = (progress.verified_by, progress.verified_at)
    progress.verified_by = None
    progress.verified_at = None
    _send_back(progress, open_until, "verified_by", "verified_at")
    # The OPD reads the reason where it reads every other remark.
    ProgressNote.objects.create(
        progress=progress,
        text=reason.strip(),
        round=round_of(progress),
        written_by=person_of(by),
        written_at=now(),
    )
    record(
        by=by,
        verb=REOPENED,
        obj=progress,
        region=progress.opd.region,
        changes={"diverifikasi oleh": (was[0], None), "pada": (was[1], None)},
        reason=reason.strip(),
    )
    return progress


def person_of(by: Actor) -> User:
    """Judging is a person's act: the portal itself neither notes nor verifies."""
    if by.user is None:
        raise PermissionDenied("Yang memeriksa laporan adalah orang, bukan sistem.")
    return by.user


def round_of(progress: Progress) -> int:
    return max(1, progress.versions.count())


def verified_sentence(progress: Progress) -> str:
    zone = ZONES[progress.opd.region.zone]
    return (
        f"Laporan ini sudah diverifikasi oleh {progress.verified_by} pada "
        f"{tanggal_waktu(progress.verified_at, zone)}."
    )


def _send_back(progress: Progress, open_until: dt.date | None, *fields: str) -> None:
    """After the period's lock the OPD gets a day until which it may mend."""
    on = day_in(progress.opd.region)
    if open_until is not None and open_until < on:
        raise Refusal("Tanggal ini sudah lewat.", field="open_until")
    progress.open_until = open_until
    if is_locked(progress, on):
        raise Refusal(
            f"{progress.period} sudah dikunci sejak "
            f"{tanggal(progress.period.locks_on)}. Isi sampai tanggal berapa OPD boleh "
            "memperbaiki laporan ini.",
            field="open_until",
        )
    progress.state = State.RETURNED
    progress.returned_at = now()
    progress.approvals.filter(revoked_at=None).update(revoked_at=progress.returned_at)
    progress.save(update_fields=["state", "returned_at", "open_until", *fields])


def _take_to_judge(progress: Progress, by: Actor) -> Progress:
    require(by, Permission.PROGRESS_VERIFY)
    progress = take(progress, by=by)
    if reason := why_not_verify(progress, by):
        raise PermissionDenied(reason)
    return progress


def take_submitted(progress: Progress, by: Actor) -> Progress:
    progress = _take_to_judge(progress, by)
    if progress.state == State.VERIFIED:
        raise Refusal(verified_sentence(progress))
    if progress.state != State.SUBMITTED:
        raise Refusal(MOVED_ON.format(state=progress.status.label))
    return progress
