"""A kabupaten or kota comes under another province on a day, with the code of that day."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models

from pug_portal.access.actor import Actor


class RegionMoveQuerySet(models.QuerySet["RegionMove"]):
    def for_actor(self, actor: Actor) -> Self:
        """Of regions in the width, and of those that have left it."""
        if actor.is_system:
            return self
        if actor.region is None:
            return self.none()
        here = actor.region.path
        gone = models.Q(old_path__startswith=here)
        return self.filter(gone | models.Q(region__path__startswith=here))

    def owned_by(self, actor: Actor) -> Self:
        return self.for_actor(actor)

    def standing(self) -> Self:
        return self.filter(undone_at=None)

    def done(self) -> Self:
        """Those that took effect and hold."""
        return self.standing().exclude(applied_at=None)


class RegionMove(models.Model):
    """`old_path`: where the region stood before; what it wrote then stays readable there."""

    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="moves"
    )
    from_parent = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="provinsi asal",
    )
    to_parent = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="provinsi baru",
    )
    starts_on = models.DateField("berlaku sejak")
    old_code = models.CharField("kode lama", max_length=5)
    new_code = models.CharField("kode baru", max_length=5)
    old_path = models.CharField(max_length=20)
    legal_basis = models.CharField("dasar hukum", max_length=250)
    made_at = models.DateTimeField("dicatat")
    applied_at = models.DateTimeField("dijalankan", null=True, blank=True)
    undone_at = models.DateTimeField("dibatalkan", null=True, blank=True)

    objects = RegionMoveQuerySet.as_manager()

    class Meta:
        verbose_name = "pindah provinsi"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region"],
                condition=models.Q(applied_at=None, undone_at=None),
                name="region_move_one_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"Pindah provinsi {self.region}"

    @property
    def last_day(self) -> dt.date:
        """Of the older province."""
        return self.starts_on - dt.timedelta(days=1)
