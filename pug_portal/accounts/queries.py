"""Reading people: who has or had a role within an actor's width."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.accounts.models import Assignment, User


def assignments_within(actor: Actor) -> QuerySet[Assignment]:
    """The sekretariat sees its own region's hats, an administrator also those below."""
    rows = Assignment.objects.select_related("region")
    if actor.role == Role.ADMINISTRATOR:
        return rows.for_actor(actor)
    return rows.owned_by(actor)


def people_within(actor: Actor) -> QuerySet[User]:
    hats = assignments_within(actor)
    return (
        User.objects.filter(pk__in=hats.values("user"))
        .prefetch_related(Prefetch("assignments", hats.order_by("-start"), "hats_here"))
        .order_by("name", "pk")
    )
