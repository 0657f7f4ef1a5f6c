"""Taking files in and letting them go again."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.models import StoredFile
from pug_portal.lib import images, photos, sniff
from pug_portal.lib.clock import now, today
from pug_portal.lib.counting import count_together
from pug_portal.lib.pages import pages_of
from pug_portal.lib.paths import display_name, storage_path
from pug_portal.lib.pointing import relations_to
from pug_portal.regions.models import Region

STORED = Verb("file.stored", "menyimpan berkas {object}")
DELETED = Verb("file.deleted", "menghapus berkas {object}")


@transaction.atomic
def store_upload(
    *,
    upload: UploadedFile,
    region: Region,
    slice_name: str,
    by: Actor,
    document_date: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> StoredFile:
    """Keep what a person sent: its type is found in the content, images lose metadata.

    Raises Refusal with a sentence that says why and what to do.
    """
    name = upload.name or "berkas"
    if document_date and valid_until and valid_until < document_date:
        raise Refusal(
            "Masa berlaku berakhir sebelum tanggal dokumen. Perbaiki salah satunya.",
            field="valid_until",
        )
    upload.seek(0)
    received = upload.read()
    try:
        content = received
        if photos.is_heic(received) and len(received) <= settings.UPLOAD_MAX_BYTES:
            content, name = photos.heic_to_jpeg(received, name)
            kind = sniff.Kind.JPG
        else:
            kind = sniff.kind_of(received, name, settings.UPLOAD_MAX_BYTES)
            if kind.is_image:
                content = images.reencode(received, kind, name)
        pages = pages_of(content, name) if kind == sniff.Kind.PDF else None
    except sniff.NotAllowed as problem:
        raise Refusal(problem.sentence) from problem
    return _keep(
        content=content,
        received=received,
        name=name,
        kind=kind,
        region=region,
        slice_name=slice_name,
        by=by,
        pages=pages,
        document_date=document_date,
        valid_until=valid_until,
    )


@transaction.atomic
def store_bytes(
    *,
    content: bytes,
    name: str,
    kind: str,
    region: Region,
    slice_name: str,
    by: Actor,
    pages: int | None = None,
) -> StoredFile:
    """Keep what the portal itself made, such as a rendered report."""
    return _keep(
        content=content,
        received=content,
        name=name,
        kind=kind,
        region=region,
        slice_name=slice_name,
        by=by,
        pages=pages,
    )


def _keep(
    *,
    content: bytes,
    received: bytes,
    name: str,
    kind: str,
    region: Region,
    slice_name: str,
    by: Actor,
    pages: int | None,
    document_date: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> StoredFile:
    path = str(storage_path(region.code, today().year, slice_name, kind))
    default_storage.save(path, ContentFile(content))
    try:
        with transaction.atomic():
            stored = StoredFile.objects.create(
                region=region,
                name=display_name(name, kind),
                kind=kind,
                size=len(content),
                pages=pages,
                sha256=sniff.sha256_of(content),
                sha256_received=sniff.sha256_of(received),
                path=path,
                document_date=document_date,
                valid_until=valid_until,
                uploaded_by=by.user,
                uploaded_at=now(),
            )
            record(
                by=by,
                verb=STORED,
                obj=stored,
                region=region,
                sealed=stored.is_sealed,
            )
    except BaseException:
        default_storage.delete(path)
        raise
    return stored


def open_file(file: StoredFile) -> bytes:
    with default_storage.open(file.path) as handle:
        content: bytes = handle.read()
    return content


def too_large_sentence(name: str) -> str:
    """For a file that was dropped while it arrived."""
    return sniff.too_large(name, None, settings.UPLOAD_MAX_BYTES)


def empty_sentence(name: str) -> str:
    """For a file without a single byte, which no part can bring."""
    return sniff.empty(name)


def hangs_on(file: StoredFile) -> list[models.Model]:
    """Every row that points at this file: shown before somebody deletes it.

    One query tells in which tables there are any, and one more reads each of those.
    """
    pointing = {
        relation.field.model._meta.label + "." + relation.field.name: (
            relation.related_model._default_manager.filter(
                **{relation.field.name: file}
            )
        )
        for relation in relations_to(StoredFile)
    }
    numbers = count_together(pointing)
    return [row for name, rows in pointing.items() if numbers[name] for row in rows]


@transaction.atomic
def delete_file(*, file: StoredFile, reason: str, by: Actor) -> None:
    """Only a file on which nothing hangs. The event keeps its name and hash."""
    require(by, Permission.FILE_DELETE)
    file = StoredFile.objects.select_for_update().get(pk=file.pk)
    if not reason.strip():
        raise Refusal("Tulis alasan berkas dihapus.", field="reason")
    if rows := hangs_on(file):
        raise Refusal(
            f"Berkas ini masih dipakai di {len(rows)} tempat. Lepaskan dahulu dari sana."
        )
    record(
        by=by,
        verb=DELETED,
        obj=file,
        region=file.region,
        changes={"sha256": (file.sha256, None)},
        reason=reason,
        sealed=file.is_sealed,
    )
    path = file.path
    file.delete()
    transaction.on_commit(lambda: default_storage.delete(path))
