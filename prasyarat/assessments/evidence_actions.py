"""Attaching evidence to an open answer, and taking it off again."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from prasyarat.assessments.actions import open_draft
from prasyarat.assessments.item import Item, item_of
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.assessments.rights import require_fill
from prasyarat.assessments.writing import locked, refuse_foreign_draft
from prasyarat.evidence.actions import adopt, keep_for_item
from prasyarat.evidence.models import EvidenceVersion
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.gates import may_read
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import today

ADDED = Verb("evidence.added", "melampirkan bukti pada jawaban {object}")
REMOVED = Verb("evidence.removed", "melepas bukti dari jawaban {object}")


@transaction.atomic
def add_upload(
    *,
    item: Item,
    upload: UploadedFile,
    by: Actor,
    page: str = "",
    caption: str = "",
    document_date: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> Evidence:
    """The file goes into the library, and from there to the item."""
    answer = _open(item, by)
    version = keep_for_item(
        region=item.region,
        opd=item.opd,
        upload=upload,
        by=by,
        title=caption,
        prerequisite=item.indicator.prerequisite.code,
        document_date=document_date,
        valid_until=valid_until,
    )
    _refuse_twice(answer, version.file, "upload")
    return _attach(answer, by, file=version.file, page=page, caption=caption)


@transaction.atomic
def add_file(
    *, item: Item, file: StoredFile, by: Actor, page: str = "", caption: str = ""
) -> Evidence:
    """A file the region already has: one document may serve several indicators."""
    answer = _open(item, by)
    if file.region_id != item.region.pk:
        raise PermissionDenied("Berkas ini milik daerah lain.")
    if not by.is_system and not may_read(by, file):
        raise PermissionDenied("Anda tidak dapat membaca berkas ini.")
    _refuse_twice(answer, file, "file")
    version = adopt(
        file=file,
        opd=item.opd,
        by=by,
        prerequisite=item.indicator.prerequisite.code,
    )
    _refuse_other_opds(item, version)
    return _attach(answer, by, file=file, page=page, caption=caption)


@transaction.atomic
def add_address(
    *,
    item: Item,
    url: str,
    by: Actor,
    accessed_on: dt.date | None = None,
    page: str = "",
    caption: str = "",
) -> Evidence:
    """An address proves what stood there on the day it was opened."""
    answer = _open(item, by)
    accessed_on = accessed_on or today()
    if accessed_on > today():
        raise Refusal("Tanggal akses belum lewat.", field="accessed_on")
    if not url.lower().startswith(("https://", "http://")):
        raise Refusal(
            "Tulis alamat lengkap yang diawali https://, misalnya alamat di JDIH.",
            field="url",
        )
    if Evidence.objects.filter(answer=answer, url=url).exists():
        raise Refusal("Alamat ini sudah terlampir pada jawaban ini.", field="url")
    return _attach(
        answer, by, url=url, accessed_on=accessed_on, page=page, caption=caption
    )


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: Actor) -> Answer:
    """The document stays in the library, for other items and other years."""
    answer = locked(evidence.answer)
    require_fill(item_of(answer), by)
    if not answer.is_open:
        raise Refusal(
            "Bukti hanya dapat dilepas selama jawaban masih draf atau perlu perbaikan."
        )
    refuse_foreign_draft(answer, by)
    label = str(evidence)
    evidence.delete()
    _tell(REMOVED, answer, (label, None), by)
    return answer


def _refuse_twice(answer: Answer, file: StoredFile, field: str) -> None:
    if Evidence.objects.filter(answer=answer, file=file).exists():
        raise Refusal("Berkas ini sudah terlampir pada jawaban ini.", field=field)


def _refuse_other_opds(item: Item, version: EvidenceVersion) -> None:
    """An answer shows its evidence to its OPD: the paper of another is not for it."""
    if item.opd and version.document.opd_id not in (None, item.opd.pk):
        raise Refusal(
            f"Berkas ini milik OPD lain, jadi tidak dapat menjadi bukti "
            f"{item.opd.short_name}. Pakai berkas OPD itu sendiri atau berkas daerah.",
            field="file",
        )


def _open(item: Item, by: Actor) -> Answer:
    return open_draft(item=item, by=by)


def _attach(
    answer: Answer,
    by: Actor,
    *,
    file: StoredFile | None = None,
    url: str = "",
    accessed_on: dt.date | None = None,
    page: str = "",
    caption: str = "",
) -> Evidence:
    evidence = Evidence.objects.create(
        answer=answer,
        file=file,
        url=url,
        accessed_on=accessed_on,
        page=page.strip(),
        caption=caption.strip(),
    )
    _tell(ADDED, answer, (None, str(evidence)), by)
    return evidence


def _tell(
    verb: Verb, answer: Answer, change: tuple[str | None, str | None], by: Actor
) -> None:
    record(
        by=by,
        verb=verb,
        obj=answer,
        region=answer.region,
        changes={"bukti": change},
        # What an OPD drafts is read by that OPD alone.
        sealed=answer.opd_id is not None,
    )
