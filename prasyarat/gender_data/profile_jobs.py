"""What the system does with a profile: take it, collect, render, store, or fail.

Times here are real times, not the portal's: a demonstration's clock may stand still.
"""

from __future__ import annotations

import datetime as dt
import logging
import time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from prasyarat.gender_data import profile_pdf, profile_sheet
from prasyarat.gender_data.profile_content import Profile, collect
from prasyarat.gender_data.profile_models import PENDING, GenderProfile, ProfileState
from pug_portal.access.actor import SYSTEM
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_bytes
from pug_portal.files.models import StoredFile
from pug_portal.lib.pages import pages_of
from pug_portal.lib.pdf import RenderError

logger = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=3)
IN_QUEUE = dt.timedelta(minutes=1)
MAX_ATTEMPTS = 3
SECONDS_BETWEEN_SIGNS = 0.7
FOLDER = "profil-gender"

BUILT = Verb("gender_profile.built", "menyusun {object}")
REUSED = Verb("gender_profile.reused", "menjawab {object} dengan berkas yang sama")
FAILED = Verb("gender_profile.failed", "gagal menyusun {object}")


class LeaseLost(Exception):
    """Taken over by another worker: stop, and write nothing."""


class Ticket:
    """One worker's hold on one job. Signs are written outside any transaction."""

    def __init__(self, job: GenderProfile) -> None:
        self.pk, self.attempt = job.pk, job.attempts
        self._last_sign = time.monotonic()

    def write(self, **facts: object) -> None:
        facts.setdefault("lease_until", timezone.now() + LEASE)
        rows = GenderProfile.objects.filter(
            pk=self.pk, attempts=self.attempt, state__in=PENDING
        )
        if not rows.update(**facts):
            raise LeaseLost

    def tell(self, step: str, percent: int) -> None:
        moment = time.monotonic()
        if moment - self._last_sign >= SECONDS_BETWEEN_SIGNS:
            self._last_sign = moment
            self.write(step=step, percent=min(5 + percent * 90 // 100, 95))

    def end(self, **facts: object) -> None:
        self.write(finished_at=timezone.now(), lease_until=None, **facts)


def build(profile_id: int) -> None:
    """Runs in a worker. Twice for one job is harmless: the second finds it taken."""
    job = _take(profile_id)
    if job is None:
        return
    ticket = Ticket(job)
    try:
        _work(job, ticket)
    except LeaseLost:
        logger.info("profile %s: the lease has passed to another", profile_id)
    except RenderError as failure:
        _fail(ticket, f"{failure.step}: {failure.reason}")
    except Exception as failure:
        logger.exception("profile %s failed", profile_id)
        _fail(ticket, f"{type(failure).__name__}: {failure}")


@transaction.atomic
def _take(profile_id: int) -> GenderProfile | None:
    moment = timezone.now()
    free = Q(state=ProfileState.QUEUED) | Q(state__in=PENDING, lease_until__lt=moment)
    rows = GenderProfile.objects.select_for_update(of=("self",))
    job = (
        rows.select_related("region__parent")
        .filter(free, pk=profile_id, attempts__lt=MAX_ATTEMPTS)
        .first()
    )
    if job is None:
        return None
    job.state, job.step, job.percent = ProfileState.RUNNING, "Mengumpulkan data", 2
    job.attempts += 1
    job.lease_until = moment + LEASE
    job.save(update_fields=["state", "step", "percent", "attempts", "lease_until"])
    return job


def _work(job: GenderProfile, ticket: Ticket) -> None:
    profile = collect(job.region, job.year)
    facts = profile.sha256
    twin = (
        GenderProfile.objects.ready()
        .filter(region=job.region, year=job.year, facts_sha256=facts)
        .first()
    )
    if twin is not None:
        _end(job, ticket, twin.pdf, twin.sheet, facts, REUSED)
        return
    printed = profile_pdf.profile_pdf(profile, progress=ticket.tell)
    ticket.write(step="Menyimpan berkas", percent=95)
    _store(job, ticket, profile, printed, profile_sheet.profile_sheet(profile))


@transaction.atomic
def _store(
    job: GenderProfile, ticket: Ticket, profile: Profile, printed: bytes, book: bytes
) -> None:
    kept = {
        kind: store_bytes(
            content=content,
            name=f"{job}.{kind}",
            kind=kind,
            region=job.region,
            slice_name=FOLDER,
            by=SYSTEM,
            pages=pages_of(content) if kind == "pdf" else None,
        )
        for kind, content in (("pdf", printed), ("xlsx", book))
    }
    _end(job, ticket, kept["pdf"], kept["xlsx"], profile.sha256, BUILT)


@transaction.atomic
def _end(
    job: GenderProfile,
    ticket: Ticket,
    pdf: StoredFile | None,
    sheet: StoredFile | None,
    facts: str,
    verb: Verb,
) -> None:
    ticket.end(
        state=ProfileState.READY,
        step="Selesai",
        percent=100,
        error="",
        pdf=pdf,
        sheet=sheet,
        facts_sha256=facts,
    )
    record(by=SYSTEM, verb=verb, obj=job, region=job.region)


def _fail(ticket: Ticket, reason: str) -> None:
    try:
        with transaction.atomic():
            ticket.end(state=ProfileState.FAILED, error=reason[:1000])
            job = GenderProfile.objects.select_related("region").get(pk=ticket.pk)
            record(by=SYSTEM, verb=FAILED, obj=job, region=job.region, reason=job.error)
    except LeaseLost:
        logger.info("profile %s: failed after its lease had passed", ticket.pk)


def requeue_lost() -> list[int]:
    """Jobs nobody holds any more, back in the queue; after three attempts they fail."""
    moment = timezone.now()
    lost = GenderProfile.objects.running().filter(
        Q(lease_until=None) | Q(lease_until__lt=moment)
    )
    for job in lost.filter(attempts__gte=MAX_ATTEMPTS):
        _fail(Ticket(job), f"Pekerja berhenti {MAX_ATTEMPTS} kali. Ulangi.")
    again = list(lost.filter(attempts__lt=MAX_ATTEMPTS).values_list("pk", flat=True))
    GenderProfile.objects.filter(pk__in=again).filter(state__in=PENDING).update(
        state=ProfileState.QUEUED, lease_until=moment + IN_QUEUE
    )
    return again
