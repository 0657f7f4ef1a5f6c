"""Whether a region shows its Pokja to the public, and how much of it."""

from __future__ import annotations

from django.db import models

from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class RosterSwitchQuerySet(RegionQuerySet["RosterSwitch"]):
    pass


class RosterSwitch(models.Model):
    """Off until the sekretariat turns it on. Names are a second decision, photos a third."""

    region = models.OneToOneField(
        Region, on_delete=models.PROTECT, related_name="roster_switch"
    )
    is_on = models.BooleanField("susunan publik", default=False)
    shows_names = models.BooleanField("nama anggota ditayangkan", default=False)
    shows_photos = models.BooleanField("foto anggota ditayangkan", default=False)

    objects = RosterSwitchQuerySet.as_manager()

    class Meta:
        ordering = ["region"]

    def __str__(self) -> str:
        return f"Susunan publik {self.region}"
