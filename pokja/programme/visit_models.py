"""Kunjungan monev: what was found at an OPD, and what became of each finding."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.programme.programme_models import ProgrammeLine
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class VisitQuerySet(OpdScopedQuerySet["MonevVisit"]):
    """People of an OPD read the visits to their own office."""


class MonevVisit(models.Model):
    """Tugas i of a Pokja: monitoring PUG at each office."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    opd = models.ForeignKey(
        Opd,
        on_delete=models.PROTECT,
        related_name="monev_visits",
        verbose_name="OPD yang dikunjungi",
    )
    visited_on = models.DateField("tanggal kunjungan")
    team = models.TextField("tim")
    summary = models.TextField("ringkasan", blank=True)
    # The root of the line it carries out.
    line = models.ForeignKey(
        ProgrammeLine,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="visits",
        verbose_name="baris program kerja",
    )
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-visited_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opd", "visited_on"], name="visit_once_per_day"
            )
        ]

    def __str__(self) -> str:
        return f"Kunjungan monev {self.called_opd.short_name}"

    @property
    def called_opd(self) -> Opd:
        """As the office was called on the day of the visit."""
        return named_on(self.opd, self.visited_on)

    @property
    def members(self) -> list[str]:
        return [name for name in self.team.splitlines() if name.strip()]


class FindingQuerySet(OpdScopedQuerySet["Finding"]):
    region_lookup: ClassVar[str] = "visit__region"
    opd_lookup: ClassVar[str] = "visit__opd"


class Finding(models.Model):
    visit = models.ForeignKey(
        MonevVisit, on_delete=models.CASCADE, related_name="findings"
    )
    order = models.PositiveSmallIntegerField(default=1)
    text = models.TextField("temuan")
    follow_up = models.TextField("tindak lanjut")
    due_on = models.DateField("tenggat", null=True, blank=True)
    done_on = models.DateField("selesai pada", null=True, blank=True)
    result = models.TextField("hasil tindak lanjut", blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["visit", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(result=""),
                name="finding_done_says_what",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
