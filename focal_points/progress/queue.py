"""Submitted reports that wait for this verifier."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from focal_points.appointments.scope import is_appointed_to
from focal_points.opd.models import OpdTag
from focal_points.progress.models import Progress, State
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import Role

# The one waiting longest first.
ORDER = ("submitted_at", "pk")


def queue_for(actor: Actor) -> QuerySet[Progress]:
    """`waiting_for` with what a row of the list tells."""
    return (
        waiting_for(actor)
        .select_related("opd", "period", "submitted_by")
        .annotate(
            activity_count=Count("activities", distinct=True),
            file_count=Count("files", distinct=True),
            times_sent=Count(
                "versions", filter=Q(versions__withdrawn_at=None), distinct=True
            ),
        )
        .order_by(*ORDER)
    )


def waiting_for(actor: Actor) -> QuerySet[Progress]:
    """Submitted reports this actor may judge."""
    if not can(actor, Permission.PROGRESS_VERIFY) or actor.region is None:
        return Progress.objects.none()
    rows = (
        Progress.objects.owned_by(actor)
        .filter(state=State.SUBMITTED)
        .exclude(is_appointed_to(actor))
        .exclude(filled_by=actor.user)
    )
    of_bappeda = Q(is_on_behalf=True) | Q(opd__tag=OpdTag.PPPA)
    if actor.role == Role.BAPPEDA:
        return rows.filter(of_bappeda)
    return rows.exclude(of_bappeda)
