"""What the system does with a profile: take it, collect, render, store, or fail."""

from __future__ import annotations

import logging
import time

from django.db import transaction

from prasyarat.gender_data import profile_pdf, profile_sheet
from prasyarat.gender_data.profile_content import Profile, collect
from prasyarat.gender_data.profile_models import GenderProfile, ProfileState
from pug_portal.access.actor import SYSTEM
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_bytes
from pug_portal.files.models import StoredFile
from pug_portal.lib.leases import LeaseLost, Leases, Ticket
from pug_portal.lib.pages import pages_of
from pug_portal.lib.pdf import RenderError

logger = logging.getLogger(__name__)

LEASES: Leases[GenderProfile] = Leases(ProfileState.QUEUED, ProfileState.RUNNING)
SECONDS_BETWEEN_SIGNS = 0.7
FOLDER = "profil-gender"

BUILT = Verb("gender_profile.built", "menyusun {object}")
REUSED = Verb("gender_profile.reused", "menjawab {object} dengan berkas yang sama")
FAILED = Verb("gender_profile.failed", "gagal menyusun {object}")


class ProfileTicket(Ticket):
    """Tells the step of the rendering, at most about once a second."""

    _last_sign = 0.0

    def tell(self, step: str, percent: int) -> None:
        moment = time.monotonic()
        if moment - self._last_sign >= SECONDS_BETWEEN_SIGNS:
            self._last_sign = moment
            self.write(step=step, percent=min(5 + percent * 90 // 100, 95))


def build(profile_id: int) -> None:
    """Runs in a worker. Twice for one job is harmless: the second finds it taken."""
    rows = GenderProfile.objects.select_related("region__parent")
    job = LEASES.take(rows, profile_id, step="Mengumpulkan data", percent=2)
    if job is None:
        return
    ticket = ProfileTicket(job, LEASES.pending)
    try:
        _work(job, ticket)
    except LeaseLost:
        logger.info("profile %s: the lease has passed to another", profile_id)
    except RenderError as failure:
        _fail(ticket, f"{failure.step}: {failure.reason}")
    except Exception as failure:
        logger.exception("profile %s failed", profile_id)
        _fail(ticket, f"{type(failure).__name__}: {failure}")


def _work(job: GenderProfile, ticket: ProfileTicket) -> None:
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
    job: GenderProfile,
    ticket: ProfileTicket,
    profile: Profile,
    printed: bytes,
    book: bytes,
) -> None:
    kept = {
        kind: store_bytes(
            content=content,
            name=f"{job}.{kind}",
            kind=kind,
            region=job.region,
            slice_name=FOLDER,
            by=SYSTEM,
            pages=pages_of(content, is_ours=True) if kind == "pdf" else None,
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
    return LEASES.requeue_lost(GenderProfile.objects.all(), _fail)
