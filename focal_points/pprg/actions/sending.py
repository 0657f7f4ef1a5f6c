"""Submitting to the driver team, taking back, and the head's signed page."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.pprg.actions.locking import take
from focal_points.pprg.checks import findings
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument, PprgVersion, State
from focal_points.pprg.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.lib.clock import now, today

SUBMITTED = Verb("pprg.submitted", "mengajukan {object} untuk ditelaah")
WITHDRAWN = Verb("pprg.withdrawn", "menarik kembali {object}")
SIGNED = Verb("pprg.signed", "mengunggah lembar bertanda tangan {object}")


@transaction.atomic
def submit(*, document: PprgDocument, by: Actor) -> PprgDocument:
    """Freeze the content as a version. A second click changes nothing."""
    require(by, Permission.PPRG_FILL)
    document = take(document, by=by)
    if document.state == State.SUBMITTED:
        return document
    WORKFLOW.check(document.status, State.SUBMITTED, by=by)
    stops = [
        each
        for each in findings(template_of(document), document.content)
        if each.is_blocking
    ]
    if stops:
        more = f" Ada {len(stops) - 1} hal lain." if len(stops) > 1 else ""
        raise Refusal(f"Dokumen belum dapat diajukan: {stops[0].sentence}{more}")
    moment = now()
    number = document.versions.count() + 1
    PprgVersion.objects.create(
        document=document,
        number=number,
        title=document.title,
        content=document.content,
        submitted_at=moment,
        submitted_by=by.user,
    )
    document.state = State.SUBMITTED
    document.submitted_at = moment
    document.sent_count += 1
    document.save(update_fields=["state", "submitted_at", "sent_count"])
    if by.user is not None:
        document.filled_by.add(by.user)
    record(
        by=by,
        verb=SUBMITTED,
        obj=document,
        region=document.opd.region,
        changes={"pengajuan ke": (number - 1 or None, number)},
    )
    return document


@transaction.atomic
def withdraw(*, document: PprgDocument, by: Actor) -> PprgDocument:
    """While nobody has begun to review it."""
    require(by, Permission.PPRG_FILL)
    document = take(document, by=by)
    # Sent a second time and taken back: the notes of the first round still stand.
    target = State.REVISE if document.sent_count > 1 else State.DRAFT
    WORKFLOW.check(document.status, target, by=by)
    last = document.versions.order_by("-number").first()
    if last is not None:
        last.withdrawn_at = now()
        last.save(update_fields=["withdrawn_at"])
    document.sent_count -= 1
    document.state = target
    document.save(update_fields=["state", "sent_count"])
    record(by=by, verb=WITHDRAWN, obj=document, region=document.opd.region)
    return document


@transaction.atomic
def attach_signed_page(
    *,
    document: PprgDocument,
    upload: UploadedFile,
    signed_on: dt.date,
    signed_by_name: str,
    by: Actor,
) -> PprgDocument:
    """The scan of the page with the head's signature; a later one takes its place."""
    require(by, Permission.PPRG_FILL)
    document = take(document, by=by)
    if signed_on > today():
        raise Refusal("Tanggal ini belum tiba.", field="signed_on")
    if not signed_by_name.strip():
        raise Refusal("Tulis nama Kepala OPD.", field="signed_by_name")
    old = document.signed_page
    document.signed_page = store_upload(
        upload=upload,
        region=document.opd.region,
        slice_name="pprg-opd",
        document_date=signed_on,
        by=by,
    )
    document.signed_on = signed_on
    document.signed_by_name = signed_by_name.strip()
    document.save(update_fields=["signed_page", "signed_on", "signed_by_name"])
    if by.user is not None:
        document.filled_by.add(by.user)
    record(
        by=by,
        verb=SIGNED,
        obj=document,
        region=document.opd.region,
        changes={"lembar": (old, document.signed_page)},
        sealed=not document.sent_count,
    )
    return document
