"""Keeping a reading for its review, and confirming it: what the person ticked, no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction

from pokja.decree_reading.blocks import Unreadable
from pokja.decree_reading.matching import Register
from pokja.decree_reading.models import DecreeReading
from pokja.decree_reading.process import proposal_of
from pokja.decrees.actions import draft_decree, require_kind
from pokja.decrees.models import EDITORS, Decree
from pokja.membership.actions import add_members
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.paths import display_name
from pug_portal.regions.models import Region

CONFIRMED = Verb("decree.read", "mengambil hasil baca berkas ke {object}")
LIFETIME = dt.timedelta(hours=24)


def keep_reading(*, region: Region, upload: UploadedFile, by: Actor) -> DecreeReading:
    """Reads the document once. An earlier reading of the same person gives way."""
    require_in(by, region, *EDITORS)
    if by.user is None:
        raise TypeError("a reading belongs to a person")
    upload.seek(0)
    content, name = upload.read(), upload.name or "sk.pdf"
    try:
        proposal = proposal_of(content, name)
    except Unreadable as unreadable:
        raise Refusal(unreadable.sentence, field="file") from unreadable
    kind = "pdf" if content.startswith(b"%PDF") else "docx"
    with transaction.atomic():
        DecreeReading.objects.expired().delete()
        DecreeReading.objects.of(by).filter(confirmed_at=None).delete()
        return DecreeReading.objects.create(
            user=by.user,
            region=region,
            name=display_name(name, kind),
            content=content,
            proposal=proposal,
            created_at=now(),
            expires_at=now() + LIFETIME,
        )


@transaction.atomic
def confirm_reading(
    *,
    reading: DecreeReading,
    decree: Decree | None,
    facts: dict[str, Any],
    rows: Sequence[dict[str, Any]],
    keeps_file: bool,
    by: Actor,
) -> Decree:
    """`rows`: the ticked ones alone. Without `decree` a rancangan is made of `facts`.

    Raises RowRefusal, which knows the row it means.
    """
    reading = _locked(reading, by)
    if decree is None:
        scan = (
            SimpleUploadedFile(reading.name, bytes(reading.content))
            if keeps_file
            else None
        )
        decree = draft_decree(region=reading.region, by=by, scan=scan, **facts)
    elif decree.region_id != reading.region_id:
        raise Refusal("SK ini milik daerah lain.", field="decree")
    require_kind(by, reading.region, decree.kind)
    if rows:
        register = Register(reading.region)
        day = decree.effective_from
        add_members(
            decree=decree, rows=[register.seat(row, day) for row in rows], by=by
        )
    record(
        by=by,
        verb=CONFIRMED,
        obj=decree,
        region=reading.region,
        changes={"anggota": (None, len(rows))},
        reason=f"Berkas: {reading.name}",
    )
    reading.confirmed_at, reading.decree = now(), decree
    reading.content, reading.proposal = b"", {}
    reading.save()
    return decree


def _locked(reading: DecreeReading, by: Actor) -> DecreeReading:
    require_in(by, reading.region, *EDITORS)
    rows = DecreeReading.objects.select_for_update(of=("self",))
    reading = rows.select_related("region").get(pk=reading.pk)
    if reading.confirmed_at is not None:
        raise Refusal(
            "Hasil baca ini sudah disimpan. Tidak ada yang disimpan dua kali."
        )
    if reading.is_expired:
        raise Refusal("Hasil baca ini sudah kedaluwarsa. Unggah berkasnya lagi.")
    return reading


def drop_expired() -> int:
    return DecreeReading.objects.expired().delete()[0]
