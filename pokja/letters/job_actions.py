"""Asking for the ZIP of all letters, and for the mails."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from pokja.letters.choices import PENDING, JobKind, MailState
from pokja.letters.mailing import can_mail, mails_for
from pokja.letters.models import Letter, LetterJob, LetterMail
from pokja.letters.tasks import run_letter_job
from pokja.letters.writing import content_of
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.leases import IN_QUEUE

ZIP_ASKED = Verb("letter.zip_asked", "meminta {object}")
MAIL_ASKED = Verb("letter.mail_asked", "meminta {object}")


@transaction.atomic
def ask_zip(*, letter: Letter, by: Actor) -> LetterJob:
    """Asked while one is being made: that one."""
    letter = _finished(letter, by)
    total = len(content_of(letter).addressees)
    return _pending(letter, JobKind.ZIP) or _begin(letter, JobKind.ZIP, total, by)


@transaction.atomic
def ask_mail(*, letter: Letter, by: Actor) -> LetterJob:
    """To every address that has not got this letter yet; the task carries an id only."""
    letter = _finished(letter, by)
    if not can_mail():
        raise Refusal("Peladen surel belum diatur. Hubungi administrator.")
    running = _pending(letter, JobKind.MAIL)
    if running is not None:
        return running
    sent = LetterMail.objects.filter(job__letter=letter, state=MailState.SENT)
    mails = mails_for(content_of(letter), set(sent.values_list("email", flat=True)))
    if not mails:
        raise Refusal("Tidak ada alamat surel yang belum dikirimi.")
    job = _begin(letter, JobKind.MAIL, len(mails), by)
    for mail in mails:
        mail.job = job
    LetterMail.objects.bulk_create(mails)
    return job


def _begin(letter: Letter, kind: JobKind, total: int, by: Actor) -> LetterJob:
    job = LetterJob.objects.create(
        letter=letter,
        kind=kind,
        total=total,
        requested_by=by.user,
        requested_at=now(),
        lease_until=timezone.now() + IN_QUEUE,
    )
    verb = ZIP_ASKED if kind == JobKind.ZIP else MAIL_ASKED
    record(
        by=by,
        verb=verb,
        obj=job,
        region=letter.meeting.region,
        changes={"total": (None, total)},
    )
    enqueue(job)
    return job


def enqueue(job: LetterJob) -> None:
    """After the commit, and without harm when the broker is down: the row is the
    truth, beat finds it when its place in the queue runs out."""

    def send() -> None:
        run_letter_job.apply_async((job.pk,), retry=False)

    transaction.on_commit(send, robust=True)


def _pending(letter: Letter, kind: JobKind) -> LetterJob | None:
    rows = LetterJob.objects.filter(letter=letter, kind=kind, state__in=PENDING)
    return rows.first()


def _finished(letter: Letter, by: Actor) -> Letter:
    require(by, Permission.MEETING_EDIT)
    found = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("meeting__region", "letterhead")
        .get(pk=letter.pk)
    )
    require_in(by, found.meeting.region, Permission.MEETING_EDIT)
    if not found.is_finished:
        raise Refusal("Selesaikan dahulu suratnya.")
    return found
