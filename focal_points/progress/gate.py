"""Evidence is readable by exactly those who may read what points at it."""

from __future__ import annotations

from focal_points.progress.models import SENT, Progress, State
from focal_points.progress.review_models import ProgressVersion
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.files.models import StoredFile


def may_read_evidence(actor: Actor, file: StoredFile) -> bool:
    if actor.user is None or not can(actor, Permission.PROGRESS_VIEW):
        return False
    return _is_evidence_for(actor, file) or _is_signed_page_for(actor, file)


def _is_evidence_for(actor: Actor, file: StoredFile) -> bool:
    readable = Progress.objects.readable_by(actor)
    live = readable.filter(files__file=file)
    if actor.role == Role.SEKRETARIAT and live.filter(is_on_behalf=True).exists():
        return True
    if actor.role not in OPD_ROLES:
        # While the OPD mends, others read the last submission, not the desk.
        live = live.filter(state__in=[State.SUBMITTED, State.VERIFIED])
    if live.exists():
        return True
    if actor.role not in OPD_ROLES and not can(actor, Permission.PROGRESS_VERIFY):
        return False
    sent = ProgressVersion.objects.filter(files=file, withdrawn_at=None)
    own = Progress.objects.owned_by(actor)
    return readable.filter(pk__in=own, versions__in=sent).exists()


def _is_signed_page_for(actor: Actor, file: StoredFile) -> bool:
    """The head's signature: for the OPD, and once it is sent for those who judge."""
    rows = Progress.objects.readable_by(actor).filter(
        approvals__signed_page=file, pk__in=Progress.objects.owned_by(actor)
    )
    if actor.role in OPD_ROLES:
        return rows.exists()
    if not can(actor, Permission.PROGRESS_VERIFY):
        return False
    if actor.role == Role.SEKRETARIAT and rows.filter(is_on_behalf=True).exists():
        return True
    return rows.filter(state__in=SENT).exists()
