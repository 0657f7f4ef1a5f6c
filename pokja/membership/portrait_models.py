"""The photo of a person, found by NIP or name: it serves every seat the person holds."""

from __future__ import annotations

from django.db import models

from pug_portal.access.scope import RegionQuerySet
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class PortraitQuerySet(RegionQuerySet["Portrait"]):
    pass


class Portrait(models.Model):
    """Shown outside the portal only while `is_public`: the person's own consent."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("nama", max_length=120)
    nip = models.CharField("NIP", max_length=18, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="foto"
    )
    is_public = models.BooleanField("boleh ditayangkan", default=False)

    objects = PortraitQuerySet.as_manager()

    class Meta:
        verbose_name = "foto orang"
        ordering = ["region", "name", "pk"]

    def __str__(self) -> str:
        return f"Foto {self.name}"
