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
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload

FILE_ADDED = Verb("progress.file_added", "melampirkan bukti di {object}")
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
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    stored = store_upload(
        upload=upload,
        region=progress.opd.region,
        slice_name="laporan-opd",
        by=by,
        document_date=document_date,
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
