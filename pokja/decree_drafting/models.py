"""DecreeText: what a rancangan SK says besides its facts and its members."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from pokja.decrees.models import Decree
from pug_portal.access.scope import RegionQuerySet


class DecreeTextQuerySet(RegionQuerySet["DecreeText"]):
    region_lookup: ClassVar[str] = "decree__region"


class DecreeText(models.Model):
    """Each part is text with one point per line; «- » begins a point below it."""

    decree = models.OneToOneField(
        Decree, primary_key=True, on_delete=models.CASCADE, related_name="text"
    )
    considering = models.TextField("menimbang")
    recalling = models.TextField("mengingat")
    dictums = models.TextField("diktum")
    copies = models.TextField("tembusan", blank=True)

    objects = DecreeTextQuerySet.as_manager()

    class Meta:
        ordering = ["decree"]

    def __str__(self) -> str:
        return f"Naskah {self.decree}"
