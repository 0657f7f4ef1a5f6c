"""Dispensasi: one OPD may go on filling after the lock, until a minute."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.models import ReportingPeriod
from pug_portal.accounts.models import User


class DispensationQuerySet(OpdScopedQuerySet["Dispensation"]):
    region_lookup: ClassVar[str] = "period__region"

    def open_at(self, moment: dt.datetime) -> Self:
        """Nothing closes a dispensation but the clock or its withdrawal."""
        return self.filter(
            Q(withdrawn_at=None) | Q(withdrawn_at__gt=moment),
            granted_at__lte=moment,
            until__gt=moment,
        )


class Dispensation(models.Model):
    """Kept when it is over or withdrawn: the letter was sent, so the record stays."""

    period = models.ForeignKey(
        ReportingPeriod, on_delete=models.PROTECT, related_name="dispensations"
    )
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="+")
    # The first minute at which the report is closed again.
    until = models.DateTimeField("dibuka sampai")
    reason = models.CharField("alasan", max_length=250)
    # Letter numbers come from the registry office; the letter leaves room for it.
    letter_number = models.CharField("nomor surat", max_length=60, blank=True)
    granted_at = models.DateTimeField("diberikan pada")
    granted_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField("dicabut pada", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_reason = models.CharField("alasan dicabut", max_length=250, blank=True)

    objects = DispensationQuerySet.as_manager()

    class Meta:
        ordering = ["-until", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("granted_at")),
                name="dispensation_ends_after_it_is_given",
            ),
            models.UniqueConstraint(
                fields=["period", "opd", "until"],
                condition=Q(withdrawn_at=None),
                name="dispensation_once_until_a_minute",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.called_opd.short_name} {self.period}"

    @property
    def called_opd(self) -> Opd:
        """The office under the name it bore on the day the period's figures close."""
        return named_on(self.opd, self.period.figures_as_of)

    def is_open_at(self, moment: dt.datetime) -> bool:
        is_withdrawn = self.withdrawn_at is not None and self.withdrawn_at <= moment
        return self.granted_at <= moment < self.until and not is_withdrawn
