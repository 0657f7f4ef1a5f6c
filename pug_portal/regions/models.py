"""Regions: the national root 00, 38 provinces, 514 kabupaten/kota (Kemendagri codes)."""

from __future__ import annotations

from typing import Self

from django.db import models

from pug_portal.access.actor import Actor
from pug_portal.regions.indices.models import Index, IndexValue
from pug_portal.regions.move_models import RegionMove


class Level(models.TextChoices):
    NATION = "nasional", "Nasional"
    PROVINCE = "provinsi", "Provinsi"
    REGENCY = "kabupaten", "Kabupaten"
    CITY = "kota", "Kota"


class Zone(models.TextChoices):
    WIB = "WIB", "WIB"
    WITA = "WITA", "WITA"
    WIT = "WIT", "WIT"


class RegionTreeQuerySet(models.QuerySet["Region"]):
    def for_actor(self, actor: Actor) -> Self:
        if actor.is_system:
            return self
        if actor.region is None:
            return self.none()
        return self.filter(path__startswith=actor.region.path)

    def owned_by(self, actor: Actor) -> Self:
        if actor.is_system:
            return self
        if actor.region is None:
            return self.none()
        return self.filter(pk=actor.region.pk)

    def in_use(self) -> Self:
        return self.filter(uses_portal=True)


class Region(models.Model):
    """`path` joins the codes from the root (00.33.16): width of view is its prefix."""

    code = models.CharField(max_length=5, unique=True)
    name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=100)
    level = models.CharField(max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=20, unique=True)
    uses_portal = models.BooleanField(default=False)
    zone = models.CharField(max_length=4, choices=Zone, default=Zone.WIB)
    opd_word = models.CharField(
        "sebutan perangkat daerah", max_length=10, default="OPD"
    )
    secretariat_office = models.CharField(
        "kantor sekretariat Pokja", max_length=60, blank=True
    )
    planning_office = models.CharField("kantor perencanaan", max_length=60, blank=True)
    capital = models.CharField("tempat surat dibuat", max_length=60, blank=True)
    letterhead = models.TextField(
        "kop surat", blank=True, help_text="Satu baris kop per baris."
    )
    # No legal minimum was found; two is our advice, shown and never enforced.
    focal_points_advised = models.PositiveSmallIntegerField(
        "jumlah focal point yang disarankan", default=2
    )
    arg_target = models.DecimalField(
        "target persentase ARG", max_digits=5, decimal_places=2, null=True, blank=True
    )

    objects = RegionTreeQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        indexes = [
            models.Index(fields=["parent", "path"], name="region_parent_path"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_children(self) -> bool:
        return self.level in {Level.NATION, Level.PROVINCE}

    @property
    def head_title(self) -> str:
        """Gubernur, Bupati or Wali Kota: who receives the Pokja's report."""
        return {
            Level.NATION: "Menteri",
            Level.PROVINCE: "Gubernur",
            Level.REGENCY: "Bupati",
            Level.CITY: "Wali Kota",
        }[Level(self.level)]


__all__ = [
    "Index",
    "IndexValue",
    "Level",
    "Region",
    "RegionMove",
    "RegionTreeQuerySet",
    "Zone",
]
