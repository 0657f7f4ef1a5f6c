"""What the system does with a letter job: take it, work, report, or fail."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Callable
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.text import slugify

from pokja.letters import paper
from pokja.letters.choices import JobKind, JobState
from pokja.letters.content import Addressee
from pokja.letters.mailing import send_waiting
from pokja.letters.models import LetterJob
from pokja.letters.writing import content_of
from pug_portal.access.actor import SYSTEM
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import today
from pug_portal.lib.leases import LeaseLost, Leases, Ticket
from pug_portal.lib.paths import storage_path
from pug_portal.lib.pdf import RenderError

logger = logging.getLogger(__name__)

LEASES: Leases[LetterJob] = Leases(JobState.QUEUED, JobState.RUNNING)
# Signs of life for the page that waits.
STEPS = 5
FOLDER = "surat-zip"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

ZIPPED = Verb("letter.zipped", "menyusun {object}")
MAILED = Verb("letter.mailed", "mengirim surel {object}")
FAILED = Verb("letter.job_failed", "gagal mengerjakan {object}")


class LetterTicket(Ticket):
    def tell(self, done: int) -> None:
        self.write(done=done)


def run(job_id: int) -> None:
    """Runs in a worker. Twice for one job is harmless: the second finds it taken."""
    job = LEASES.take(LetterJob.objects.with_meeting(), job_id)
    if job is None:
        return
    ticket = LetterTicket(job, LEASES.pending)
    try:
        _WORK[JobKind(job.kind)](job, ticket)
    except LeaseLost:
        logger.info("letter job %s: the lease has passed to another", job_id)
    except RenderError as failure:
        _fail(ticket, f"{failure.step}: {failure.reason}")
    except Exception as failure:
        logger.exception("letter job %s failed", job_id)
        _fail(ticket, f"{type(failure).__name__}: {failure}")


def _zip(job: LetterJob, ticket: LetterTicket) -> None:
    assert job.letter is not None  # noqa: S101 -- a database constraint says so
    content = content_of(job.letter)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for place, addressee in enumerate(content.addressees, 1):
            info = zipfile.ZipInfo(file_name(place, addressee), _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            # Each printed by itself: cut from one render it would lose its tags.
            target.writestr(info, paper.letter_pdf(content, addressee))
            if place % STEPS == 0:
                ticket.tell(place)
    keep(job, ticket, archive, len(content.addressees))


def file_name(place: int, addressee: Addressee) -> str:
    return f"{place:03d}-{slugify(addressee.label)[:60] or 'surat'}.pdf"


def keep(job: LetterJob, ticket: Ticket, archive: IO[bytes], total: int) -> None:
    region = job.about.region
    path = str(storage_path(region.code, today().year, FOLDER, "zip"))
    ticket.write()
    default_storage.save(path, File(archive))
    try:
        with transaction.atomic():
            ticket.end(state=JobState.READY, path=path, done=total, error="")
            record(by=SYSTEM, verb=ZIPPED, obj=job, region=region)
    except BaseException:
        default_storage.delete(path)
        raise


def _mail(job: LetterJob, ticket: LetterTicket) -> None:
    sent, failed = send_waiting(job, ticket.tell)
    with transaction.atomic():
        ticket.end(state=JobState.READY, done=sent + failed, error="")
        record(
            by=SYSTEM,
            verb=MAILED,
            obj=job,
            region=job.about.region,
            changes={"sent": (None, sent), "failed": (None, failed)},
        )


_WORK: dict[JobKind, Callable[[LetterJob, LetterTicket], None]] = {
    JobKind.ZIP: _zip,
    JobKind.MAIL: _mail,
}


def register(kind: JobKind, work: Callable[[LetterJob, LetterTicket], None]) -> None:
    """Work that needs more than letters comes from above."""
    _WORK[kind] = work


def _fail(ticket: Ticket, reason: str) -> None:
    try:
        with transaction.atomic():
            ticket.end(state=JobState.FAILED, error=reason[:1000])
            job = LetterJob.objects.with_meeting().get(pk=ticket.pk)
            region = job.about.region
            record(by=SYSTEM, verb=FAILED, obj=job, region=region, reason=job.error)
    except LeaseLost:
        logger.info("letter job %s: failed after its lease had passed", ticket.pk)


def requeue_lost() -> list[int]:
    return LEASES.requeue_lost(LetterJob.objects.all(), _fail)
