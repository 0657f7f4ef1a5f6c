"""Last year's folder: read, kept for a day, files put to items by hand."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from prasyarat.evaluation.actions import locked
from prasyarat.evaluation.folder_plan import (
    REFUSED,
    Choices,
    FolderRow,
    members_of,
    plan,
    rows_from,
    rows_to,
)
from prasyarat.evaluation.folder_reading import read_folder
from prasyarat.evaluation.models import EvaluationPeriod, FolderDraft
from prasyarat.instruments.models import Instrument
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.paths import display_name, storage_path

READ = Verb("evaluation_folder.read", "memeriksa {object}")
DROPPED = Verb("evaluation_folder.dropped", "membatalkan {object}")
LIFETIME = dt.timedelta(hours=24)
AT_WORK = "Folder ini sedang diimpor. Tunggu sampai selesai."
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
    mine = FolderDraft.objects.of(by).filter(period=period, applied_at=None)
    if mine.pending().exists():
        raise Refusal("Folder Anda yang sebelumnya sedang diimpor. Tunggu selesainya.")
    for old in mine:
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
def place_files(*, draft: FolderDraft, choices: Choices, by: Actor) -> FolderDraft:
    """Told again with what a person chose; imported is nothing of it yet."""
    period = locked(draft.period, by)
    draft = open_draft(draft, by)
    before = rows_from(draft.rows)
    choosable = {row.path for row in before if row.is_choosable}
    if set(choices) - choosable:
        raise Refusal("Yang dipilihkan hanya berkas yang tidak cocok. Muat ulang.")
    if any(row.outcome != REFUSED and not row.sha256 for row in before):
        # Read before the portal was updated.
        raise Refusal("Folder ini diperiksa versi portal sebelumnya. Unggah lagi.")
    rows = plan(period, draft.source, members_of(before), by, choices)
    draft.rows = rows_to(rows)
    draft.save(update_fields=["rows"])
    return draft


def open_draft(draft: FolderDraft, by: Actor) -> FolderDraft:
    """Locked, and still to be decided by the person who uploaded it."""
    # A worker holds the row until it has finished: nobody waits for that here.
    if FolderDraft.objects.pending().filter(pk=draft.pk).exists():
        raise Refusal(AT_WORK)
    draft = locked_draft(draft)
    refuse_others(draft, by)
    if draft.is_pending:
        raise Refusal(AT_WORK)
    refuse_done(draft)
    return draft


def refuse_others(draft: FolderDraft, by: Actor) -> None:
    if draft.uploaded_by_id != by.user_id:
        raise PermissionDenied("Folder ini diperiksa oleh orang yang mengunggahnya.")


def refuse_done(draft: FolderDraft) -> None:
    if draft.applied_at is not None:
        raise Refusal("Folder ini sudah diimpor. Tidak ada yang dilampirkan dua kali.")
    if not draft.path or draft.expires_at <= now():
        raise Refusal("Folder ini sudah kedaluwarsa. Unggah ZIP-nya sekali lagi.")


def refuse_nothing_taken(draft: FolderDraft) -> list[FolderRow]:
    taken = [row for row in rows_from(draft.rows) if row.is_taken]
    if not taken:
        raise Refusal("Tidak ada berkas yang cocok, jadi tidak ada yang diimpor.")
    return taken


@transaction.atomic
def drop_folder(*, draft: FolderDraft, by: Actor) -> None:
    period = locked(draft.period, by)
    if FolderDraft.objects.pending().filter(pk=draft.pk).exists():
        raise Refusal(AT_WORK)
    draft = locked_draft(draft)
    refuse_others(draft, by)
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


def locked_draft(draft: FolderDraft) -> FolderDraft:
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
