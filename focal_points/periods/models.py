"""Reporting periods of a region and the OPD that need not report in one."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region


class Phase(models.TextChoices):
    COMING = "belum_dibuka", "Belum dibuka"
    OPEN = "dibuka", "Dibuka"
    OVERDUE = "lewat_tenggat", "Lewat tenggat"
    LOCKED = "dikunci", "Dikunci"


class ReportingPeriod(models.Model):
    """A semester: its figures close on one day, the reports are due on another."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField("tahun")
    half = models.PositiveSmallIntegerField(
        "semester", choices=[(1, "Semester I"), (2, "Semester II")]
    )
    figures_as_of = models.DateField("angka per tanggal")
    opens_on = models.DateField("dibuka")
    due_on = models.DateField("tenggat")
    locks_on = models.DateField("dikunci")

    objects = RegionQuerySet["ReportingPeriod"].as_manager()

    class Meta:
        ordering = ["region", "-year", "-half"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year", "half"], name="period_once_per_region"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opens_on")) & Q(locks_on__gte=F("due_on")),
                name="period_opens_then_due_then_locks",
            ),
            models.CheckConstraint(
                condition=Q(half__in=[1, 2]), name="period_half_is_1_or_2"
            ),
        ]

    def __str__(self) -> str:
        return self.semester.label

    @property
    def semester(self) -> Semester:
        return Semester(self.year, self.half)

    def phase_on(self, day: dt.date) -> Phase:
        """Computed from the dates. The due day and the lock day still count as open."""
        if day < self.opens_on:
            return Phase.COMING
        if day <= self.due_on:
            return Phase.OPEN
        return Phase.OVERDUE if day <= self.locks_on else Phase.LOCKED


class ExemptionQuerySet(RegionQuerySet["Exemption"]):
    region_lookup: ClassVar[str] = "period__region"


class Exemption(models.Model):
    """«Tidak wajib»: this OPD need not report in this period, for a reason."""

    period = models.ForeignKey(
        ReportingPeriod, on_delete=models.PROTECT, related_name="exemptions"
    )
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT)
    reason = models.CharField("alasan", max_length=250)
    # Empty for what was decided before the portal kept it here; the trail knows.
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        ordering = ["period", "opd"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "opd"], name="exemption_once_per_opd"
            )
        ]

    def __str__(self) -> str:
        return f"{self.called_opd} tidak wajib melapor {self.period}"

    @property
    def called_opd(self) -> Opd:
        """The office under the name it bore on the day the period's figures close."""
        return named_on(self.opd, self.period.figures_as_of)
