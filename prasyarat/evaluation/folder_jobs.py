"""Last year's folder becomes evidence: as a whole or not at all, as a worker does it."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable
from contextlib import suppress

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from focal_points.opd.models import Opd
from prasyarat.assessments.checks import reply_of
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.writing import open_row, write
from prasyarat.evaluation.actions import locked
from prasyarat.evaluation.folder_actions import (
    locked_draft,
    refuse_done,
    refuse_nothing_taken,
    refuse_others,
)
from prasyarat.evaluation.folder_plan import FolderRow
from prasyarat.evaluation.folder_reading import contents
from prasyarat.evaluation.models import EvaluationPeriod, FolderDraft, FolderState
from prasyarat.evaluation.pack_jobs import SECONDS_BETWEEN_SIGNS, person_of
from prasyarat.evidence.actions import keep_for_item, known_content, offered
from prasyarat.evidence.models import EvidenceVersion
from prasyarat.instruments.models import Indicator
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now, today
from pug_portal.lib.leases import LeaseLost, Leases, Ticket
from pug_portal.regions.models import Region

logger = logging.getLogger(__name__)

# Everything is written at once: there is no sign of life before the end, and the lease
# outlives the time a task is given.
LEASES: Leases[FolderDraft] = Leases(
    FolderState.QUEUED, FolderState.RUNNING, lease=dt.timedelta(minutes=15)
)
IMPORTED = Verb("evaluation_folder.imported", "mengimpor {object}")
FAILED = Verb("evaluation_folder.failed", "gagal mengimpor {object}")
STOPPED = (
    "Impor terhenti karena galat; tidak ada yang disimpan. Ulangi; bila terulang, "
    "hubungi administrator."
)
Tell = Callable[[int], None]


def run(draft_id: int) -> None:
    """Runs in a worker. Twice for one job is harmless: the second finds it taken."""
    rows = FolderDraft.objects.select_related(
        "period__region", "period__instrument", "source", "uploaded_by"
    )
    job = LEASES.take(rows, draft_id)
    if job is None:
        return
    ticket = LEASES.ticket(job)
    try:
        by = person_of(job.uploaded_by, job.assignment_id)
        with transaction.atomic():
            import_folder(draft=job, by=by, tell=_signs(job))
            ticket.end(state=FolderState.DONE, error="")
    except LeaseLost:
        logger.info("folder %s: the lease has passed to another", draft_id)
    except Refusal as refusal:
        _fail(ticket, refusal.sentence)
    except PermissionDenied as denied:
        _fail(ticket, str(denied))
    except Exception:
        logger.exception("folder %s failed", draft_id)
        _fail(ticket, STOPPED)


def requeue_lost() -> list[int]:
    return LEASES.requeue_lost(FolderDraft.objects.all(), _fail)


def files_done(draft: FolderDraft) -> int:
    """Told beside the database: what a transaction writes is seen when it ends."""
    done: int = cache.get(_key(draft), 0)
    return done


def _key(draft: FolderDraft) -> str:
    return f"folder-import:{draft.pk}:{draft.attempts}"


def _signs(draft: FolderDraft) -> Tell:
    last = time.monotonic()

    def tell(done: int) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_SIGNS:
            last = time.monotonic()
            cache.set(_key(draft), done, int(LEASES.lease.total_seconds()))

    return tell


def _fail(ticket: Ticket, reason: str) -> None:
    try:
        with transaction.atomic():
            ticket.end(state=FolderState.FAILED, error=reason[:1000])
            rows = FolderDraft.objects.select_related("period__region")
            job = rows.get(pk=ticket.pk)
            region = job.period.region
            record(by=SYSTEM, verb=FAILED, obj=job, region=region, reason=job.error)
    except LeaseLost:
        logger.info("folder %s: failed after its lease had passed", ticket.pk)


def _silent(done: int) -> None:
    """Nobody waits."""


@transaction.atomic
def import_folder(*, draft: FolderDraft, by: Actor, tell: Tell = _silent) -> int:
    """How many pieces of evidence came of it. One refusal, and nothing was done."""
    period = locked(draft.period, by)
    draft = locked_draft(draft)
    refuse_others(draft, by)
    refuse_done(draft)
    taken = refuse_nothing_taken(draft)
    Region.objects.select_for_update().get(pk=period.region_id)
    written: list[str] = []
    try:
        with transaction.atomic():
            count = _attach_all(draft, period, taken, by, written, tell)
    except BaseException:
        for path in written:
            default_storage.delete(path)
        raise
    old, draft.path = draft.path, ""
    draft.applied_at, draft.applied = now(), count
    draft.save(update_fields=["applied_at", "applied", "path"])
    changes = {"bukti": (None, count)}
    record(by=by, verb=IMPORTED, obj=draft, region=period.region, changes=changes)
    transaction.on_commit(lambda: default_storage.delete(old))
    return count


def _attach_all(
    draft: FolderDraft,
    period: EvaluationPeriod,
    taken: list[FolderRow],
    by: Actor,
    written: list[str],
    tell: Tell,
) -> int:
    rows = Indicator.objects.filter(prerequisite__instrument=period.instrument)
    indicators = {row.code: row for row in rows.select_related("prerequisite")}
    opds = Opd.objects.select_related("region").in_bulk(
        {row.opd for row in taken if row.opd}
    )
    by_path = {row.path: row for row in taken}
    count = 0
    with default_storage.open(draft.path) as source:
        found = contents(source, source.size, set(by_path))
        for done, (path, content) in enumerate(found, 1):
            row = by_path[path]
            opd = opds[row.opd] if row.opd else None
            items = [Item(period.region, indicators[code], opd) for code in row.codes]
            try:
                count += _attach(draft, row, items, content, by, written)
            except Refusal as refusal:
                raise Refusal(
                    f"Tidak ada yang disimpan. {path}: {refusal.sentence}"
                ) from refusal
            tell(done)
    return count


def _attach(
    draft: FolderDraft,
    row: FolderRow,
    items: list[Item],
    content: bytes,
    by: Actor,
    written: list[str],
) -> int:
    count = 0
    file: StoredFile | None = None
    for item in items:
        answer = carried_answer(item=item, year=draft.year, by=by)
        if file is None:
            file = _kept(row, item, content, by, written)
        if not Evidence.objects.filter(answer=answer, file=file).exists():
            add_file(item=item, file=file, by=by, caption=f"bawaan {draft.year}")
            count += 1
    return count


def _kept(
    row: FolderRow, item: Item, content: bytes, by: Actor, written: list[str]
) -> StoredFile:
    """In the library already, or put there now; its date stays open until somebody knows."""
    if row.known:
        rows = EvidenceVersion.objects.select_related("file", "document")
        with suppress(EvidenceVersion.DoesNotExist):
            return offered(rows.get(pk=row.known)).file
    name = row.path.rpartition("/")[2]
    upload = SimpleUploadedFile(name, content)
    before = known_content(upload, item.region, item.opd)
    version = keep_for_item(
        region=item.region,
        opd=item.opd,
        upload=upload,
        by=by,
        title=name.rpartition(".")[0],
        prerequisite=item.indicator.prerequisite.code,
    )
    if version != before:
        written.append(version.file.path)
    return version.file


def carried_answer(*, item: Item, year: int, by: Actor) -> Answer:
    """The open answer; a new one is of the folder's year and so waits to be confirmed."""
    end = dt.date(year, 12, 31)
    answer, latest = open_row(item, end, by)
    if not answer.is_new:
        return answer
    if latest is not None and latest.as_of >= end:
        answer.as_of = today()
        if latest.as_of >= today():
            raise Refusal(
                f"{item.indicator.code} sudah terverifikasi hari ini. Impor mulai besok."
            )
    facts: dict[str, object] = {"as_of": answer.as_of}
    is_proven = latest is not None and latest.state == State.VERIFIED
    if latest is not None and is_proven and not latest.is_reverted:
        facts |= vars(reply_of(latest))
    write(answer, facts, by, copy_from=latest)
    return answer
