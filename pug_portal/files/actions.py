"""Taking files in and letting them go again."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid

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
from pug_portal.lib import images, sniff
from pug_portal.lib.clock import now, today
from pug_portal.lib.paths import storage_path
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
    name = (upload.name or "berkas")[:200]
    if upload.size is not None and upload.size > settings.UPLOAD_MAX_BYTES:
        raise Refusal(too_large_sentence(name))
    if document_date and valid_until and valid_until < document_date:
        raise Refusal(
            "Masa berlaku berakhir sebelum tanggal dokumen. Perbaiki salah satunya.",
            field="valid_until",
        )
    upload.seek(0)
    received = upload.read()
    try:
        kind = sniff.kind_of(received, name)
        content = images.clean(received, kind) if kind in images.KINDS else received
        pages = sniff.pages_of(content) if kind == StoredFile.Kind.PDF else None
    except sniff.NotAllowed as problem:
        raise Refusal(f"{name}: {problem}") from problem
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
    key = uuid.uuid4()
    path = storage_path(region.code, today().year, slice_name, key, kind)
    default_storage.save(path, ContentFile(content))
    try:
        with transaction.atomic():
            stored = StoredFile.objects.create(
                pk=key,
                region=region,
                name=name,
                kind=kind,
                size=len(content),
                pages=pages,
                sha256=hashlib.sha256(content).hexdigest(),
                sha256_received=hashlib.sha256(received).hexdigest(),
                path=path,
                document_date=document_date,
                valid_until=valid_until,
                uploaded_by=by.user,
                uploaded_at=now(),
            )
            record(by=by, verb=STORED, obj=stored, region=region)
    except BaseException:
        default_storage.delete(path)
        raise
    return stored


def open_file(file: StoredFile) -> bytes:
    with default_storage.open(file.path) as handle:
        content: bytes = handle.read()
    return content


def too_large_sentence(name: str) -> str:
    limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
    return (
        f"{name}: berkas lebih besar dari {limit} MB. Perkecil atau pecah berkasnya, "
        "lalu unggah lagi."
    )


def hangs_on(file: StoredFile) -> list[models.Model]:
    """Every row that points at this file: shown before somebody deletes it."""
    found: list[models.Model] = []
    for relation in file._meta.related_objects:
        rows = relation.related_model._default_manager.filter(
            **{relation.field.name: file}
        )
        found.extend(rows)
    return found


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
    )
    path = file.path
    file.delete()
    transaction.on_commit(lambda: default_storage.delete(path))
