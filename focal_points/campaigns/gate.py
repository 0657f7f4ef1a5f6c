"""Who may open a collected file: its OPD, those who judge it, others once accepted."""

from __future__ import annotations

from django.db.models import Q

from focal_points.campaigns.models import CampaignDocument, DocumentState
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.files.models import StoredFile


def may_read_document(actor: Actor, file: StoredFile) -> bool:
    if actor.user is None:
        return False
    rows = CampaignDocument.objects.filter(Q(file=file) | Q(earlier=file))
    if actor.role in OPD_ROLES:
        return rows.owned_by(actor).exists()
    if can(actor, Permission.CAMPAIGN_EDIT) and rows.owned_by(actor).exists():
        return True
    if not can(actor, Permission.CAMPAIGN_VIEW):
        return False
    accepted = CampaignDocument.objects.filter(file=file, state=DocumentState.ACCEPTED)
    return accepted.for_actor(actor).exists()
