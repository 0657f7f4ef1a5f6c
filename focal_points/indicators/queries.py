"""Looking things up in the library."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from focal_points.indicators.models import Indicator
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region


def listed(
    actor: Actor, region: Region, *, words: str = "", owner: int | None = None
) -> QuerySet[Indicator]:
    rows = Indicator.objects.for_actor(actor).filter(region=region)
    if words:
        said = Q(name__icontains=words) | Q(code__icontains=words)
        rows = rows.filter(said | Q(definition__icontains=words))
    if owner is not None:
        rows = rows.filter(owner=owner)
    return rows.select_related("owner").order_by("-is_offered", "code")


def library(region: Region, also: set[str] | None = None) -> list[Indicator]:
    """What a document may choose; `also`: codes it has chosen before."""
    rows = Indicator.objects.filter(region=region)
    offered = rows.filter(Q(is_offered=True) | Q(code__in=also or ()))
    return list(offered.order_by("code"))
