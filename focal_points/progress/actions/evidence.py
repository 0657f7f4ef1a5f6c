"""Evidence of a report: attaching it, and taking it off."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.progress.actions.filling import take_editable, touch
from focal_points.progress.models import Progress, ProgressFile
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.lib import photos
from pug_portal.lib.sniff import sha256_of

FILE_ADDED = Verb("progress.file_added", "melampirkan bukti di {object}")
FILE_DESCRIBED = Verb("progress.file_described", "melengkapi keterangan bukti {object}")
FILE_REMOVED = Verb("progress.file_removed", "melepas bukti dari {object}")


@transaction.atomic
def attach_file(
    *,
    progress: Progress,
    upload: UploadedFile,
    by: Actor,
    caption: str = "",
    document_date: dt.date | None = None,
    activity_id: int | None = None,
) -> ProgressFile:
    """The day a photo was taken is proposed as the document's date."""
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    upload.seek(0)
    received = upload.read()
    _refuse_twin(progress, upload.name or "berkas", received)
    stored = store_upload(
        upload=upload,
        region=progress.opd.region,
        slice_name="laporan-opd",
        by=by,
        document_date=document_date or photos.taken_on(received),
    )
    row = ProgressFile.objects.create(
        progress=progress,
        file=stored,
        caption=caption.strip(),
        activity=progress.activities.filter(pk=activity_id or 0).first(),
    )
    touch(progress, by)
    record(by=by, verb=FILE_ADDED, obj=progress, region=progress.opd.region)
    return row


def _refuse_twin(progress: Progress, name: str, received: bytes) -> None:
    twin = (
        progress.files.filter(file__sha256_received=sha256_of(received))
        .select_related("file")
        .first()
    )
    if twin is not None:
        raise Refusal(
            f"Isi berkas “{name[:60]}” sama dengan “{twin.file.name[:60]}” yang sudah "
            "ada pada laporan ini, jadi tidak diunggah lagi.",
            field="bukti",
        )


def also_in(row: ProgressFile) -> list[str]:
    """Periods in which the same OPD showed the same file before."""
    rows = ProgressFile.objects.filter(
        progress__opd=row.progress.opd_id,
        file__sha256_received=row.file.sha256_received,
    ).exclude(progress=row.progress_id)
    found = rows.select_related("progress__period").order_by("progress__period", "pk")
    return list(dict.fromkeys(str(twin.progress.period) for twin in found))


@transaction.atomic
def describe_file(
    *,
    progress: Progress,
    file_id: int,
    caption: str,
    document_date: dt.date | None,
    activity_id: int | None,
    by: Actor,
) -> None:
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    row = progress.files.select_related("file").filter(pk=file_id).first()
    if row is None:
        raise Refusal("Bukti ini sudah dilepas dari laporan.")
    activity = progress.activities.filter(pk=activity_id or 0).first()
    before = (row.caption, row.file.document_date, row.activity)
    row.caption, row.activity = caption.strip(), activity
    row.save(update_fields=["caption", "activity"])
    row.file.document_date = document_date
    row.file.save(update_fields=["document_date"])
    labels = ("keterangan", "tanggal dokumen", "kegiatan")
    after = (row.caption, document_date, activity)
    changes = {
        label: pair
        for label, *pair in zip(labels, before, after, strict=True)
        if pair[0] != pair[1]
    }
    if not changes:
        return
    touch(progress, by)
    record(
        by=by,
        verb=FILE_DESCRIBED,
        obj=progress,
        region=progress.opd.region,
        changes={label: (old, new) for label, (old, new) in changes.items()},
        sealed=True,
    )


@transaction.atomic
def remove_file(*, progress: Progress, file_id: int, by: Actor) -> None:
    """Takes the evidence off the report. The file stays while a submission names it."""
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    row = progress.files.select_related("file").filter(pk=file_id).first()
    if row is None:
        return
    record(by=by, verb=FILE_REMOVED, obj=progress, region=progress.opd.region)
    row.delete()
    touch(progress, by)
