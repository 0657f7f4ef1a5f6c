"""Reading the head's approvals."""

from __future__ import annotations

from focal_points.appointments.models import Appointment
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.models import Opd
from focal_points.progress.lock import day_in
from focal_points.progress.models import Progress
from focal_points.progress.review_models import Approval


def valid_approval(progress: Progress) -> Approval | None:
    """The head's yes to exactly the answers as they stand."""
    return progress.approvals.filter(
        progress_version=progress.version, given_at__isnull=False, revoked_at=None
    ).first()


def open_approval(progress: Progress) -> Approval | None:
    """The request that still waits for the head."""
    return progress.approvals.filter(
        progress_version=progress.version, given_at=None, revoked_at=None
    ).first()


def last_return_by_head(progress: Progress) -> Approval | None:
    return progress.approvals.exclude(return_reason="").first()


def head_of(opd: Opd) -> str:
    """Who heads the OPD today, by the register or by appointment; to prefill a form."""
    on = day_in(opd.region)
    if opd.heir is not None and not opd.exists_on(on):
        return head_of(opd.heir)
    holder = (
        OfficeHolder.objects.filter(
            office__opd=opd, office__kind=Office.Kind.HEAD_OF_OPD
        )
        .holding_on(on)
        .order_by("-start", "-pk")
        .first()
    )
    if holder is not None:
        return holder.name
    appointed = (
        Appointment.objects.filter(opd=opd, kind=Appointment.Kind.HEAD)
        .valid_on(on)
        .order_by("-start", "-pk")
        .first()
    )
    return appointed.name if appointed else ""


def has_head_account(opd: Opd) -> bool:
    on = day_in(opd.region)
    if opd.heir is not None and not opd.exists_on(on):
        return has_head_account(opd.heir)
    heads = Appointment.objects.filter(
        opd=opd, kind=Appointment.Kind.HEAD, user__is_active=True
    )
    return heads.valid_on(on).exists()
