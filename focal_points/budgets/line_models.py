"""Budget lines out of the region's own SIPD export, and how its columns are called."""

from __future__ import annotations

from typing import Self

from django.db import models

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.budgets.models import Stage
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class BudgetLine(models.Model):
    """Codes are text: the same sub kegiatan changed its code with every code table."""

    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="budget_lines")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    stage = models.CharField("tahap", max_length=4, choices=Stage)
    rule_version = models.CharField("aturan kode", max_length=4)
    program_code = models.CharField("kode program", max_length=200, blank=True)
    program = models.CharField("program", max_length=200, blank=True)
    activity_code = models.CharField("kode kegiatan", max_length=200, blank=True)
    activity = models.CharField("kegiatan", max_length=200, blank=True)
    sub_code = models.CharField("kode sub kegiatan", max_length=40)
    sub = models.CharField("sub kegiatan", max_length=200)
    ceiling = models.BigIntegerField("pagu")
    realized = models.BigIntegerField("realisasi", null=True, blank=True)
    is_arg = models.BooleanField("ARG", default=False)

    objects = OpdScopedQuerySet["BudgetLine"].as_manager()

    class Meta:
        ordering = ["opd", "-year", "stage", "sub_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["opd", "year", "stage", "sub_code"], name="line_once_per_stage"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sub_code} {self.sub}"


class SipdMapping(models.Model):
    """{what we need: how the region's export calls that column}, as chosen last."""

    region = models.OneToOneField(Region, on_delete=models.PROTECT)
    columns = models.JSONField(default=dict)

    objects = RegionQuerySet["SipdMapping"].as_manager()

    class Meta:
        ordering = ["region"]

    def __str__(self) -> str:
        return f"Kolom SIPD {self.region}"


class SipdDraftQuerySet(models.QuerySet["SipdDraft"]):
    def of(self, actor: Actor) -> Self:
        """An upload is seen by the person who made it alone."""
        return self.filter(user=actor.user) if actor.user else self.none()


class SipdDraft(models.Model):
    """An export between its upload and its application; gone after a day."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    opd = models.ForeignKey(Opd, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=4, choices=Stage)
    rule_version = models.CharField(max_length=4)
    name = models.CharField("nama berkas", max_length=200)
    rows = models.JSONField()
    header = models.PositiveSmallIntegerField("baris judul")
    created_at = models.DateTimeField()

    objects = SipdDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "pk"]

    def __str__(self) -> str:
        return self.name
