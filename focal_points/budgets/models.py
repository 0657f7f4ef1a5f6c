"""ARG of one OPD in one budget year: DPA and DPPA beside each other, and what was spent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from focal_points.progress.models import Denominator
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class Stage(models.TextChoices):
    DPA = "dpa", "DPA"
    DPPA = "dppa", "DPPA"


def _money(label: str) -> models.BigIntegerField:
    return models.BigIntegerField(label, null=True, blank=True)


class ArgBudget(models.Model):
    """Empty is None and never 0. A changed budget stands beside the first, never over it."""

    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="arg_budgets")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    denominator = models.CharField(
        "pembagi", max_length=24, choices=Denominator, default=Denominator.OPD_SPENDING
    )
    dpa_total = _money("pembagi pada DPA")
    dpa_arg = _money("pagu ARG pada DPA")
    dpa_on = models.DateField("tanggal DPA", null=True, blank=True)
    dppa_total = _money("pembagi pada DPPA")
    dppa_arg = _money("pagu ARG pada DPPA")
    dppa_on = models.DateField("tanggal DPPA", null=True, blank=True)
    realized = _money("realisasi ARG")
    realized_on = models.DateField("realisasi per tanggal", null=True, blank=True)
    note = models.TextField("catatan", blank=True)
    touched_at = models.DateTimeField()
    touched_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = OpdScopedQuerySet["ArgBudget"].as_manager()

    class Meta:
        ordering = ["opd", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["opd", "year"], name="arg_once_per_year"),
            models.CheckConstraint(
                condition=Q(dpa_arg=None)
                | Q(dpa_total=None)
                | Q(dpa_arg__lte=models.F("dpa_total")),
                name="arg_dpa_within_total",
            ),
            models.CheckConstraint(
                condition=Q(dppa_arg=None)
                | Q(dppa_total=None)
                | Q(dppa_arg__lte=models.F("dppa_total")),
                name="arg_dppa_within_total",
            ),
        ]
        indexes = [models.Index(fields=["year", "opd"], name="arg_by_year")]

    def __str__(self) -> str:
        return f"ARG {self.opd.short_name} {self.year}"

    @property
    def stage(self) -> Stage:
        """Which budget is in force: the changed one once its ARG is known."""
        return Stage.DPA if self.dppa_arg is None else Stage.DPPA

    @property
    def arg(self) -> int | None:
        return self.dpa_arg if self.stage == Stage.DPA else self.dppa_arg

    @property
    def total(self) -> int | None:
        return self.dpa_total if self.stage == Stage.DPA else self.dppa_total


class ArgRecap(models.Model):
    """A region's recap as it was sent upward: one row of figures per kind of denominator."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField("tahun anggaran")
    groups = models.JSONField()
    offices = models.PositiveSmallIntegerField("OPD dalam rekap")
    expected = models.PositiveSmallIntegerField("OPD seluruhnya")
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    objects = RegionQuerySet["ArgRecap"].as_manager()

    class Meta:
        ordering = ["region", "-year", "-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"Rekap ARG {self.region} {self.year}"
