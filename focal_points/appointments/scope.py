"""The narrower width: a focal point or head sees the OPD that appointed them, today."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from focal_points.appointments.models import Appointment, AppointmentQuerySet
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.access.scope import RegionQuerySet
from pug_portal.lib.clock import today

M_co = TypeVar("M_co", bound=models.Model, covariant=True)

_HEIRLOOMS = (
    "opd__inherited",
    "opd__inherited__inherited",
    "opd__inherited__inherited__inherited",
)


def opd_ids_of(actor: Actor) -> frozenset[int]:
    """OPD of the worn hat's appointments valid today, and those they are the heirs of."""
    if actor.role not in OPD_ROLES:
        return frozenset()
    # A guest's are named by the link he came through.
    if "opd_ids" not in actor.cache:
        if actor.user is None:
            return frozenset()
        rows = Appointment.objects.filter(
            user=actor.user, kind=actor.role, opd__region=actor.region
        ).valid_on(today())
        actor.cache["opd_ids"] = _with_inherited(rows)
    found: frozenset[int] = actor.cache["opd_ids"]
    return found


def actor_in(appointment: Appointment) -> Actor:
    """The person of one appointment, seeing what it alone opens; nothing without account."""
    ids: frozenset[int] = frozenset()
    if appointment.user is not None:
        ids = _with_inherited(Appointment.objects.filter(pk=appointment.pk))
    return Actor(
        user=appointment.user,
        role=Role(appointment.kind),
        region=appointment.opd.region,
        assignment_id=appointment.assignment_id,
        cache={"opd_ids": ids},
    )


def opd_ids_appointing(actor: Actor) -> frozenset[int]:
    """Every OPD this person is appointed to under any hat: what he may not verify."""
    if actor.user is None:
        return frozenset()
    if "appointed_opd_ids" not in actor.cache:
        rows = Appointment.objects.filter(user=actor.user).valid_on(today())
        actor.cache["appointed_opd_ids"] = _with_inherited(rows)
    found: frozenset[int] = actor.cache["appointed_opd_ids"]
    return found


def is_appointed_to(actor: Actor, opd: str = "opd") -> Exists:
    """As `opd_ids_appointing`, asked within the query of the rows themselves."""
    held = Appointment.objects.filter(user=actor.user_id, user__isnull=False)
    paths = ("opd", *_HEIRLOOMS)
    is_theirs = reduce(or_, (Q(**{path: OuterRef(opd)}) for path in paths))
    return Exists(held.valid_on(today()).filter(is_theirs))


def _with_inherited(rows: AppointmentQuerySet) -> frozenset[int]:
    """The offices themselves, and the closed ones whose open matters fell to them.

    Three generations in one query; a matter still open after three mergers is none.
    """
    found = rows.order_by().values_list("opd_id", *_HEIRLOOMS)
    return frozenset(pk for row in found for pk in row if pk is not None)


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
