"""The head of the OPD says yes: by account, by one-time link or on a signed page."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from focal_points.progress.actions.locking import (
    check_open,
    remember,
    take,
    take_to_fill,
)
from focal_points.progress.actions.sending import check_ready
from focal_points.progress.content import snapshot
from focal_points.progress.lock import is_locked, lock_sentence
from focal_points.progress.models import Progress, State
from focal_points.progress.review_models import Approval
from focal_points.progress.workflow import WORKFLOW
from pug_portal.access.actor import NOBODY, Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.files.actions import store_upload
from pug_portal.lib.clock import now

LINK_DAYS = 7
ASKED = Verb("progress.approval_asked", "meminta persetujuan Kepala OPD atas {object}")
UPLOADED = Verb(
    "progress.approval_uploaded",
    "mengunggah lembar persetujuan Kepala OPD atas {object}",
)
APPROVED = Verb("progress.approved", "menyetujui laporan kemajuan {object}")
APPROVED_BY_LINK = Verb(
    "progress.approved_by_link", "menyetujui lewat tautan laporan kemajuan {object}"
)
RETURNED = Verb(
    "progress.returned_by_head", "mengembalikan {object} kepada penyusun di OPD"
)
STOPPED = Verb(
    "progress.approval_stopped", "membatalkan permintaan persetujuan {object}"
)


@transaction.atomic
def ask_head_approval(
    *,
    progress: Progress,
    kind: str,
    head_name: str,
    by: Actor,
    signed_page: UploadedFile | None = None,
) -> tuple[Approval, str]:
    """The request and, for a link, its secret: told once, only its digest is kept."""
    progress = take_to_fill(progress, by=by)
    WORKFLOW.check(progress.status, State.AWAITING_HEAD, by=by)
    check_ready(progress)
    if not head_name.strip():
        raise Refusal("Tulis nama Kepala OPD.", field="head_name")
    moment = now()
    progress.approvals.filter(revoked_at=None).update(revoked_at=moment)
    approval = Approval(
        progress=progress,
        kind=kind,
        progress_version=progress.version,
        content=snapshot(progress),
        head_name=head_name.strip(),
        asked_at=moment,
    )
    token = ""
    if kind == Approval.Kind.LINK:
        token = secrets.token_urlsafe(32)
        approval.token_digest = digest(token)
        approval.expires_at = moment + dt.timedelta(days=LINK_DAYS)
    elif kind == Approval.Kind.SIGNED_PAGE:
        _attach_page(approval, signed_page, by)
    approval.save()
    progress.state = State.AWAITING_HEAD
    progress.save(update_fields=["state"])
    remember(progress, by)
    verb = UPLOADED if kind == Approval.Kind.SIGNED_PAGE else ASKED
    record(by=by, verb=verb, obj=progress, region=progress.opd.region)
    return approval, token


@transaction.atomic
def approve_as_head(*, progress: Progress, by: Actor) -> Approval:
    """With the head's own account, however the OPD had asked."""
    require(by, Permission.PROGRESS_APPROVE)
    progress = take(progress, by=by)
    approval = _waiting(progress)
    approval.kind = Approval.Kind.ACCOUNT
    approval.user = by.user
    approval.head_name = by.name
    remember(progress, by)
    return _give(approval, APPROVED, by=by)


@transaction.atomic
def return_by_head(*, progress: Progress, reason: str, by: Actor) -> Progress:
    """Back to the OPD's own desk, with what the head wants changed."""
    require(by, Permission.PROGRESS_APPROVE)
    progress = take(progress, by=by)
    WORKFLOW.check(progress.status, State.DRAFT, by=by)
    if progress.state != State.AWAITING_HEAD:
        raise Refusal("Laporan ini tidak sedang menunggu persetujuan Anda.")
    check_open(progress)
    if not reason.strip():
        raise Refusal("Tulis apa yang perlu diperbaiki.", field="reason")
    return _back_to_draft(progress, RETURNED, by=by, reason=reason.strip())


@transaction.atomic
def stop_asking(*, progress: Progress, by: Actor) -> Progress:
    """The OPD takes its request back, to change the answers. An open link dies."""
    progress = take_to_fill(progress, by=by)
    WORKFLOW.check(progress.status, State.DRAFT, by=by)
    if progress.state != State.AWAITING_HEAD:
        raise Refusal("Laporan ini tidak sedang menunggu persetujuan Kepala OPD.")
    return _back_to_draft(progress, STOPPED, by=by)


class ApprovalUnknown(Refusal):
    """No request has this secret: the only refusal that is counted as a guess."""


def open_approval_link(token: str) -> Approval:
    """The request behind a link, or a refusal that says whom to ask."""
    approval = (
        Approval.objects.select_related("progress__opd__region", "progress__period")
        .filter(token_digest=digest(token), kind=Approval.Kind.LINK)
        .first()
    )
    ask = "Mintalah tautan baru kepada focal point OPD Anda."
    if approval is None:
        raise ApprovalUnknown(f"Tautan ini tidak dikenal. {ask}")
    if approval.given_at is not None:
        raise Refusal("Tautan ini sudah dipakai: persetujuan Anda sudah tercatat.")
    progress = approval.progress
    is_outdated = approval.progress_version != progress.version
    if approval.revoked_at is not None or is_outdated:
        raise Refusal(f"Tautan ini sudah dicabut karena laporan berubah. {ask}")
    if approval.expires_at is None or approval.expires_at <= now():
        raise Refusal(f"Tautan ini sudah lewat masa berlakunya. {ask}")
    if is_locked(progress):
        raise Refusal(lock_sentence(progress))
    return approval


@transaction.atomic
def approve_by_link(*, token: str) -> Approval:
    """Spends the link. Once only, also under a double click."""
    seen = open_approval_link(token)
    Progress.objects.select_for_update(of=("self",)).get(pk=seen.progress_id)
    approval = open_approval_link(token)
    return _give(approval, APPROVED_BY_LINK, by=NOBODY)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _attach_page(approval: Approval, page: UploadedFile | None, by: Actor) -> None:
    if page is None:
        raise Refusal(
            "Pilih berkas lembar persetujuan yang sudah ditandatangani.",
            field="signed_page",
        )
    approval.signed_page = store_upload(
        upload=page,
        region=approval.progress.opd.region,
        slice_name="persetujuan",
        by=by,
    )
    approval.given_at = approval.asked_at


def _waiting(progress: Progress) -> Approval:
    if progress.state != State.AWAITING_HEAD:
        raise Refusal(
            f"Laporan ini berstatus «{progress.status.label}» dan tidak sedang menunggu "
            "persetujuan. Mungkin sudah ada yang memprosesnya."
        )
    check_open(progress)
    approval = progress.approvals.filter(
        progress_version=progress.version, revoked_at=None
    ).first()
    if approval is None:
        raise Refusal("Permintaan persetujuan ini sudah dicabut. Muat ulang halaman.")
    if approval.given_at is not None:
        raise Refusal(f"Laporan ini sudah disetujui oleh {approval.head_name}.")
    approval.progress = progress
    return approval


def _give(approval: Approval, verb: Verb, *, by: Actor) -> Approval:
    approval.given_at = now()
    approval.save(update_fields=["kind", "user", "head_name", "given_at"])
    record(
        by=by,
        verb=verb,
        obj=approval.progress,
        region=approval.progress.opd.region,
        changes={"Kepala OPD": (None, approval.head_name)},
    )
    return approval


def _back_to_draft(
    progress: Progress, verb: Verb, *, by: Actor, reason: str = ""
) -> Progress:
    progress.approvals.filter(revoked_at=None).update(
        revoked_at=now(), return_reason=reason
    )
    progress.state = State.DRAFT
    progress.save(update_fields=["state"])
    # What the head says of a draft stays between the head and the OPD.
    record(
        by=by,
        verb=verb,
        obj=progress,
        region=progress.opd.region,
        reason=reason,
        sealed=True,
    )
    return progress
