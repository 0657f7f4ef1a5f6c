"""Kop surat: adding, changing, taking away."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pokja.letters.models import Letterhead
from pokja.letters.placeholders import fill, unfilled
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.files.actions import store_upload
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

ADDED = Verb("letterhead.added", "menambah kop surat {object}")
CHANGED = Verb("letterhead.changed", "mengubah kop surat {object}")
REMOVED = Verb("letterhead.removed", "menghapus kop surat {object}")

SLICE = "kop-surat"
PICTURES = (StoredFile.Kind.PNG, StoredFile.Kind.JPG)
_SAMPLE = {"nomor": "1", "kode": "005", "tahun": "2026", "bulan": "I"}


@transaction.atomic
def add_letterhead(
    *, region: Region, by: Actor, emblem: UploadedFile | None = None, **facts: Any
) -> Letterhead:
    require_in(by, region, Permission.MEETING_EDIT)
    region = Region.objects.select_for_update().get(pk=region.pk)
    head = Letterhead(region=region, **facts)
    _check(head)
    if emblem is not None:
        head.emblem = _store(emblem, region, by)
    head.save()
    record(by=by, verb=ADDED, obj=head, region=region)
    return head


@transaction.atomic
def change_letterhead(
    *,
    letterhead: Letterhead,
    by: Actor,
    emblem: UploadedFile | None = None,
    drop_emblem: bool = False,
    **facts: Any,
) -> Letterhead:
    """Letters that are finished keep the kop they were sent with."""
    head = _locked(letterhead, by)
    if emblem is not None:
        facts["emblem"] = _store(emblem, head.region, by)
    elif drop_emblem:
        facts["emblem"] = None
    changes = changed(head, facts)
    if not changes:
        return head
    for name in changes:
        setattr(head, name, facts[name])
    _check(head)
    head.revision += 1
    head.save(update_fields=[*changes, "revision"])
    record(by=by, verb=CHANGED, obj=head, region=head.region, changes=changes)
    return head


@transaction.atomic
def remove_letterhead(*, letterhead: Letterhead, by: Actor) -> None:
    head = _locked(letterhead, by)
    if count := head.letters.count():
        raise Refusal(f"Kop ini dipakai {count} surat, jadi tidak dapat dihapus.")
    record(by=by, verb=REMOVED, obj=head, region=head.region)
    head.delete()


def _locked(letterhead: Letterhead, by: Actor) -> Letterhead:
    head = (
        Letterhead.objects.select_for_update(of=("self",))
        .select_related("region", "emblem")
        .filter(pk=letterhead.pk)
        .first()
    )
    if head is None:
        raise Refusal("Kop surat ini sudah dihapus oleh orang lain.")
    require_in(by, head.region, Permission.MEETING_EDIT)
    return head


def _check(head: Letterhead) -> None:
    twin = Letterhead.objects.filter(region=head.region, name__iexact=head.name)
    if twin.exclude(pk=head.pk).exists():
        raise Refusal("Sudah ada kop surat dengan nama itu.", field="name")
    if unknown := unfilled([fill(head.number_format, _SAMPLE)]):
        raise Refusal(
            f"{', '.join(unknown)} tidak dikenal. Pakai {{nomor}}, {{kode}}, {{tahun}}, "
            "atau {bulan}.",
            field="number_format",
        )
    if head.number_format and "{nomor}" not in head.number_format.casefold():
        raise Refusal("Format nomor perlu memuat {nomor}.", field="number_format")


def _store(upload: UploadedFile, region: Region, by: Actor) -> StoredFile:
    stored = store_upload(upload=upload, region=region, slice_name=SLICE, by=by)
    if stored.kind not in PICTURES:
        raise Refusal("Lambang perlu berupa gambar PNG atau JPG.", field="emblem")
    return stored
