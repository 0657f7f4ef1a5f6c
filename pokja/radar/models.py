"""What the sekretariat was told about an ending or a mutasi: each thing once."""

from __future__ import annotations

from django.db import models

from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class RadarNotice(models.Model):
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    # Names the thing, its last day and the band it has reached.
    key = models.CharField(max_length=80)
    text = models.CharField("isi", max_length=300)
    made_at = models.DateTimeField("dicatat pada")
    mailed_at = models.DateTimeField("dikirim pada", null=True, blank=True)

    objects = RegionQuerySet["RadarNotice"].as_manager()

    class Meta:
        ordering = ["region", "-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "key"], name="radar_notice_once")
        ]

    def __str__(self) -> str:
        return self.text
