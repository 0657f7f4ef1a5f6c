"""The scan of a signed paper: one file in the field `scan` of its row."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile

from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import delete_file, hangs_on, store_upload
from pug_portal.files.models import StoredFile


def replace_scan(
    paper: Any,
    upload: UploadedFile,
    *,
    slice_name: str,
    verb: Verb,
    by: Actor,
) -> None:
    """`paper`: a row with `region`, `signed_on` and `scan`, held by the verb that calls.

    The old scan goes when nothing else uses it.
    """
    file = store_upload(
        upload=upload,
        region=paper.region,
        slice_name=slice_name,
        by=by,
        document_date=paper.signed_on,
    )
    old, paper.scan = paper.scan, file
    paper.save(update_fields=["scan"])
    told = {"scan": (old, file)}
    record(by=by, verb=verb, obj=paper, region=paper.region, changes=told)
    let_go(old, f"Pindaian {paper} diganti.", by)


def let_go(file: StoredFile | None, reason: str, by: Actor) -> None:
    """A scan that no row points at could be read by nobody: it goes, its event stays."""
    if file is not None and not hangs_on(file) and can(by, Permission.FILE_DELETE):
        delete_file(file=file, reason=reason, by=by)
