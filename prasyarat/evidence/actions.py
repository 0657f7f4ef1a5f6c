"""Putting documents into the library, new versions above old ones, retiring them."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q

from focal_points.opd.models import Opd
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.evidence.offers import owner_of
from prasyarat.evidence.rights import require_change, require_keep
from prasyarat.evidence.tasks import read_evidence_text
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.files.models import StoredFile
from pug_portal.lib import sniff
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

KEPT = Verb("evidence_document.added", "menambah bukti {object} ke pustaka")
RENEWED = Verb("evidence_document.version", "mengunggah versi baru {object}")
RETIRED = Verb("evidence_document.retired", "menarik bukti {object}")
RESTORED = Verb("evidence_document.restored", "memakai kembali bukti {object}")
FOLDER, FOLDER_OF_OPD = "bukti", "bukti-opd"
LONGEST_TITLE = 200


@transaction.atomic
def add_document(
    *,
    region: Region,
    opd: Opd | None,
    upload: UploadedFile,
    by: Actor,
    title: str = "",
    prerequisite: str = "",
    document_date: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> EvidenceDocument:
    """The same content is not kept twice by one owner: the answer names where it is."""
    require_keep(region, opd, by)
    _lock(region)
    if known := known_content(upload, region, opd):
        raise Refusal(
            f"Berkas “{(upload.name or 'berkas')[:60]}” sudah ada di pustaka: {known}."
        )
    file = store_upload(
        upload=upload,
        region=region,
        slice_name=FOLDER_OF_OPD if opd else FOLDER,
        by=by,
        document_date=document_date,
        valid_until=valid_until,
    )
    return _new_document(file, region, opd, by, title, prerequisite).document


@transaction.atomic
def keep_for_item(
    *,
    region: Region,
    opd: Opd | None,
    upload: UploadedFile,
    by: Actor,
    title: str = "",
    prerequisite: str = "",
    document_date: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> EvidenceVersion:
    """What is uploaded at an item. Known content with the same dates is used again."""
    _lock(region)
    known = known_content(upload, region, opd)
    if known and _same_dates(known, document_date, valid_until):
        return offered(known)
    file = store_upload(
        upload=upload,
        region=region,
        slice_name=FOLDER_OF_OPD if opd else FOLDER,
        by=by,
        document_date=document_date,
        valid_until=valid_until,
    )
    return _new_document(file, region, opd, by, title, prerequisite)


def offered(version: EvidenceVersion) -> EvidenceVersion:
    if version.document.is_retired:
        raise Refusal(
            f"Bukti “{version.document}” sudah ditarik dari pustaka. Pakai kembali "
            "dahulu di sana, atau pilih bukti lain."
        )
    return version


def _same_dates(
    known: EvidenceVersion, document_date: dt.date | None, valid_until: dt.date | None
) -> bool:
    file = known.file
    return (file.document_date, file.valid_until) == (document_date, valid_until)


@transaction.atomic
def adopt(
    *, file: StoredFile, opd: Opd | None, by: Actor, prerequisite: str = ""
) -> EvidenceVersion:
    """A paper that another part of the portal keeps: listed here, not copied.

    It stands under the side whose paper it is, whoever uses it first.
    """
    _lock(file.region)
    rows = EvidenceVersion.objects.select_related("document", "file")
    if known := rows.filter(file=file).first():
        # One side that no longer offers it does not decide for the paper's other users.
        if known.is_adopted and known.document.opd_id not in (None, opd and opd.pk):
            return known
        return offered(known)
    owner = owner_of(file)
    side = owner.opd if owner else opd
    return _new_document(file, file.region, side, by, "", prerequisite, is_adopted=True)


@transaction.atomic
def add_version(
    *,
    document: EvidenceDocument,
    upload: UploadedFile,
    by: Actor,
    note: str = "",
    document_date: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> EvidenceVersion:
    """Above the old one, which stays: an answer keeps the version it was given with."""
    document = locked(document)
    require_change(document, by)
    if document.is_retired:
        raise Refusal("Bukti ini sudah ditarik. Pakai kembali dahulu.")
    if document.versions.filter(is_adopted=True).exists():
        raise Refusal(
            "Berkas ini milik bagian lain portal. Versi barunya diunggah di sana; di "
            "pustaka, unggah sebagai bukti tersendiri."
        )
    if known := known_content(upload, document.region, document.opd):
        raise Refusal(f"Isi berkas ini sama dengan {known}.", field="upload")
    file = store_upload(
        upload=upload,
        region=document.region,
        slice_name=FOLDER_OF_OPD if document.opd_id else FOLDER,
        by=by,
        document_date=document_date,
        valid_until=valid_until,
    )
    last = document.versions.order_by("-number").first()
    number = last.number + 1 if last else 1
    version = _put(document, file, number, by, note=note.strip())
    tell(RENEWED, document, by, {"versi": (number - 1, number)})
    return version


@transaction.atomic
def retire(*, document: EvidenceDocument, reason: str, by: Actor) -> EvidenceDocument:
    """No longer offered. Answers that used it keep it: their score stays what it was."""
    document = locked(document)
    require_change(document, by)
    if document.is_retired:
        return document
    if not reason.strip():
        raise Refusal("Tulis alasan bukti ditarik.", field="reason")
    if len(reason.strip()) > 250:
        raise Refusal("Alasan paling panjang 250 karakter.", field="reason")
    document.retired_at, document.retired_by = now(), by.user
    document.retire_reason = reason.strip()
    document.save(update_fields=["retired_at", "retired_by", "retire_reason"])
    tell(RETIRED, document, by, reason=document.retire_reason)
    return document


@transaction.atomic
def restore(*, document: EvidenceDocument, by: Actor) -> EvidenceDocument:
    document = locked(document)
    require_change(document, by)
    if not document.is_retired:
        return document
    document.retired_at = document.retired_by = None
    document.retire_reason = ""
    document.save(update_fields=["retired_at", "retired_by", "retire_reason"])
    tell(RESTORED, document, by)
    return document


def known_content(
    upload: UploadedFile, region: Region, opd: Opd | None
) -> EvidenceVersion | None:
    """Kept by the same owner already: of another OPD nothing is told."""
    upload.seek(0)
    received = sniff.sha256_of(upload.read())
    upload.seek(0)
    return (
        EvidenceVersion.objects.filter(
            Q(file__sha256_received=received) | Q(file__sha256=received),
            document__region=region,
            document__opd=opd,
        )
        .select_related("document", "file")
        .order_by("-pk")
        .first()
    )


def locked(document: EvidenceDocument) -> EvidenceDocument:
    rows = EvidenceDocument.objects.select_for_update(of=("self",))
    return rows.select_related("region", "opd").get(pk=document.pk)


def tell(
    verb: Verb,
    document: EvidenceDocument,
    by: Actor,
    changes: dict[str, tuple[object, object]] | None = None,
    reason: str = "",
    *,
    is_sealed: bool = False,
) -> None:
    record(
        by=by,
        verb=verb,
        obj=document,
        region=document.region,
        changes=changes,
        reason=reason,
        sealed=is_sealed or document.is_sealed,
    )


def _lock(region: Region) -> None:
    """Two equal uploads at once: the second one waits, and finds the first."""
    Region.objects.select_for_update().get(pk=region.pk)


def _new_document(
    file: StoredFile,
    region: Region,
    opd: Opd | None,
    by: Actor,
    title: str,
    prerequisite: str,
    *,
    is_adopted: bool = False,
) -> EvidenceVersion:
    document = EvidenceDocument.objects.create(
        region=region,
        opd=opd,
        title=(title.strip() or file.name)[:LONGEST_TITLE],
        prerequisite=prerequisite,
        added_by=by.user,
        added_role=by.role or "",
        added_at=now(),
    )
    version = _put(document, file, 1, by, is_adopted=is_adopted)
    tell(KEPT, document, by, is_sealed=file.is_sealed)
    return version


def _put(
    document: EvidenceDocument,
    file: StoredFile,
    number: int,
    by: Actor,
    *,
    note: str = "",
    is_adopted: bool = False,
) -> EvidenceVersion:
    version = EvidenceVersion.objects.create(
        document=document,
        number=number,
        file=file,
        note=note,
        is_adopted=is_adopted,
        added_by=by.user,
        added_at=now(),
    )

    def send() -> None:
        read_evidence_text.apply_async((version.pk,), retry=False)

    # Without harm when the broker is down: beat finds the row.
    transaction.on_commit(send, robust=True)
    return version
