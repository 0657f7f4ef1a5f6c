"""The narrower width: a focal point or head sees the OPD that appointed them, today."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.db import models

from focal_points.appointments.models import Appointment
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.scope import RegionQuerySet
from pug_portal.lib.clock import today

M_co = TypeVar("M_co", bound=models.Model, covariant=True)


def opd_ids_of(actor: Actor) -> frozenset[int]:
    """OPD of the worn hat's appointments valid today; empty when they have ended."""
    if actor.user is None or actor.role not in OPD_ROLES:
        return frozenset()
    if "opd_ids" not in actor.cache:
        rows = Appointment.objects.filter(
            user=actor.user, kind=actor.role, opd__region=actor.region
        ).valid_on(today())
        actor.cache["opd_ids"] = frozenset(rows.values_list("opd_id", flat=True))
    found: frozenset[int] = actor.cache["opd_ids"]
    return found


def opd_ids_appointing(actor: Actor) -> frozenset[int]:
    """Every OPD this person is appointed to under any hat: what he may not verify."""
    if actor.user is None:
        return frozenset()
    if "appointed_opd_ids" not in actor.cache:
        rows = Appointment.objects.filter(user=actor.user).valid_on(today())
        actor.cache["appointed_opd_ids"] = frozenset(
            rows.values_list("opd_id", flat=True)
        )
    found: frozenset[int] = actor.cache["appointed_opd_ids"]
    return found


class OpdScopedQuerySet(RegionQuerySet[M_co]):
    """Rows that belong to an OPD through `opd_lookup`."""

    region_lookup: ClassVar[str] = "opd__region"
    opd_lookup: ClassVar[str] = "opd"

    def for_actor(self, actor: Actor) -> Self:
        return self._narrow(super().for_actor(actor), actor)

    def owned_by(self, actor: Actor) -> Self:
        return self._narrow(super().owned_by(actor), actor)

    def _narrow(self, rows: Self, actor: Actor) -> Self:
        if actor.role in OPD_ROLES:
            return rows.filter(**{f"{self.opd_lookup}__in": opd_ids_of(actor)})
        return rows
