"""How wide one sees meetings and what came of them.

Drafts belong to the sekretariat and Bappeda of the region. Its OPD people know that a
meeting is planned; everybody else sees a meeting once its minutes are settled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar, Self

from django.db.models import Q

from focal_points.appointments.scope import opd_ids_of
from pokja.meetings import owners
from pokja.meetings.choices import OPEN_STATES, State
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.scope import RegionQuerySet

if TYPE_CHECKING:
    # Named in quotes below, since the models stand above this module.
    from pokja.meetings.models import Meeting, Recommendation  # noqa: F401


def is_desk(actor: Actor) -> bool:
    """Sekretariat and Bappeda: the people who keep the meetings of their region."""
    return can(actor, Permission.MEETING_EDIT)


class MeetingQuerySet(RegionQuerySet["Meeting"]):
    def for_actor(self, actor: Actor) -> Self:
        if actor.is_system:
            return self
        if actor.role in OPD_ROLES:
            return self.owned_by(actor) if opd_ids_of(actor) else self.none()
        width = super().for_actor(actor)
        settled = Q(state=State.SETTLED)
        if is_desk(actor) and actor.region is not None:
            return width.filter(settled | Q(region=actor.region.pk))
        return width.filter(settled)


class RecommendationQuerySet(RegionQuerySet["Recommendation"]):
    region_lookup: ClassVar[str] = "region"

    def of_settled(self) -> Self:
        """Only these run as follow-ups: before, a recommendation is a draft."""
        return self.filter(meeting__state=State.SETTLED)

    def late_on(self, on: dt.date) -> Self:
        return self.filter(state__in=OPEN_STATES, due_on__lt=on)

    def falling_to(self, opd_ids: Collection[int]) -> Self:
        """First or beside the first; each row once, so that figures stay figures."""
        through = self.model.co_responsible.through
        beside = through._default_manager.filter(opd__in=opd_ids)
        first = Q(responsible_opd__in=opd_ids)
        return self.filter(first | Q(pk__in=beside.values("recommendation")))

    def with_owners(self) -> Self:
        """Every name `owner` prints, in the same query."""
        through = self.model.co_responsible.through
        return self.select_related("responsible_opd").annotate(
            co_told=owners.told_beside(through)
        )

    def for_actor(self, actor: Actor) -> Self:
        """OPD people see what falls to their OPD; all see settled meetings only."""
        if actor.is_system:
            return self
        if actor.role in OPD_ROLES:
            own = self.owned_by(actor).of_settled()
            return own.falling_to(opd_ids_of(actor))
        return super().for_actor(actor).of_settled()
