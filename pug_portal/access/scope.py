"""How wide a person sees: in the queryset, never in the template."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.db import models

from pug_portal.access.actor import Actor

M_co = TypeVar("M_co", bound=models.Model, covariant=True)


class RegionQuerySet(models.QuerySet[M_co]):
    """Rows that belong to a region, directly or through `region_lookup`."""

    region_lookup: ClassVar[str] = "region"

    def owned_by(self, actor: Actor) -> Self:
        """Rows of the actor's own region: the width of every change."""
        if actor.is_system:
            return self
        if actor.region is None:
            return self.none()
        return self.filter(**{self.region_lookup: actor.region.pk})

    def for_actor(self, actor: Actor) -> Self:
        """Own region and everything below it: the width of every page."""
        if actor.is_system:
            return self
        if actor.region is None:
            return self.none()
        if not actor.region.has_children:
            return self.owned_by(actor)
        path = f"{self.region_lookup}__path__startswith"
        return self.filter(**{path: actor.region.path})
