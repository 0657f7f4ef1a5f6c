"""Opening a collection, uploading, accepting, returning, closing."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from focal_points.campaigns.board import asked_opds, is_complete, rows_of
from focal_points.campaigns.models import (
    Campaign,
    CampaignDocument,
    DocumentKind,
    DocumentState,
)
from focal_points.campaigns.workflow import WORKFLOW
from focal_points.opd.models import Opd
from focal_points.planning.models import Stage
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require, require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import ZONES, tanggal

OPENED = Verb("campaign.opened", "membuka pengumpulan {object}")
MOVED = Verb("campaign.due_moved", "memindahkan tenggat {object}")
CLOSED = Verb("campaign.closed", "menutup pengumpulan {object}")
COMPLETED = Verb("campaign.completed", "melengkapi pengumpulan {object}")
UPLOADED = Verb("campaign.uploaded", "mengunggah {object}")
ACCEPTED = Verb("campaign.accepted", "menerima {object}")
RETURNED = Verb("campaign.returned", "mengembalikan {object}")

IS_CLOSED = "Pengumpulan ini sudah ditutup."


@transaction.atomic
def open_campaign(
    *,
    stage: Stage,
    title: str,
    kinds: Iterable[str],
    due_on: dt.date,
    by: Actor,
    message: str = "",
) -> Campaign:
    require_in(by, stage.region, Permission.CAMPAIGN_EDIT)
    day = today(ZONES[stage.region.zone])
    wanted = set(kinds)
    if not title.strip():
        raise Refusal("Tulis judul pengumpulan.", field="title")
    if not wanted or wanted - set(DocumentKind.values):
        raise Refusal("Pilih paling sedikit satu dokumen.", field="kinds")
    _check_due(due_on, day)
    made = Campaign.objects.create(
        stage=stage,
        title=title.strip(),
        kinds=[kind.value for kind in DocumentKind if kind.value in wanted],
        message=message.strip(),
        opened_on=day,
        opened_by=by.user,
        due_on=due_on,
    )
    asked = [str(kind.label) for kind in made.asked]
    changes = {"dokumen": (None, asked), "tenggat": (None, due_on)}
    record(by=by, verb=OPENED, obj=made, region=stage.region, changes=changes)
    return made


@transaction.atomic
def upload_document(
    *, campaign: Campaign, opd: Opd, kind: str, upload: UploadedFile, by: Actor
) -> CampaignDocument:
    """The OPD's own people; a newer file takes the place of the one before."""
    campaign = _take(campaign)
    require(by, Permission.CAMPAIGN_UPLOAD)
    if opd.pk not in opd_ids_of(by):
        raise PermissionDenied("Dokumen diunggah oleh focal point OPD itu sendiri.")
    _check_open(campaign)
    if kind not in campaign.kinds:
        raise Refusal("Dokumen ini tidak diminta dalam pengumpulan ini.")
    if not asked_opds(campaign).filter(pk=opd.pk).exists():
        raise Refusal(f"{opd.short_name} tidak termasuk dalam pengumpulan ini.")
    found = campaign.documents.filter(opd=opd, kind=kind).first()
    was = DocumentState(found.state) if found else DocumentState.MISSING
    WORKFLOW.check(was, DocumentState.UPLOADED, by=by)
    stored = store_upload(
        upload=upload, region=campaign.region, slice_name="pengumpulan", by=by
    )
    row = found or CampaignDocument(
        campaign=campaign, opd=opd, kind=kind, first_uploaded_at=now()
    )
    before = row.file if found else None
    row.file, row.state = stored, DocumentState.UPLOADED
    row.uploaded_by, row.uploaded_at = by.user, now()
    row.judged_by = row.judged_at = None
    row.note = ""
    row.save()
    if before is not None:
        row.earlier.add(before)
    changes = {
        "status": (was, row.state),
        "berkas": (before.name if before else None, stored.name),
    }
    record(by=by, verb=UPLOADED, obj=row, region=campaign.region, changes=changes)
    return row


@transaction.atomic
def accept_document(
    *, document: CampaignDocument, by: Actor, seen: uuid.UUID | str | None = None
) -> CampaignDocument:
    """The last one closes the campaign: then it is complete. `seen`: the file judged."""
    row = _judge(document, DocumentState.ACCEPTED, "", by, seen)
    record(by=by, verb=ACCEPTED, obj=row, region=row.campaign.region)
    if is_complete(rows_of(row.campaign)):
        _close(row.campaign, "", COMPLETED, by)
    return row


@transaction.atomic
def return_document(
    *,
    document: CampaignDocument,
    note: str,
    by: Actor,
    seen: uuid.UUID | str | None = None,
) -> CampaignDocument:
    if not note.strip():
        raise Refusal("Tulis apa yang perlu diperbaiki.", field="note")
    row = _judge(document, DocumentState.RETURNED, note.strip(), by, seen)
    record(by=by, verb=RETURNED, obj=row, region=row.campaign.region, reason=row.note)
    return row


@transaction.atomic
def move_due(
    *,
    campaign: Campaign,
    due_on: dt.date,
    reason: str,
    by: Actor,
    seen: dt.date | None = None,
) -> Campaign:
    """`seen`: the deadline that stood on the page. What came by the new one is in time."""
    campaign = _take(campaign)
    require_in(by, campaign.region, Permission.CAMPAIGN_EDIT)
    _check_open(campaign)
    old = campaign.due_on
    if due_on == old:
        return campaign
    if seen is not None and seen != old:
        raise Refusal(
            f"Tenggat ini baru saja dipindahkan orang lain menjadi {tanggal(old)}. "
            "Periksa dahulu, lalu simpan lagi bila masih perlu.",
            field="due_on",
        )
    _check_due(due_on, today(ZONES[campaign.region.zone]))
    if not reason.strip():
        raise Refusal("Tulis alasan tenggat dipindahkan.", field="reason")
    campaign.due_on, campaign.due_before = due_on, old
    campaign.due_reason = reason.strip()
    campaign.save(update_fields=["due_on", "due_before", "due_reason"])
    record(
        by=by,
        verb=MOVED,
        obj=campaign,
        region=campaign.region,
        changes={"due_on": (old, due_on)},
        reason=campaign.due_reason,
    )
    return campaign


@transaction.atomic
def close_campaign(*, campaign: Campaign, reason: str, by: Actor) -> Campaign:
    """By hand, with what is still missing; so it says why."""
    campaign = _take(campaign)
    require_in(by, campaign.region, Permission.CAMPAIGN_EDIT)
    _check_open(campaign)
    if not reason.strip():
        raise Refusal(
            "Tulis alasan pengumpulan ditutup sebelum lengkap.", field="reason"
        )
    return _close(campaign, reason.strip(), CLOSED, by)


def _close(campaign: Campaign, reason: str, verb: Verb, by: Actor) -> Campaign:
    campaign.closed_at, campaign.closed_by = now(), by.user
    campaign.close_reason = reason
    campaign.save(update_fields=["closed_at", "closed_by", "close_reason"])
    record(by=by, verb=verb, obj=campaign, region=campaign.region, reason=reason)
    return campaign


def _judge(
    document: CampaignDocument,
    state: DocumentState,
    note: str,
    by: Actor,
    seen: uuid.UUID | str | None,
) -> CampaignDocument:
    campaign = _take(document.campaign)
    require_in(by, campaign.region, Permission.CAMPAIGN_EDIT)
    _check_open(campaign)
    row = campaign.documents.select_related("opd").get(pk=document.pk)
    row.campaign = campaign
    if row.opd_id in opd_ids_appointing(by):
        raise PermissionDenied(
            f"Anda ditunjuk pada {row.opd.short_name}, jadi dokumennya diperiksa "
            "orang lain."
        )
    if seen is not None and str(row.file_id) != str(seen):
        raise Refusal("OPD baru saja mengganti berkas ini. Periksa berkas yang baru.")
    WORKFLOW.check(DocumentState(row.state), state, by=by)
    row.state, row.note = state, note
    row.judged_by, row.judged_at = by.user, now()
    row.save(update_fields=["state", "note", "judged_by", "judged_at"])
    return row


def _take(campaign: Campaign) -> Campaign:
    """Locked: two who accept at once, or accept and upload, come one after the other."""
    return (
        Campaign.objects.select_for_update(of=("self",))
        .select_related("stage__region")
        .get(pk=campaign.pk)
    )


def _check_due(due_on: dt.date, day: dt.date) -> None:
    if due_on < day:
        raise Refusal("Tenggat ini sudah lewat.", field="due_on")
    if due_on.year - day.year > 1:
        raise Refusal(
            "Tenggat paling lama tahun depan. Periksa tahunnya.", field="due_on"
        )


def _check_open(campaign: Campaign) -> None:
    if not campaign.is_open:
        raise Refusal(IS_CLOSED)
