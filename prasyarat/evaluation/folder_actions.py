"""Last year's folder: read and kept for a day, then imported as a whole or not at all."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction

from focal_points.opd.models import Opd
from prasyarat.assessments.checks import reply_of
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.writing import open_row, write
from prasyarat.evaluation.actions import locked
from prasyarat.evaluation.folder_plan import FolderRow, plan, rows_from, rows_to
from prasyarat.evaluation.folder_reading import contents, read_folder
from prasyarat.evaluation.models import EvaluationPeriod, FolderDraft
from prasyarat.evidence.actions import keep_for_item, known_content, offered
from prasyarat.evidence.models import EvidenceVersion
from prasyarat.instruments.models import Indicator, Instrument
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now, today
from pug_portal.lib.paths import display_name, storage_path
from pug_portal.regions.models import Region

READ = Verb("evaluation_folder.read", "memeriksa {object}")
IMPORTED = Verb("evaluation_folder.imported", "mengimpor {object}")
DROPPED = Verb("evaluation_folder.dropped", "membatalkan {object}")
LIFETIME = dt.timedelta(hours=24)
FOLDER = "folder-lama"
FIRST_YEAR = 2010


@transaction.atomic
def keep_folder(
    *,
    period: EvaluationPeriod,
    source: Instrument,
    year: int,
    upload: UploadedFile,
    by: Actor,
) -> FolderDraft:
    """Looked through now; an earlier folder of the same person gives way."""
    period = locked(period, by)
    if by.user is None:
        raise TypeError("a draft belongs to a person")
    if not FIRST_YEAR <= year < today().year:
        raise Refusal(
            f"Isi tahun antara {FIRST_YEAR} dan {today().year - 1}.", field="year"
        )
    members = read_folder(upload, upload.size or 0)
    rows = plan(period, source, members, by)
    for old in FolderDraft.objects.of(by).filter(period=period, applied_at=None):
        _let_go(old)
    upload.seek(0)
    path = str(storage_path(period.region.code, today().year, FOLDER, "zip"))
    default_storage.save(path, File(upload))
    try:
        with transaction.atomic():
            made = FolderDraft.objects.create(
                period=period,
                source=source,
                year=year,
                name=display_name(upload.name or "folder.zip", "zip"),
                path=path,
                rows=rows_to(rows),
                uploaded_by=by.user,
                uploaded_at=now(),
                expires_at=now() + LIFETIME,
            )
            record(by=by, verb=READ, obj=made, region=period.region)
    except BaseException:
        default_storage.delete(path)
        raise
    return made


@transaction.atomic
def import_folder(*, draft: FolderDraft, by: Actor) -> int:
    """How many pieces of evidence came of it. One refusal, and nothing was done."""
    period = locked(draft.period, by)
    draft = _locked_draft(draft)
    if draft.uploaded_by_id != by.user_id:
        raise PermissionDenied("Folder ini diperiksa oleh orang yang mengunggahnya.")
    if draft.applied_at is not None:
        raise Refusal("Folder ini sudah diimpor. Tidak ada yang dilampirkan dua kali.")
    if not draft.path or draft.expires_at <= now():
        raise Refusal("Folder ini sudah kedaluwarsa. Unggah ZIP-nya sekali lagi.")
    taken = [row for row in rows_from(draft.rows) if row.is_taken]
    if not taken:
        raise Refusal("Tidak ada berkas yang cocok, jadi tidak ada yang diimpor.")
    Region.objects.select_for_update().get(pk=period.region_id)
    written: list[str] = []
    try:
        with transaction.atomic():
            count = _attach_all(draft, period, taken, by, written)
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


@transaction.atomic
def drop_folder(*, draft: FolderDraft, by: Actor) -> None:
    period = locked(draft.period, by)
    draft = _locked_draft(draft)
    if draft.uploaded_by_id != by.user_id:
        raise PermissionDenied("Folder ini diperiksa oleh orang yang mengunggahnya.")
    if draft.applied_at is not None:
        raise Refusal("Folder ini sudah diimpor; lepaskan buktinya dari jawabannya.")
    record(by=by, verb=DROPPED, obj=draft, region=period.region)
    _let_go(draft)


def drop_expired() -> int:
    gone = 0
    for draft in FolderDraft.objects.expired().select_related("period__region"):
        gone += _drop_old(draft)
    return gone


@transaction.atomic
def _drop_old(draft: FolderDraft) -> bool:
    """Not in the middle of an import, which holds the row."""
    rows = FolderDraft.objects.expired().select_for_update(of=("self",))
    if rows.filter(pk=draft.pk).first() is None:
        return False
    region = draft.period.region
    record(by=SYSTEM, verb=DROPPED, obj=draft, region=region)
    _let_go(draft)
    return True


def _locked_draft(draft: FolderDraft) -> FolderDraft:
    """Gone by a second click, or by a newer folder in another tab."""
    rows = FolderDraft.objects.select_for_update(of=("self",)).select_related("source")
    found = rows.filter(pk=draft.pk).first()
    if found is None:
        raise Refusal(
            "Folder ini sudah dibatalkan atau diganti. Muat ulang halamannya."
        )
    return found


def _let_go(draft: FolderDraft) -> None:
    path = draft.path
    draft.delete()
    if path:
        transaction.on_commit(lambda: default_storage.delete(path))


def _attach_all(
    draft: FolderDraft,
    period: EvaluationPeriod,
    taken: list[FolderRow],
    by: Actor,
    written: list[str],
) -> int:
    rows = Indicator.objects.filter(prerequisite__instrument=period.instrument)
    indicators = {row.code: row for row in rows.select_related("prerequisite")}
    opds = Opd.objects.select_related("region").in_bulk(
        {row.opd for row in taken if row.opd}
    )
    by_path = {row.path: row for row in taken}
    count = 0
    with default_storage.open(draft.path) as source:
        for path, content in contents(source, source.size, set(by_path)):
            row = by_path[path]
            opd = opds[row.opd] if row.opd else None
            items = [Item(period.region, indicators[code], opd) for code in row.codes]
            try:
                count += _attach(draft, row, items, content, by, written)
            except Refusal as refusal:
                raise Refusal(
                    f"Tidak ada yang disimpan. {path}: {refusal.sentence}"
                ) from refusal
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
