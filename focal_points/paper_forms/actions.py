"""Asking for forms, bringing scans in, and assigning the pages that told nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from focal_points.opd.models import Opd
from focal_points.paper_forms.desk import opds_for
from focal_points.paper_forms.evidence import attach_pages
from focal_points.paper_forms.models import (
    LEASE,
    PENDING,
    Kind,
    Outcome,
    PaperJob,
    ScanFile,
    ScanPage,
)
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib import photos, sniff
from pug_portal.lib.clock import now
from pug_portal.lib.numbers import ukuran
from pug_portal.lib.pages import pages_of
from pug_portal.lib.paths import display_name
from pug_portal.lib.scan import MOST_PAGES as MOST_IN_FILE

PRINT_ASKED = Verb("paper.print_asked", "meminta {object} semua OPD")
SCANS_SENT = Verb("paper.scans_sent", "mengunggah {object}")

UNDER_ANOTHER_HAT = (
    "Formulir periode ini sedang disusun atas permintaan Anda dengan peran yang lain. "
    "Tunggu sampai selesai, atau ganti peran untuk mengunduhnya."
)
MOST_FILES, MOST_PAGES = 60, 300
MOST_BYTES = 100 * 1024**2
# So few are read while the person waits; more go to the background.
AT_ONCE = 6
# Seconds that a person waits for them at most.
WHILE_WAITING = 40


@transaction.atomic
def ask_print(*, period: ReportingPeriod, by: Actor) -> PaperJob:
    """Forms of all OPD in one PDF. Asked again while it is made: that one."""
    require_in(by, period.region, Permission.PROGRESS_FILL_FOR)
    ReportingPeriod.objects.select_for_update().get(pk=period.pk)
    rows = PaperJob.objects.of(by).filter(period=period, kind=Kind.PRINT)
    if running := rows.pending().first():
        return running
    mine = PaperJob.objects.filter(period=period, kind=Kind.PRINT, asked_by=by.user)
    if mine.pending().exists():
        raise Refusal(UNDER_ANOTHER_HAT)
    total = opds_for(period, by).count()
    if not total:
        raise Refusal("Tidak ada OPD yang melapor pada periode ini.")
    # The forms of before are out of date by now, and large.
    rows.delete()
    job = _job(period, Kind.PRINT, total, by)
    record(by=by, verb=PRINT_ASKED, obj=job, region=period.region)
    return job


@transaction.atomic
def take_scans(
    *, period: ReportingPeriod, uploads: Sequence[UploadedFile], by: Actor
) -> PaperJob:
    """Every file is judged before any is kept; the pages are read by the job."""
    require(by, *FILLERS)
    if not opds_for(period, by).exists():
        raise Refusal("Tidak ada OPD Anda yang melapor pada periode ini.")
    files, total = _judged(uploads)
    same = _unread_twin(period, files, by)
    if same is not None:
        return same
    job = _job(period, Kind.SCAN, total, by)
    ScanFile.objects.bulk_create(
        ScanFile(job=job, order=order, **file) for order, file in enumerate(files)
    )
    record(
        by=by,
        verb=SCANS_SENT,
        obj=job,
        region=period.region,
        changes={"Berkas": (None, len(files)), "Halaman": (None, total)},
    )
    return job


def _job(period: ReportingPeriod, kind: Kind, total: int, by: Actor) -> PaperJob:
    assert by.user is not None  # noqa: S101 -- guests have no page of this slice
    return PaperJob.objects.create(
        period=period,
        kind=kind,
        total=total,
        asked_by=by.user,
        assignment_id=by.assignment_id,
        asked_at=now(),
        lease_until=timezone.now() + LEASE,
    )


def _judged(uploads: Sequence[UploadedFile]) -> tuple[list[dict[str, object]], int]:
    if len(uploads) > MOST_FILES:
        raise Refusal(
            f"Paling banyak {MOST_FILES} berkas sekali unggah; ini {len(uploads)}. "
            "Unggah sebagian dahulu.",
            field="scans",
        )
    if sum(upload.size or 0 for upload in uploads) > MOST_BYTES:
        raise Refusal(
            f"Berkas ini bersama-sama lebih dari {ukuran(MOST_BYTES)}. Unggah sebagian "
            "dahulu.",
            field="scans",
        )
    files = [_file(upload) for upload in uploads]
    total = sum(pages for _, pages in files)
    if total > MOST_PAGES:
        raise Refusal(
            f"Paling banyak {MOST_PAGES} halaman sekali unggah; ini {total}. Unggah "
            "sebagian dahulu.",
            field="scans",
        )
    return [file for file, _ in files], total


def _file(upload: UploadedFile) -> tuple[dict[str, object], int]:
    name = upload.name or "pindaian"
    upload.seek(0)
    content = upload.read()
    try:
        kind, pages = _kind_and_pages(content, name)
    except sniff.NotAllowed as problem:
        raise Refusal(problem.sentence, field="scans") from problem
    if kind not in (sniff.Kind.PDF, sniff.Kind.JPG, sniff.Kind.PNG):
        raise Refusal(
            f"“{name[:60]}” bukan pindaian. Unggah PDF, JPG, PNG, atau foto HEIC.",
            field="scans",
        )
    file = {
        "name": display_name(name, kind),
        "kind": str(kind),
        "sha256": sniff.sha256_of(content),
        "content": content,
    }
    return file, pages


def _kind_and_pages(content: bytes, name: str) -> tuple[sniff.Kind, int]:
    if photos.is_heic(content) and len(content) <= settings.UPLOAD_MAX_BYTES:
        return sniff.Kind.JPG, 1
    kind = sniff.kind_of(content, name, settings.UPLOAD_MAX_BYTES)
    if kind != sniff.Kind.PDF:
        return kind, 1
    pages = pages_of(content, name)
    if pages is None:
        raise sniff.NotAllowed(
            f"PDF “{name[:60]}” rusak. Pindai ulang, lalu unggah lagi."
        )
    if pages > MOST_IN_FILE:
        raise sniff.NotAllowed(
            f"PDF “{name[:60]}” {pages} halaman; paling banyak {MOST_IN_FILE} per "
            "berkas. Bagi menjadi beberapa berkas."
        )
    return kind, pages


def _unread_twin(
    period: ReportingPeriod, files: Sequence[Mapping[str, object]], by: Actor
) -> PaperJob | None:
    """The button was pressed twice: the same files are still being read."""
    sent = sorted(str(file["sha256"]) for file in files)
    for job in PaperJob.objects.of(by).filter(
        period=period, kind=Kind.SCAN, state__in=PENDING
    ):
        if sorted(job.files.values_list("sha256", flat=True)) == sent:
            return job
    return None


@dataclass(frozen=True)
class Assigned:
    """How many pages are no longer open, and why others still are."""

    pages: int
    refused: tuple[str, ...] = ()


@transaction.atomic
def assign_pages(
    *, job: PaperJob, chosen: Mapping[int, int | None], by: Actor
) -> Assigned:
    """Pages that told nothing, by hand: {page: OPD}; None sets a page aside.

    Each report stands for itself: pages of a refused one stay open and say why.
    """
    require(by, *FILLERS)
    job = (
        PaperJob.objects.select_for_update(of=("self",))
        .select_related("period__region")
        .get(pk=job.pk)
    )
    rows = ScanPage.objects.filter(file__job=job, outcome=Outcome.OPEN, pk__in=chosen)
    pages = list(rows.select_related("file").order_by("file__order", "number"))
    opds = {opd.pk: opd for opd in opds_for(job.period, by)}
    groups: dict[int, list[ScanPage]] = {}
    for page in pages:
        opd = chosen[page.pk]
        if opd is not None and opd not in opds:
            raise Refusal("Pilih OPD dari daftar.")
        if opd is None:
            page.outcome, page.picture = Outcome.DROPPED, None
            page.save(update_fields=["outcome", "picture"])
            continue
        page.opd = opds[opd]
        page.save(update_fields=["opd"])
        groups.setdefault(opd, []).append(page)
    told = {key: _attached(job, opds[key], group, by) for key, group in groups.items()}
    refused = {key: sentence for key, sentence in told.items() if sentence}
    left = sum(len(groups[key]) for key in refused)
    if refused and left == len(pages):
        raise Refusal(" ".join(refused.values()))
    return Assigned(len(pages) - left, tuple(refused.values()))


def _attached(job: PaperJob, opd: Opd, pages: Sequence[ScanPage], by: Actor) -> str:
    """Why not; empty when they were attached."""
    try:
        attach_pages(period=job.period, opd=opd, pages=pages, by=by)
    except Refusal as refusal:
        rows = ScanPage.objects.filter(pk__in=[page.pk for page in pages])
        rows.update(reason=refusal.sentence[:400])
        return refusal.sentence
    return ""
