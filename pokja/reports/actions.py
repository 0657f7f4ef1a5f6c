"""Verbs of the Pokja report: ask, try again, cancel, and move the document on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from pokja.reports.jobs import IN_QUEUE
from pokja.reports.models import JobState, PokjaReport, State
from pokja.reports.tasks import build_report
from pokja.reports.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib import qr
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

FIRST_YEAR = 2000

REQUESTED = Verb("report.requested", "meminta {object} disusun")
RETRIED = Verb("report.retried", "mengulangi penyusunan {object}")
CANCELLED = Verb("report.cancelled", "membatalkan penyusunan {object}")
MOVES = {
    State.SUBMITTED: Verb("report.submitted", "mengajukan {object} untuk disahkan"),
    State.DRAFT: Verb("report.returned", "mengembalikan {object} menjadi draf"),
    State.SETTLED: Verb("report.settled", "mengesahkan {object}"),
    State.SENT: Verb("report.sent", "menandai {object} terkirim"),
}


@transaction.atomic
def request_report(
    *, region: Region, semester: Semester, inputs: dict[str, Any], by: Actor
) -> tuple[PokjaReport, bool]:
    """The job and whether it is new: asked while one runs, the running one is it."""
    require(by, Permission.REPORT_REQUEST)
    _refuse_other_region(region, by)
    if semester.start > today() or semester.year < FIRST_YEAR:
        raise Refusal(
            f"{semester.label} belum dimulai atau terlalu lama. Pilih semester lain.",
            field="semester",
        )
    # Editions are numbered and jobs counted under the region's lock.
    Region.objects.select_for_update().get(pk=region.pk)
    reports = PokjaReport.objects.filter(
        region=region, year=semester.year, half=semester.half
    )
    running = reports.running().first()
    if running is not None:
        return running, False
    last = reports.editions().aggregate(last=Max("edition"))["last"] or 0
    report = PokjaReport.objects.create(
        region=region,
        year=semester.year,
        half=semester.half,
        edition=last + 1,
        title=f"Laporan Pokja PUG {region.name} {semester.label}",
        code=qr.verification_code(),
        requested_by=by.user,
        requested_at=now(),
        lease_until=timezone.now() + IN_QUEUE,
        inputs=inputs,
    )
    record(by=by, verb=REQUESTED, obj=report, region=region)
    _enqueue(report)
    return report, True


@transaction.atomic
def retry_report(*, report: PokjaReport, by: Actor) -> PokjaReport:
    require(by, Permission.REPORT_REQUEST)
    report = _locked(report, by)
    if not report.has_failed:
        raise Refusal("Hanya penyusunan yang gagal yang dapat diulangi.")
    others = PokjaReport.objects.running().filter(
        region=report.region, year=report.year, half=report.half
    )
    if others.exists():
        raise Refusal(
            f"Laporan {report.semester.label} yang lain sedang disusun. "
            "Tunggu sampai selesai."
        )
    _change(
        report,
        job_state=JobState.QUEUED,
        job_step="",
        job_percent=0,
        job_error="",
        attempts=0,
        lease_until=timezone.now() + IN_QUEUE,
        finished_at=None,
    )
    record(by=by, verb=RETRIED, obj=report, region=report.region)
    _enqueue(report)
    return report


@transaction.atomic
def cancel_report(*, report: PokjaReport, by: Actor) -> PokjaReport:
    """The worker finds its lease gone at its next sign of life, and stops."""
    require(by, Permission.REPORT_REQUEST)
    report = _locked(report, by)
    if not report.is_running:
        raise Refusal("Penyusunan ini sudah selesai, jadi tidak dapat dibatalkan.")
    _change(
        report,
        job_state=JobState.FAILED,
        job_error=f"Dibatalkan oleh {by.name}.",
        finished_at=timezone.now(),
        lease_until=None,
    )
    record(by=by, verb=CANCELLED, obj=report, region=report.region)
    return report


@transaction.atomic
def move_report(*, report: PokjaReport, target: str, by: Actor) -> PokjaReport:
    """Submit, return, settle or mark as sent; settled means who and when."""
    require(by, Permission.REPORT_REQUEST, Permission.REPORT_SETTLE)
    report = _locked(report, by)
    WORKFLOW.check(State(report.state), target, by=by)
    if not report.is_ready or report.same_as_id:
        raise Refusal("PDF laporan ini belum siap.")
    before, state = report.state, State(target)
    _change(report, state=state, **_who_and_when(state, by))
    record(
        by=by,
        verb=MOVES[state],
        obj=report,
        region=report.region,
        changes={"state": (before, state.value)},
    )
    return report


def _who_and_when(state: State, by: Actor) -> dict[str, object]:
    moment: dt.datetime = now()
    if state == State.SETTLED:
        return {"settled_by": by.user, "settled_at": moment}
    if state == State.SENT:
        return {"sent_by": by.user, "sent_at": moment}
    return {}


def _locked(report: PokjaReport, by: Actor) -> PokjaReport:
    _refuse_other_region(report.region, by)
    # The region first: the order in which a request takes its locks.
    Region.objects.select_for_update().get(pk=report.region_id)
    return PokjaReport.objects.select_for_update().get(pk=report.pk)


def _refuse_other_region(region: Region, by: Actor) -> None:
    if by.is_system or (by.region is not None and by.region.pk == region.pk):
        return
    raise PermissionDenied(
        "Laporan Pokja hanya diurus oleh daerahnya sendiri. Hubungi sekretariat "
        f"Pokja {region.name}."
    )


def _change(report: PokjaReport, **facts: object) -> None:
    for name, value in facts.items():
        setattr(report, name, value)
    report.save(update_fields=list(facts))


def _enqueue(report: PokjaReport) -> None:
    """After the commit, and without harm when the broker is down: the row is the
    truth, beat finds it when its place in the queue runs out."""

    def send() -> None:
        build_report.apply_async((report.pk,), retry=False)

    transaction.on_commit(send, robust=True)
