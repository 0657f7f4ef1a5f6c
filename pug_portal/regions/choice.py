"""Which region a list page shows: one's own, or one below it by `?daerah=33.16`."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404

from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region
from pug_portal.regions.moves import current_code


def chosen_region(actor: Actor, code: str | None) -> Region:
    """404 outside the width, and for an account that has no region at all."""
    if actor.region is None:
        raise Http404
    if not code or code == actor.region.code:
        return actor.region
    width = Region.objects.for_actor(actor)
    found = width.filter(code=code).first()
    if found is None and (newer := current_code(code)) != code:
        found = width.filter(code=newer).first()
    if found is None:
        raise Http404
    return found


def regions_offered(actor: Actor) -> list[Region]:
    """Regions to choose from; empty for a kabupaten or kota, which sees only itself."""
    if actor.region is None or not actor.region.has_children:
        return []
    below = Region.objects.for_actor(actor)
    return list(below.filter(Q(uses_portal=True) | Q(pk=actor.region.pk)))
