"""What the system does with a report job: take it, collect, render, store, or fail.

Times here are real times, not the portal's: a demonstration's clock may stand still.
"""

from __future__ import annotations

import datetime as dt
import logging
import time

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from pokja.reports import pdf
from pokja.reports.collect import collect, snapshot
from pokja.reports.content import (
    CONTENT_VERSION,
    ReportContent,
    Stamp,
    facts_hash,
    from_json,
    to_json,
)
from pokja.reports.models import PENDING, JobState, PokjaReport
from pokja.reports.queries import figures_day
from pokja.reports.summary import key_figures
from pug_portal.access.actor import SYSTEM
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_bytes
from pug_portal.lib.clock import today
from pug_portal.lib.pages import pages_of
from pug_portal.lib.pdf import RenderError

logger = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=3)
IN_QUEUE = dt.timedelta(minutes=1)
MAX_ATTEMPTS = 3
SECONDS_BETWEEN_SIGNS = 0.7
COLLECTING_PERCENT, RENDERED_PERCENT = 10, 95

BUILT = Verb("report.built", "menyusun {object}")
REUSED = Verb("report.reused", "menjawab permintaan {object} dengan edisi yang sama")
FAILED = Verb("report.failed", "gagal menyusun {object}")


class LeaseLost(Exception):
    """Cancelled, or taken over by another worker: stop, and write nothing."""


class Ticket:
    """One worker's hold on one job. Signs are written outside any transaction."""

    def __init__(self, report: PokjaReport) -> None:
        self.pk, self.attempt = report.pk, report.attempts
        self.started_at = report.started_at
        self.step = report.job_step
        self._last_sign = time.monotonic()

    def write(self, **facts: object) -> None:
        facts.setdefault("lease_until", timezone.now() + LEASE)
        rows = PokjaReport.objects.filter(
            pk=self.pk,
            attempts=self.attempt,
            started_at=self.started_at,
            job_state__in=PENDING,
        )
        if not rows.update(**facts):
            raise LeaseLost

    def tell(self, step: str, percent: int) -> None:
        """WeasyPrint's step and percent, at most about once a second."""
        is_new_step, self.step = step != self.step, step
        if is_new_step or self._is_time():
            share = RENDERED_PERCENT - COLLECTING_PERCENT
            done = COLLECTING_PERCENT + percent * share // 100
            self.write(job_step=step, job_percent=done)

    def _is_time(self) -> bool:
        moment = time.monotonic()
        if moment - self._last_sign < SECONDS_BETWEEN_SIGNS:
            return False
        self._last_sign = moment
        return True


def build(report_id: int) -> None:
    """Runs in a worker. Twice for one job is harmless: the second finds it taken."""
    report = _take(report_id)
    if report is None:
        return
    ticket = Ticket(report)
    try:
        _work(report, ticket)
    except LeaseLost:
        logger.info("report %s: the lease has passed to another", report_id)
    except RenderError as failure:
        _fail(ticket, failure.step, failure.reason)
    except Exception as failure:
        logger.exception("report %s failed at %s", report_id, ticket.step)
        _fail(ticket, ticket.step, f"{type(failure).__name__}: {failure}")


def _work(report: PokjaReport, ticket: Ticket) -> None:
    content = _frozen(report, ticket)
    twin = _twin(report)
    if twin is not None:
        _answer_with(twin, report, ticket)
        return
    printed = pdf.render(content, progress=ticket.tell)
    ticket.step = "Menyimpan berkas"
    ticket.write(job_step=ticket.step, job_percent=RENDERED_PERCENT)
    _store(report, ticket, content, printed)


@transaction.atomic
def _take(report_id: int) -> PokjaReport | None:
    """The job, if it is free: still in the queue, or lost by whoever had it."""
    moment = timezone.now()
    free = Q(job_state=JobState.QUEUED) | Q(
        job_state__in=PENDING, lease_until__lt=moment
    )
    report = (
        PokjaReport.objects.select_for_update()
        .filter(free, pk=report_id, attempts__lt=MAX_ATTEMPTS)
        .first()
    )
    if report is None:
        return None
    report.job_state = JobState.COLLECTING
    report.job_step, report.job_percent = "Mengumpulkan data", 2
    report.attempts += 1
    report.started_at, report.lease_until = moment, moment + LEASE
    report.save(
        update_fields=[
            "job_state",
            "job_step",
            "job_percent",
            "attempts",
            "started_at",
            "lease_until",
        ]
    )
    return report


def _frozen(report: PokjaReport, ticket: Ticket) -> ReportContent:
    """The content, collected once: a second attempt prints what the first has frozen.

    Frozen in the shape of an earlier release and not yet printed: collected anew.
    """
    if report.content is None or report.content["version"] != CONTENT_VERSION:
        with snapshot():
            region, semester = report.region, report.semester
            day = figures_day(region, semester)
            facts = collect(region, semester, day, report.inputs)
        content = facts.stamped(_stamp(report))
        report.content, report.content_sha256 = to_json(content), facts_hash(content)
        report.key_figures = key_figures(content)
    ticket.write(
        job_state=JobState.RENDERING,
        job_step="Membaca isi",
        job_percent=COLLECTING_PERCENT,
        content=report.content,
        content_sha256=report.content_sha256,
        key_figures=report.key_figures,
    )
    return from_json(report.content)


def _stamp(report: PokjaReport) -> Stamp:
    address = reverse("verify-code", kwargs={"code": report.code})
    return Stamp(
        code=report.code,
        verify_url=settings.SITE_URL + address,
        edition=report.edition,
        collected_on=today(),
    )


def _twin(report: PokjaReport) -> PokjaReport | None:
    """A finished edition of the same facts: they are never rendered twice."""
    same = PokjaReport.objects.editions().filter(
        region=report.region,
        year=report.year,
        half=report.half,
        content_sha256=report.content_sha256,
        job_state=JobState.READY,
    )
    return same.order_by("-edition").first()


@transaction.atomic
def _answer_with(twin: PokjaReport, report: PokjaReport, ticket: Ticket) -> None:
    ticket.write(
        job_state=JobState.READY,
        job_step="Selesai",
        job_percent=100,
        same_as=twin,
        pdf=twin.pdf,
        content=None,
        finished_at=timezone.now(),
        lease_until=None,
    )
    record(by=SYSTEM, verb=REUSED, obj=report, region=report.region)


@transaction.atomic
def _store(
    report: PokjaReport, ticket: Ticket, content: ReportContent, printed: bytes
) -> None:
    ticket.write()
    name = f"{content.cover.title}.pdf"
    stored = store_bytes(
        content=printed,
        name=name,
        kind="pdf",
        region=report.region,
        slice_name="laporan",
        by=SYSTEM,
        pages=pages_of(printed, name, is_ours=True),
    )
    ticket.write(
        job_state=JobState.READY,
        job_step="Selesai",
        job_percent=100,
        job_error="",
        pdf=stored,
        finished_at=timezone.now(),
        lease_until=None,
    )
    record(
        by=SYSTEM,
        verb=BUILT,
        obj=report,
        region=report.region,
        changes={"pdf": (None, f"{stored.name}, SHA-256 {stored.sha256}")},
    )


def _fail(ticket: Ticket, step: str, reason: str) -> None:
    try:
        with transaction.atomic():
            ticket.write(
                job_state=JobState.FAILED,
                job_error=f"Gagal pada langkah «{step}». {reason}"[:1000],
                finished_at=timezone.now(),
                lease_until=None,
            )
            report = PokjaReport.objects.select_related("region").get(pk=ticket.pk)
            record(
                by=SYSTEM,
                verb=FAILED,
                obj=report,
                region=report.region,
                reason=report.job_error,
            )
    except LeaseLost:
        logger.info("report %s: failed after its lease had passed", ticket.pk)


def requeue_lost() -> list[int]:
    """Jobs nobody holds any more, back in the queue; after three attempts they fail."""
    moment = timezone.now()
    lost = PokjaReport.objects.running().filter(
        Q(lease_until=None) | Q(lease_until__lt=moment)
    )
    for report in lost.filter(attempts__gte=MAX_ATTEMPTS):
        _fail(
            Ticket(report),
            report.job_step,
            f"Pekerja berhenti {MAX_ATTEMPTS} kali. Ulangi, atau hubungi administrator.",
        )
    again = list(lost.filter(attempts__lt=MAX_ATTEMPTS).values_list("pk", flat=True))
    PokjaReport.objects.filter(pk__in=again).filter(
        Q(lease_until=None) | Q(lease_until__lt=moment)
    ).update(
        job_state=JobState.QUEUED,
        job_step="",
        lease_until=moment + IN_QUEUE,
    )
    return again
