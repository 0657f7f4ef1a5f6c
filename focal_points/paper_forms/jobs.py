"""What the system does with a paper job: take it, work, report, or fail."""

from __future__ import annotations

import datetime as dt
import io
import logging
import time

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from focal_points.opd.models import Opd
from focal_points.paper_forms.desk import desk_of, opds_for
from focal_points.paper_forms.evidence import attach_pages
from focal_points.paper_forms.matching import BLANK, Desk, Judged, judge
from focal_points.paper_forms.models import (
    KEPT_DAYS,
    LEASE,
    JobState,
    Kind,
    Outcome,
    PaperJob,
    ScanFile,
    ScanPage,
)
from focal_points.paper_forms.paper import form_pdf
from focal_points.paper_forms.queries import form_for
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import Assignment
from pug_portal.lib.clock import today
from pug_portal.lib.leases import LeaseLost, Leases, Ticket
from pug_portal.lib.pdf import RenderError
from pug_portal.lib.scan import MOST_SECONDS as MOST_SECONDS_OF_A_FILE
from pug_portal.lib.scan import ScannedPage, pages_in_child
from pug_portal.lib.sniff import NotAllowed, sha256_of

logger = logging.getLogger(__name__)
LEASES: Leases[PaperJob] = Leases(JobState.QUEUED, JobState.RUNNING, LEASE)
# For the files of one job together, well within the task's own limit: what is left over
# then is told as files that were not read, and the job ends with the pages it has.
MOST_SECONDS = 540
SHORTEST = 5
OUT_OF_TIME = "“{name}” belum dibaca: unggahan ini terlalu lama dibaca. Unggah berkas ini sendiri."
BROKEN = (
    "Halaman ini belum dapat dilampirkan karena galat. Tetapkan sekali lagi; bila "
    "terulang, hubungi administrator."
)
HAT_ENDED = "Peran yang dipakai saat meminta ini sudah berakhir. Minta sekali lagi."


def run(job_id: int, *, most_seconds: int = MOST_SECONDS) -> None:
    """Twice for one job is harmless: the second finds it taken."""
    rows = PaperJob.objects.select_related("period__region", "asked_by")
    job = LEASES.take(rows.defer("content"), job_id)
    if job is None:
        return
    ticket = LEASES.ticket(job)
    until = time.monotonic() + most_seconds
    try:
        if job.kind == Kind.PRINT:
            _print(job, ticket, _person(job))
        else:
            _scan(job, ticket, _person(job), until)
    except LeaseLost:
        logger.info("paper job %s: the lease has passed to another", job_id)
    except (Refusal, RenderError) as refusal:
        _fail(ticket, str(refusal))
    except Exception:
        logger.exception("paper job %s failed", job_id)
        _fail(
            ticket,
            "Pekerjaan terhenti karena galat. Ulangi; bila terulang, hubungi administrator.",
        )


def _person(job: PaperJob) -> Actor:
    """The rights are those of today, not of the day the work was asked for."""
    rows = Assignment.objects.valid_on(today()).select_related("region")
    hat = rows.filter(pk=job.assignment_id or 0, user=job.asked_by_id).first()
    if hat is None or not job.asked_by.is_active:
        raise Refusal(HAT_ENDED)
    return actor_under(hat, job.asked_by)


def _print(job: PaperJob, ticket: Ticket, by: Actor) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    opds = list(opds_for(job.period, by).order_by("name", "pk"))
    for place, opd in enumerate(opds, start=1):
        made = form_pdf(form_for(job.period, opd, by))
        # Sheets printed on both sides: no OPD begins on the back of another's page.
        pages = PdfReader(io.BytesIO(made)).pages
        writer.append(io.BytesIO(made), outline_item=opd.name)
        if len(pages) % 2:
            writer.add_blank_page()
        ticket.write(done=place, total=len(opds))
    writer.compress_identical_objects(remove_unreferenced=False)
    content = io.BytesIO()
    writer.write(content)
    ticket.end(state=JobState.READY, content=content.getvalue())


def _scan(job: PaperJob, ticket: Ticket, by: Actor, until: float) -> None:
    desk = desk_of(job.period, by)
    done = 0
    for file in job.files.defer("content"):
        _read(file, desk, until)
        done += file.pages.count()
        ticket.write(done=min(done, job.total))
    matched: dict[int, list[ScanPage]] = {}
    rows = ScanPage.objects.filter(file__job=job, outcome=Outcome.MATCHED)
    for page in rows.select_related("file").order_by("file__order", "number"):
        matched.setdefault(page.opd_id or 0, []).append(page)
    for opd in Opd.objects.filter(pk__in=matched).select_related("region"):
        _attach(job, opd, matched[opd.pk], by)
        ticket.write()
    ticket.end(state=JobState.READY, done=job.total)


def _read(file: ScanFile, desk: Desk, until: float) -> None:
    """A file that was read before the job was lost is not read again."""
    content = ScanFile.objects.values_list("content", flat=True).get(pk=file.pk)
    if content is None:
        return
    try:
        found = _pages(bytes(content), file, int(until - time.monotonic()))
    except NotAllowed as problem:
        found, file.refusal = [], problem.sentence[:400]
    with transaction.atomic():
        for number, page in enumerate(found, start=1):
            judged = _judged(page, desk)
            keeps = judged.outcome in (Outcome.MATCHED, Outcome.OPEN)
            ScanPage.objects.create(
                file=file,
                number=number,
                outcome=judged.outcome,
                reason=judged.reason,
                opd_id=judged.opd,
                page=judged.page,
                pages=judged.pages,
                sha256=sha256_of(page.picture),
                thumb=page.thumb,
                picture=page.picture if keeps else None,
            )
        file.content = None
        file.save(update_fields=["content", "refusal"])


def _pages(content: bytes, file: ScanFile, seconds: int) -> list[ScannedPage]:
    if seconds < SHORTEST:
        raise NotAllowed(OUT_OF_TIME.format(name=file.name[:60]))
    most = min(seconds, MOST_SECONDS_OF_A_FILE)
    return pages_in_child(content, file.kind, file.name, most_seconds=most)


def _judged(page: ScannedPage, desk: Desk) -> Judged:
    """Empty backs of sheets would only be in the way of who assigns the others."""
    return Judged(Outcome.DROPPED, BLANK) if page.is_blank else judge(page.codes, desk)


def _attach(job: PaperJob, opd: Opd, pages: list[ScanPage], by: Actor) -> None:
    """One report that is shut, or broken, does not cost the others their pages."""
    rows = ScanPage.objects.filter(pk__in=[page.pk for page in pages])
    try:
        attach_pages(period=job.period, opd=opd, pages=pages, by=by)
    except (Refusal, PermissionDenied) as refusal:
        told = getattr(refusal, "sentence", "") or str(refusal)
        rows.update(outcome=Outcome.REFUSED, reason=told[:400], picture=None)
    except Exception:
        logger.exception("the pages of OPD %s could not be attached", opd.pk)
        rows.update(outcome=Outcome.OPEN, reason=BROKEN)


def _fail(ticket: Ticket, reason: str) -> None:
    try:
        ticket.end(state=JobState.FAILED, error=reason[:1000])
    except LeaseLost:
        logger.info("paper job %s: failed after its lease had passed", ticket.pk)


def requeue_lost() -> list[int]:
    return LEASES.requeue_lost(PaperJob.objects.defer("content"), _fail)


@transaction.atomic
def drop_old() -> int:
    """Forms and pictures that nobody came for. What became evidence is not touched."""
    before = timezone.now() - dt.timedelta(days=KEPT_DAYS)
    old = PaperJob.objects.filter(finished_at__lt=before)
    count = old.filter(kind=Kind.PRINT).delete()[0]
    # A job that failed half-way leaves files behind that were never read.
    unread = ScanFile.objects.filter(job__in=old).exclude(content=None)
    count += unread.update(content=None)
    pages = ScanPage.objects.filter(file__job__in=old).exclude(thumb=None)
    pages.filter(outcome=Outcome.OPEN).update(outcome=Outcome.DROPPED)
    return count + pages.update(thumb=None, picture=None)
