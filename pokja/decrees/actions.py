"""Recording decrees: draft, issue, correct, revoke, scan, delete."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, models, transaction

from pokja.decrees.models import Decree, Kind, Relation, State
from pokja.decrees.queries import term_of
from pokja.decrees.validity import clash
from pokja.decrees.workflow import EDITORS, WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.files.actions import store_upload
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

DRAFTED = Verb("decree.drafted", "membuat rancangan SK «{object}»")
ISSUED = Verb("decree.issued", "mencatat penetapan SK {object}")
CHANGED = Verb("decree.changed", "membetulkan data SK {object}")
REVOKED = Verb("decree.revoked", "mencabut SK {object}")
ENDED = Verb("decree.replaced", "mengakhiri SK {object} karena diganti")
SCANNED = Verb("decree.scanned", "melampirkan pindaian SK {object}")
DELETED = Verb("decree.deleted", "menghapus catatan SK {object}")


def may_edit(actor: Actor, kind: str) -> bool:
    """The sekretariat keeps all decrees, Bappeda that of the Tim Teknis."""
    if can(actor, Permission.DECREE_EDIT):
        return True
    return kind == Kind.TECHNICAL_TEAM and can(actor, Permission.DECREE_EDIT_TECHNICAL)


def _require_kind(by: Actor, kind: str) -> None:
    require(by, *EDITORS)
    if not by.is_system and not may_edit(by, kind):
        raise Refusal(
            "Bappeda mencatat SK Tim Teknis; SK jenis lain dicatat sekretariat Pokja.",
            field="kind",
        )


@transaction.atomic
def record_decree(
    *, region: Region, by: Actor, scan: UploadedFile | None = None, **facts: Any
) -> Decree:
    """A new decree, issued when it has number and dates, else a rancangan.

    Raises Refusal beside the field for dates, twin numbers and overlaps.
    """
    _require_kind(by, facts["kind"])
    Region.objects.select_for_update().get(pk=region.pk)
    decree = Decree(region=region, made_by=by.user, **facts)
    decree.state = State.ISSUED if decree.number.strip() else State.DRAFT
    _check(decree)
    _save_new(decree)
    verb = ISSUED if decree.state == State.ISSUED else DRAFTED
    record(by=by, verb=verb, obj=decree, region=region)
    _end_replaced(decree, by)
    if scan is not None:
        attach_scan(decree=decree, upload=scan, by=by)
    return decree


def _save_new(decree: Decree) -> None:
    decree.number = " ".join(decree.number.split())
    try:
        with transaction.atomic():
            decree.save()
    except IntegrityError as problem:
        raise Refusal(
            f"SK nomor {decree.number} dengan jenis dan tanggal yang sama sudah "
            "tercatat. Buka SK itu untuk membetulkannya.",
            field="number",
        ) from problem


def _check(decree: Decree) -> None:
    start, until = decree.effective_from, decree.effective_until
    if start and until and until < start:
        raise Refusal(
            "«Berlaku sampai» mendahului «berlaku sejak». Perbaiki salah satunya.",
            field="effective_until",
        )
    if (decree.kind == Kind.FOCAL_POINT) != (decree.opd_id is not None):
        raise Refusal(
            "Pilih OPD untuk SK Focal Point, dan kosongkan untuk jenis SK lain.",
            field="opd",
        )
    if bool(decree.relation) != (decree.related_id is not None):
        raise Refusal(
            "Isi hubungan beserta SK yang diubah atau diganti, atau kosongkan keduanya.",
            field="related",
        )
    if decree.state == State.DRAFT:
        return
    if decree.signed_on is None:
        raise Refusal("Isi tanggal penetapan SK bernomor.", field="signed_on")
    if start is None:
        raise Refusal("Isi tanggal mulai berlaku.", field="effective_from")
    if start < decree.signed_on and not decree.note.strip():
        raise Refusal(
            "SK berlaku sebelum tanggal penetapannya. Tulis sebabnya pada catatan.",
            field="note",
        )
    _check_overlap(decree)


def _check_overlap(decree: Decree) -> None:
    others = Decree.objects.same_subject(decree).issued()
    terms = [term_of(row) for row in others if row.pk != decree.pk]
    if decree.relation == Relation.REPLACES:
        terms = [term for term in terms if term.key != decree.related_id]
    found = clash(term_of(decree), terms)
    if found is not None:
        until = (
            f"sampai {tanggal(found.last_day)}"
            if found.last_day < dt.date.max
            else ("tanpa batas akhir")
        )
        raise Refusal(
            f"Pada masa itu sudah berlaku {found.label} (sejak {tanggal(found.start)} "
            f"{until}). Catat SK ini sebagai pengganti atau perubahannya, atau "
            "betulkan tanggalnya.",
            field="effective_from",
        )


def _end_replaced(decree: Decree, by: Actor) -> None:
    """A replacement ends the older one the day it begins itself."""
    if decree.relation != Relation.REPLACES or decree.state != State.ISSUED:
        return
    old = Decree.objects.select_for_update().get(successors=decree)
    if old.ended_on is not None and old.ended_on <= decree.effective_from:  # type: ignore[operator]
        return
    before, old.ended_on = old.ended_on, decree.effective_from
    old.save(update_fields=["ended_on"])
    record(
        by=by,
        verb=ENDED,
        obj=old,
        region=old.region,
        changes={"ended_on": (before, old.ended_on)},
    )


@transaction.atomic
def change_decree(*, decree: Decree, by: Actor, **facts: Any) -> Decree:
    """Correct facts; a rancangan that gets its number is issued by this."""
    Region.objects.select_for_update().get(pk=decree.region_id)
    decree = Decree.objects.select_for_update().get(pk=decree.pk)
    _require_kind(by, decree.kind)
    _require_kind(by, facts.get("kind", decree.kind))
    if decree.state == State.REVOKED:
        raise Refusal("SK yang sudah dicabut tidak dapat diubah lagi.")
    changes = changed(decree, facts)
    for name, value in facts.items():
        setattr(decree, name, value)
    was_draft = decree.state == State.DRAFT
    if was_draft and decree.number.strip():
        WORKFLOW.check(decree.state, State.ISSUED, by=by)
        decree.state = State.ISSUED
    if not was_draft and not decree.number.strip():
        raise Refusal("SK yang sudah ditetapkan harus bernomor.", field="number")
    _check(decree)
    _save_new(decree)
    if changes:
        verb = ISSUED if was_draft and decree.state == State.ISSUED else CHANGED
        record(by=by, verb=verb, obj=decree, region=decree.region, changes=changes)
    _end_replaced(decree, by)
    return decree


@transaction.atomic
def revoke_decree(*, decree: Decree, on: dt.date, reason: str, by: Actor) -> Decree:
    """`on`: the first day on which it no longer holds."""
    decree = Decree.objects.select_for_update().get(pk=decree.pk)
    WORKFLOW.check(decree.state, State.REVOKED, by=by)
    _require_kind(by, decree.kind)
    if not reason.strip():
        raise Refusal("Tulis dasar atau alasan pencabutan.", field="reason")
    if decree.signed_on and on < decree.signed_on:
        raise Refusal("Tanggal pencabutan mendahului tanggal penetapan.", field="on")
    old = decree.ended_on
    decree.state, decree.ended_on, decree.end_reason = State.REVOKED, on, reason.strip()
    decree.save(update_fields=["state", "ended_on", "end_reason"])
    record(
        by=by,
        verb=REVOKED,
        obj=decree,
        region=decree.region,
        changes={"ended_on": (old, on)},
        reason=reason,
    )
    return decree


@transaction.atomic
def attach_scan(*, decree: Decree, upload: UploadedFile, by: Actor) -> Decree:
    _require_kind(by, decree.kind)
    file = store_upload(
        upload=upload,
        region=decree.region,
        slice_name="sk",
        by=by,
        document_date=decree.signed_on,
    )
    old = decree.scan
    decree.scan = file
    decree.save(update_fields=["scan"])
    record(
        by=by,
        verb=SCANNED,
        obj=decree,
        region=decree.region,
        changes={"scan": (old, file)},
    )
    return decree


def hangs_on(decree: Decree) -> list[models.Model]:
    """Rows that point at this decree: shown before somebody deletes it."""
    found: list[models.Model] = []
    for relation in decree._meta.related_objects:
        rows = relation.related_model._default_manager
        found.extend(rows.filter(**{relation.field.name: decree}))
    return found


@transaction.atomic
def delete_decree(*, decree: Decree, reason: str, by: Actor) -> None:
    """A wrong entry on which nothing hangs. The event stays."""
    decree = Decree.objects.select_for_update().get(pk=decree.pk)
    _require_kind(by, decree.kind)
    if not reason.strip():
        raise Refusal("Tulis alasan catatan SK dihapus.", field="reason")
    if rows := hangs_on(decree):
        raise Refusal(
            f"SK ini masih dipakai {len(rows)} catatan lain. Hapus atau pindahkan dahulu."
        )
    record(by=by, verb=DELETED, obj=decree, region=decree.region, reason=reason)
    decree.delete()
