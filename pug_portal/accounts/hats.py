"""Which hats a person has today and which one is worn now."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.accounts.models import Assignment, User
from pug_portal.audit.queries import newest_event_of
from pug_portal.lib.clock import today

SESSION_KEY = "hat"


def hats_of(user: User) -> list[Assignment]:
    """Hats valid today, widest duty first."""
    rank = {role: place for place, role in enumerate(Role)}
    hats = Assignment.objects.filter(user=user).valid_on(today())
    return sorted(
        hats.order_by()
        .select_related("region")
        .annotate(newest_event=newest_event_of("region__path")),
        key=lambda hat: (rank[Role(hat.role)], hat.pk),
    )


def actor_under(hat: Assignment | None, user: User) -> Actor:
    if hat is None:
        return Actor(user=user)
    return Actor(
        user=user, role=Role(hat.role), region=hat.region, assignment_id=hat.pk
    )


def actor_of(request: HttpRequest) -> Actor:
    """The account under the hat chosen in this session, else under its first one."""
    user = cast(User, request.user)
    hats = hats_of(user)
    chosen = request.session.get(SESSION_KEY)
    worn = next((hat for hat in hats if hat.pk == chosen), hats[0] if hats else None)
    actor = actor_under(worn, user)
    actor.cache["hats"] = hats
    if worn is not None:
        # None would say «not known»; a region where nothing was written yet is known.
        actor.cache["newest_event"] = worn.newest_event or 0  # type: ignore[attr-defined]
    return actor
