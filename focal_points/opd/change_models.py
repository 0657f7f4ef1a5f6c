"""What became of offices: one act on one date, and who follows whom."""

from __future__ import annotations

from django.db import models

from focal_points.opd.models import Opd
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class ChangeKind(models.TextChoices):
    RENAME = "ganti_nama", "Ganti nama"
    MERGE = "gabung", "Penggabungan"
    SPLIT = "pecah", "Pemecahan"
    CLOSE = "tutup", "Penutupan"


class Restructuring(models.Model):
    """`rows` holds the image of every row it touched: with them it can be undone."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("jenis perubahan", max_length=12, choices=ChangeKind)
    effective_on = models.DateField("berlaku sejak")
    legal_basis = models.CharField("dasar hukum", max_length=250)
    summary = models.TextField("ringkasan")
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField("dicatat")
    undone_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    rows = models.JSONField(default=list)

    objects = RegionQuerySet["Restructuring"].as_manager()

    class Meta:
        verbose_name = "perubahan OPD"
        ordering = ["-effective_on", "-pk"]

    def __str__(self) -> str:
        return self.summary


class SuccessionQuerySet(RegionQuerySet["Succession"]):
    region_lookup = "restructuring__region"


class Succession(models.Model):
    """An old office and the new one that follows it.

    A rename keeps the office itself; after a closure nobody follows.
    """

    restructuring = models.ForeignKey(
        Restructuring, on_delete=models.CASCADE, related_name="successions"
    )
    old = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="followed_by")
    new = models.ForeignKey(
        Opd, null=True, on_delete=models.PROTECT, related_name="follows"
    )

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = "penerus OPD"
        ordering = ["restructuring", "old", "new"]
        constraints = [
            models.UniqueConstraint(
                fields=["restructuring", "old", "new"], name="succession_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new or '–'}"
