"""Reading the head's approvals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from focal_points.appointments.models import Appointment
from focal_points.offices.models import Office, OfficeHolder
from focal_points.opd.models import Opd
from focal_points.progress.lock import day_in
from focal_points.progress.models import EDITABLE, Progress, State
from focal_points.progress.review_models import Approval


def valid_approval(progress: Progress) -> Approval | None:
    """The head's yes to exactly the answers as they stand."""
    return progress.approvals.filter(
        progress_version=progress.version, given_at__isnull=False, revoked_at=None
    ).first()


def given_of(reports: Iterable[Progress]) -> dict[int, Approval]:
    """`valid_approval` of each report that waits for its submission, by its key."""
    keys = [row.pk for row in reports if row.state == State.AWAITING_HEAD]
    if not keys:
        return {}
    rows = Approval.objects.filter(
        progress__in=keys,
        progress_version=F("progress__version"),
        given_at__isnull=False,
        revoked_at=None,
    )
    return {row.progress_id: row for row in rows}


def standing(progress: Progress) -> tuple[Approval | None, Approval | None]:
    """`valid_approval` and `open_approval` at once; a draft has neither."""
    if progress.state in EDITABLE:
        return None, None
    rows = progress.approvals.filter(progress_version=progress.version, revoked_at=None)
    found = list(rows)
    given = next((row for row in found if row.given_at), None)
    return given, next((row for row in found if not row.given_at), None)


def last_return_by_head(progress: Progress) -> Approval | None:
    return progress.approvals.exclude(return_reason="").first()


@dataclass(frozen=True)
class Head:
    """`name` by the register or by appointment, to prefill a form."""

    name: str
    has_account: bool


def head_facts(opd: Opd) -> Head:
    """Who heads the OPD today; of a closed office its heir's head answers."""
    on = day_in(opd.region)
    if opd.heir is not None and not opd.exists_on(on):
        return head_facts(opd.heir)
    holder = (
        OfficeHolder.objects.filter(
            office__opd=opd, office__kind=Office.Kind.HEAD_OF_OPD
        )
        .holding_on(on)
        .order_by("-start", "-pk")
        .first()
    )
    heads = Appointment.objects.filter(opd=opd, kind=Appointment.Kind.HEAD)
    appointed = list(
        heads.valid_on(on).select_related("user").order_by("-start", "-pk")
    )
    named = holder or next(iter(appointed), None)
    return Head(
        name=named.name if named else "",
        has_account=any(row.user and row.user.is_active for row in appointed),
    )


def head_of(opd: Opd) -> str:
    return head_facts(opd).name


def has_head_account(opd: Opd) -> bool:
    return head_facts(opd).has_account
