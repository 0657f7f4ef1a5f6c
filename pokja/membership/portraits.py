"""Photos of people: kept small, found by NIP or name, taken away together with the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.offices.nip_owners import bare_name
from pokja.membership.portrait_models import Portrait
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import delete_file, store_bytes
from pug_portal.lib import images, photos, sniff
from pug_portal.regions.models import Region

if TYPE_CHECKING:
    from pug_portal.files.models import StoredFile

SET = Verb("portrait.set", "menyimpan {object}")
REMOVED = Verb("portrait.removed", "menghapus {object}")


class Album:
    """The photos of a region in one query, asked by name and NIP."""

    def __init__(self, portraits: Iterable[Portrait]) -> None:
        self._by_nip: dict[str, Portrait] = {}
        self._by_name: dict[str, list[Portrait]] = {}
        for each in portraits:
            if each.nip:
                self._by_nip[each.nip] = each
            self._by_name.setdefault(bare_name(each.name), []).append(each)

    def of(self, name: str, nip: str = "") -> Portrait | None:
        """One NIP is one person; without it the name without degrees decides."""
        if nip and nip in self._by_nip:
            return self._by_nip[nip]
        alike = self._by_name.get(bare_name(name), [])
        fits = [each for each in alike if not (nip and each.nip and nip != each.nip)]
        return fits[-1] if fits else None


def album(region: Region) -> Album:
    rows = Portrait.objects.filter(region=region).select_related("file")
    return Album(rows.order_by("pk"))


@transaction.atomic
def set_portrait(
    *,
    region: Region,
    name: str,
    nip: str,
    is_public: bool,
    by: Actor,
    upload: UploadedFile | None = None,
) -> Portrait:
    """A new photo takes the place of the old one; without one only the consent changes."""
    require_in(by, region, Permission.MEMBER_EDIT)
    Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    found = album(region).of(name, nip)
    if found is None and upload is None:
        raise Refusal("Pilih berkas foto.", field="photo")
    if upload is None and found is not None and found.is_public == is_public:
        return found
    portrait = found or Portrait(region=region, name=name, nip=nip)
    old = None if found is None or upload is None else found.file
    told = {"is_public": (found.is_public if found else None, is_public)}
    portrait.is_public = is_public
    if upload is not None:
        portrait.file = _kept(upload, region, by)
    portrait.save()
    if old is not None:
        delete_file(file=old, reason="Foto diganti", by=by)
    record(by=by, verb=SET, obj=portrait, region=region, changes=told)
    return portrait


def _kept(upload: UploadedFile, region: Region, by: Actor) -> StoredFile:
    """As small as a page shows it, without place and camera."""
    upload.seek(0)
    content, name = upload.read(), upload.name or "foto"
    try:
        if photos.is_heic(content):
            content, name = photos.heic_to_jpeg(content, name)
        elif not sniff.kind_of(content, name, len(content)).is_image:
            raise Refusal("Pilih foto JPG, PNG, atau HEIC.", field="photo")
        small = images.print_rendition(content, images.PHOTO, name)
    except sniff.NotAllowed as problem:
        raise Refusal(problem.sentence, field="photo") from problem
    return store_bytes(
        content=small,
        name=name,
        kind=sniff.Kind.JPG,
        region=region,
        slice_name="foto-orang",
        by=by,
    )


@transaction.atomic
def remove_portrait(*, portrait: Portrait, by: Actor) -> None:
    require_in(by, portrait.region, Permission.MEMBER_EDIT)
    Region.objects.select_for_update(of=("self",)).get(pk=portrait.region_id)
    rows = Portrait.objects.select_related("file", "region").filter(pk=portrait.pk)
    found = rows.first()
    if found is None:
        # The second click of a double click.
        return
    record(by=by, verb=REMOVED, obj=found, region=found.region)
    found.delete()
    delete_file(file=found.file, reason="Foto dihapus", by=by)


def portrait_gate(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.MEMBER_VIEW):
        return False
    return Portrait.objects.for_actor(actor).filter(file=file).exists()
