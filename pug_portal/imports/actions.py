"""Keeping an uploaded workbook for its preview, and applying it: all rows or none."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.imports.codec import packed, unpacked
from pug_portal.imports.importer import Importer
from pug_portal.imports.models import ImportDraft
from pug_portal.lib.clock import now
from pug_portal.lib.paths import display_name
from pug_portal.lib.sheets import BookRefused, Plan, marked, read
from pug_portal.lib.sniff import Kind

LIFETIME = dt.timedelta(hours=24)
CHANGED_MEANWHILE = (
    "Data di portal berubah sejak pratinjau ini dibuat, jadi belum ada yang disimpan. "
    "Periksa pratinjau terbaru di bawah, lalu terapkan."
)


@transaction.atomic
def keep_draft(*, importer: Importer, upload: UploadedFile, by: Actor) -> ImportDraft:
    """Reads the file once. An earlier draft of the same person and sheet gives way."""
    importer.allow(by)
    if by.user is None:
        raise TypeError("a draft belongs to a person")
    upload.seek(0)
    content, name = upload.read(), upload.name or "berkas.xlsx"
    try:
        reading = read(content, name, importer.sheet)
    except BookRefused as refused:
        raise Refusal(refused.sentence, field="file") from refused
    ImportDraft.objects.expired().delete()
    mine = ImportDraft.objects.of(by)
    mine.filter(code=importer.sheet.code, subject=importer.sheet.subject).delete()
    return ImportDraft.objects.create(
        user=by.user,
        region=importer.region,
        code=importer.sheet.code,
        subject=importer.sheet.subject,
        name=display_name(name, Kind.XLSX),
        content=content,
        reading=packed(reading),
        created_at=now(),
        expires_at=now() + LIFETIME,
    )


@transaction.atomic
def apply_draft(
    *, draft: ImportDraft, importer: Importer, fingerprint: str, by: Actor
) -> Plan:
    """`fingerprint`: of the preview the person saw. Anything else is refused."""
    importer.allow(by)
    rows = ImportDraft.objects.select_for_update(of=("self",)).defer("content")
    draft = rows.get(pk=draft.pk)
    if draft.applied_at is not None:
        raise Refusal("Berkas ini sudah diterapkan. Tidak ada yang diubah dua kali.")
    if draft.is_expired:
        raise Refusal("Pratinjau ini sudah kedaluwarsa. Unggah berkasnya lagi.")
    importer.lock()
    plan = importer.plan(unpacked(draft.reading))
    if plan.fingerprint != fingerprint:
        raise Refusal(CHANGED_MEANWHILE)
    if plan.is_wrong:
        raise Refusal(
            "Berkas ini masih memuat kesalahan, jadi tidak ada yang disimpan."
        )
    if not plan.to_do:
        raise Refusal(
            "Tidak ada yang perlu diterapkan: semua baris sama dengan portal."
        )
    try:
        with transaction.atomic():
            importer.write(plan, by=by, reason=f"Impor Excel: {draft.name}")
    except IntegrityError as collision:
        raise Refusal(CHANGED_MEANWHILE) from collision
    draft.applied_at, draft.content, draft.reading = now(), b"", {}
    draft.save(update_fields=["applied_at", "content", "reading"])
    return plan


def marked_file(draft: ImportDraft, plan: Plan) -> bytes:
    """What was uploaded, with a colour and a comment at every problem."""
    read = draft.reading
    more = [part["tab"] for part in read.get("more", ())]
    return marked(bytes(draft.content), read["tab"], plan.problems, more)


def drop_expired() -> int:
    return ImportDraft.objects.expired().delete()[0]
