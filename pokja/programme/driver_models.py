"""Rencana aksi OPD penggerak: per office and year three stages and its role."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.programme.choices import Stage
from pokja.programme.rad_models import Rad
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class DriverPlanQuerySet(RegionQuerySet["DriverPlan"]):
    pass


class DriverPlan(models.Model):
    """Hangs on the RAD that covers its year; `rad` is the version it was made under."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    opd = models.ForeignKey(
        Opd,
        on_delete=models.PROTECT,
        related_name="driver_plans",
        verbose_name="OPD penggerak",
    )
    year = models.PositiveSmallIntegerField("tahun")
    rad = models.ForeignKey(Rad, on_delete=models.PROTECT, related_name="driver_plans")
    role_note = models.TextField("peran tahun ini", blank=True)
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = DriverPlanQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-year", "opd__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opd", "year"], name="driver_plan_once_per_year"
            )
        ]

    def __str__(self) -> str:
        return f"Rencana aksi {self.called_opd.short_name} {self.year}"

    @property
    def called_opd(self) -> Opd:
        """As the office was called in that year."""
        return named_on(self.opd, dt.date(self.year, 12, 31))


class DriverStepQuerySet(RegionQuerySet["DriverStep"]):
    region_lookup: ClassVar[str] = "plan__region"


class DriverStep(models.Model):
    plan = models.ForeignKey(DriverPlan, on_delete=models.CASCADE, related_name="steps")
    stage = models.CharField("tahap", max_length=12, choices=Stage)
    order = models.PositiveSmallIntegerField("urutan", default=1)
    action = models.CharField("aksi", max_length=300)
    responsible = models.CharField("tanggung jawab", max_length=200)
    evidence = models.CharField("bukti dukung", max_length=300, blank=True)
    target = models.CharField("indikator target", max_length=300, blank=True)

    objects = DriverStepQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "order", "pk"]

    def __str__(self) -> str:
        return self.action
