"""Whose reports somebody reads, and into whose he types (domain.md §10.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db.models import Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.progress.choices import SENT, State
from pug_portal.access.actor import Actor, Guest
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES, Role
from pug_portal.regions.moves import formerly_below

if TYPE_CHECKING:
    from focal_points.progress.models import Progress  # noqa: F401


class ProgressQuerySet(OpdScopedQuerySet["Progress"]):
    region_lookup: ClassVar[str] = "opd__region"

    def readable_by(self, actor: Actor) -> Self:
        """Reports whose content this actor may read (domain.md §10.6).

        A draft belongs to its OPD alone; one that the sekretariat fills is its draft too.
        """
        rows = self.for_actor(actor)
        if actor.region is not None and actor.region.has_children:
            # A region that moved away keeps its readers of the semesters before.
            when = {"year": "period__year", "half": "period__half"}
            rows |= self.filter(formerly_below(actor, region="opd__region", **when))
        if actor.is_system or actor.role in OPD_ROLES:
            return rows
        if actor.role in SETTLED_ONLY_ROLES:
            return rows.filter(state=State.VERIFIED)
        own = Q(opd__region=actor.region)
        sent = Q(state__in=SENT) | Q(returned_at__isnull=False)
        if actor.role == Role.SEKRETARIAT:
            sent |= Q(is_on_behalf=True)
        elif actor.role != Role.BAPPEDA:
            return rows.none()
        return rows.filter(
            (own & sent) | (~own & Q(state__in=[State.SUBMITTED, State.VERIFIED]))
        )

    def writable_by(self, actor: Actor) -> Self:
        """Reports whose answers this actor may type, whatever their state."""
        rows = self.owned_by(actor)
        if actor.role == Role.SEKRETARIAT:
            return rows.filter(is_on_behalf=True)
        if isinstance(actor, Guest):
            return rows.filter(**actor.bounds)
        if actor.role == Role.FOCAL_POINT:
            return rows
        return rows.none()
