"""Which answers' evidence an actor may read, as a query: the rows of `rights.may_read`."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from focal_points.appointments.scope import opd_ids_of
from prasyarat.assessments.models import Answer, Evidence, State
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES


def readable_answers(actor: Actor) -> QuerySet[Answer]:
    if actor.is_system:
        return Answer.objects.all()
    if actor.region is None or not can(actor, Permission.ASSESSMENT_VIEW):
        return Answer.objects.none()
    rows = Answer.objects.for_actor(actor)
    verified = Q(verified_at__isnull=False)
    if actor.role in SETTLED_ONLY_ROLES:
        return rows.filter(verified)
    own = Q(region=actor.region.pk)
    sent = own & ~Q(state=State.DRAFT)
    if actor.role in OPD_ROLES:
        own_opd = Q(opd__in=opd_ids_of(actor))
        return rows.filter(own_opd | (Q(opd=None) & (verified | sent)))
    drafts = own & (Q(opd=None) | Q(filled_role=actor.role))
    return rows.filter(verified | sent | drafts)


def readable_evidence(actor: Actor) -> QuerySet[Evidence]:
    """Files only: an address is not part of the library."""
    return Evidence.objects.filter(
        answer__in=readable_answers(actor), file__isnull=False
    )
