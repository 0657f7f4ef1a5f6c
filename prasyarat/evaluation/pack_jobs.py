"""The worker's part: the pack as a ZIP on disk, one piece of a file at a time in memory."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import tempfile
import time
import zipfile
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F

from prasyarat.evaluation import manifest
from prasyarat.evaluation.content import content_of
from prasyarat.evaluation.manifest import Copied, Copies
from prasyarat.evaluation.models import EvaluationPack, PackState
from prasyarat.evaluation.placing import Placed, placed, refuse_too_much
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import Assignment, User
from pug_portal.audit.record import Verb, record
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now, today
from pug_portal.lib.leases import LeaseLost, Leases, Ticket
from pug_portal.lib.paths import storage_path

logger = logging.getLogger(__name__)

LEASES: Leases[EvaluationPack] = Leases(PackState.QUEUED, PackState.RUNNING)
FOLDER = "paket-evaluasi"
KEPT = dt.timedelta(days=30)
PIECE = 1024 * 1024
SECONDS_BETWEEN_SIGNS = 0.7
BUILT = Verb("evaluation_pack.built", "menyusun {object}")
FAILED = Verb("evaluation_pack.failed", "gagal menyusun {object}")
DROPPED = Verb(
    "evaluation_pack.expired", "menghapus {object} yang lewat masa simpannya"
)
REPLACED = Verb("evaluation_pack.replaced", "mengganti {object} dengan yang baru")
HAT_ENDED = "Peran yang dipakai saat memintanya sudah berakhir. Minta sekali lagi."
STOPPED = (
    "Penyusunan terhenti karena galat. Ulangi; bila terulang, hubungi administrator."
)
LOST_FILE = "berkas tidak ada di penyimpanan"
CHANGED_FILE = "isi berkas tidak sama dengan sidik yang tersimpan"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def build(pack_id: int) -> None:
    """Runs in a worker. Twice for one job is harmless: the second finds it taken."""
    rows = EvaluationPack.objects.select_related(
        "period__region", "period__instrument", "requested_by"
    )
    job = LEASES.take(rows, pack_id)
    if job is None:
        return
    ticket = LEASES.ticket(job)
    try:
        _work(job, ticket)
    except LeaseLost:
        logger.info("pack %s: the lease has passed to another", pack_id)
    except Refusal as refusal:
        _fail(ticket, refusal.sentence)
    except Exception:
        logger.exception("pack %s failed", pack_id)
        _fail(ticket, STOPPED)


def requeue_lost() -> list[int]:
    return LEASES.requeue_lost(EvaluationPack.objects.all(), _fail)


def drop_expired() -> int:
    """The ZIP goes, the row stays and says that there was one."""
    gone = 0
    for job in EvaluationPack.objects.expired().select_related("period__region"):
        with transaction.atomic():
            EvaluationPack.objects.filter(pk=job.pk).update(path="")
            record(by=SYSTEM, verb=DROPPED, obj=job, region=job.period.region)
        default_storage.delete(job.path)
        gone += 1
    return gone


def person_of(user: User, assignment_id: int | None) -> Actor:
    """The rights are those of today, not of the day the job was asked for."""
    rows = Assignment.objects.valid_on(today()).select_related("region")
    hat = rows.filter(pk=assignment_id or 0, user=user).first()
    if hat is None or not user.is_active:
        raise Refusal(HAT_ENDED)
    return actor_under(hat, user)


def _work(job: EvaluationPack, ticket: Ticket) -> None:
    content = content_of(job.period, person_of(job.requested_by, job.assignment_id))
    files = placed(content.entries)
    refuse_too_much(files)
    ticket.write(total=len(files) + 1)
    with tempfile.TemporaryFile() as target:
        with zipfile.ZipFile(target, "w") as archive:
            copies = _copy_all(files, archive, ticket)
            rows = manifest.rows_of(content, copies)
            _put(archive, f"{manifest.TITLE}.xlsx", manifest.workbook(content, rows))
            _put(archive, f"{manifest.TITLE}.html", manifest.page(content, rows))
        _keep(job, ticket, target, len(manifest.lacking(content, rows)))


def _copy_all(files: list[Placed], archive: zipfile.ZipFile, ticket: Ticket) -> Copies:
    found = {}
    last = time.monotonic()
    for done, each in enumerate(files, 1):
        copied = _copied(each.file, archive, each.path)
        found[*each.entry.key, each.number] = (each, copied)
        if time.monotonic() - last >= SECONDS_BETWEEN_SIGNS:
            last = time.monotonic()
            ticket.write(done=done)
    return found


def _copied(file: StoredFile, archive: zipfile.ZipFile, path: str) -> Copied:
    """A lost file is told in the list; the others are packed all the same."""
    try:
        source = default_storage.open(file.path)
    except OSError:
        return Copied(problem=LOST_FILE)
    digest = hashlib.sha256()
    with source, archive.open(_info(path, file.size), "w") as target:
        for piece in source.chunks(PIECE):
            digest.update(piece)
            target.write(piece)
    is_same = digest.hexdigest() == file.sha256
    return Copied(digest.hexdigest(), "" if is_same else CHANGED_FILE)


def _info(path: str, size: int) -> zipfile.ZipInfo:
    """What is kept is packed small already: packing it again costs time for nothing."""
    info = zipfile.ZipInfo(path, _ZIP_DATE)
    info.file_size = size
    return info


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    info = zipfile.ZipInfo(path, _ZIP_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def _keep(
    job: EvaluationPack, ticket: Ticket, archive: IO[bytes], missing: int
) -> None:
    region, size = job.period.region, archive.seek(0, 2)
    archive.seek(0)
    digest = hashlib.file_digest(archive, "sha256").hexdigest()  # type: ignore[arg-type]
    archive.seek(0)
    path = str(storage_path(region.code, today().year, FOLDER, "zip"))
    ticket.write()
    default_storage.save(path, File(archive))
    try:
        with transaction.atomic():
            ticket.end(
                state=PackState.READY,
                path=path,
                size=size,
                sha256=digest,
                missing=missing,
                done=F("total"),
                error="",
                expires_at=now() + KEPT,
            )
            _drop_older(job)
            record(
                by=SYSTEM,
                verb=BUILT,
                obj=job,
                region=region,
                changes={"sha256": (None, digest), "kurang": (None, missing)},
            )
    except BaseException:
        default_storage.delete(path)
        raise


def _drop_older(job: EvaluationPack) -> None:
    """One ZIP per person and period: what it holds lies about no more often than needed."""
    older = EvaluationPack.objects.filter(
        period=job.period, requested_by=job.requested_by
    ).select_related("period__region")
    for row in older.exclude(pk=job.pk).exclude(path=""):
        path = row.path
        EvaluationPack.objects.filter(pk=row.pk).update(path="")
        record(by=SYSTEM, verb=REPLACED, obj=row, region=row.period.region)
        transaction.on_commit(lambda path=path: default_storage.delete(path))  # type: ignore[misc]


def _fail(ticket: Ticket, reason: str) -> None:
    try:
        with transaction.atomic():
            ticket.end(state=PackState.FAILED, error=reason[:1000])
            rows = EvaluationPack.objects.select_related("period__region")
            job = rows.get(pk=ticket.pk)
            region = job.period.region
            record(by=SYSTEM, verb=FAILED, obj=job, region=region, reason=job.error)
    except LeaseLost:
        logger.info("pack %s: failed after its lease had passed", ticket.pk)
