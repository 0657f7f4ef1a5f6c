"""Mending what is written on a document, and deleting one that nobody used."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from prasyarat.assessments.models import OPEN_STATES, Evidence
from prasyarat.evidence.actions import locked, tell
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.evidence.rights import require_change
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb
from pug_portal.files.actions import delete_file, hangs_on
from pug_portal.files.models import StoredFile

CHANGED = Verb("evidence_document.changed", "mengubah keterangan bukti {object}")
DELETED = Verb("evidence_document.deleted", "menghapus bukti {object} dari pustaka")


@transaction.atomic
def edit_document(
    *,
    document: EvidenceDocument,
    title: str,
    prerequisite: str,
    document_date: dt.date | None,
    valid_until: dt.date | None,
    by: Actor,
) -> EvidenceDocument:
    """The dates are those of the newest version; a sent answer has fixed them."""
    document = locked(document)
    require_change(document, by)
    if not title.strip():
        raise Refusal("Tulis judul bukti.", field="title")
    changes: dict[str, tuple[object, object]] = {
        "judul": (document.title, title.strip()),
        "prasyarat": (document.prerequisite, prerequisite),
    }
    document.title, document.prerequisite = title.strip()[:200], prerequisite
    document.save(update_fields=["title", "prerequisite"])
    changes |= _date_newest(document, document_date, valid_until)
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if changes:
        tell(CHANGED, document, by, changes)
    return document


def _date_newest(
    document: EvidenceDocument, document_date: dt.date | None, until: dt.date | None
) -> dict[str, tuple[object, object]]:
    version = document.versions.select_related("file").order_by("-number").first()
    if version is None:
        return {}
    file = StoredFile.objects.select_for_update().get(pk=version.file_id)
    if (file.document_date, file.valid_until) == (document_date, until):
        return {}
    if until and document_date and until < document_date:
        raise Refusal(
            "Masa berlaku berakhir sebelum tanggal dokumen.", field="valid_until"
        )
    if version.is_adopted:
        raise Refusal(
            "Tanggal berkas ini diatur di bagian portal yang memilikinya.",
            field="document_date",
        )
    if fixed := _fixing(file):
        raise Refusal(
            f"Tanggal versi ini sudah ikut diajukan pada jawaban {fixed.answer}. "
            "Unggah versi baru dengan tanggal yang benar.",
            field="document_date",
        )
    old = (file.document_date, file.valid_until)
    file.document_date, file.valid_until = document_date, until
    file.save(update_fields=["document_date", "valid_until"])
    return {
        "tanggal dokumen": (old[0], document_date),
        "berlaku sampai": (old[1], until),
    }


def _fixing(file: StoredFile) -> Evidence | None:
    sent = Evidence.objects.filter(file=file).exclude(answer__state__in=OPEN_STATES)
    return sent.select_related("answer__indicator", "answer__opd").first()


@transaction.atomic
def delete_document(*, document: EvidenceDocument, reason: str, by: Actor) -> None:
    """Only what no answer uses; the trail keeps the hashes of its versions."""
    document = locked(document)
    require_change(document, by)
    if not reason.strip():
        raise Refusal("Tulis alasan bukti dihapus.", field="reason")
    if Evidence.objects.filter(file__library_version__document=document).exists():
        raise Refusal(
            "Bukti ini dipakai jawaban, jadi tidak dihapus. Lepas dahulu dari jawaban "
            "yang masih draf, atau tarik bukti ini."
        )
    versions = list(document.versions.select_related("file"))
    hashes = [version.file.sha256 for version in versions]
    tell(DELETED, document, by, {"sha256": (hashes, None)}, reason.strip())
    document.delete()
    for version in versions:
        _let_go(version, document, reason.strip())


def _let_go(version: EvidenceVersion, document: EvidenceDocument, reason: str) -> None:
    if not version.is_adopted and not hangs_on(version.file):
        delete_file(file=version.file, reason=reason, by=SYSTEM)
