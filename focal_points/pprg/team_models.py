"""The driver team: who reviews by which SK, what each said; and the region's GAP."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from focal_points.opd.models import Opd
from focal_points.pprg.models import GapFormat, PprgDocument
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class Driver(models.TextChoices):
    """The offices of the Tim Penggerak (domain.md §4.7)."""

    BAPPEDA = "bappeda", "Bappeda"
    PPPA = "dpppa", "DPPPA"
    FINANCE = "bpkad", "BPKAD"
    INSPECTORATE = "inspektorat", "Inspektorat"


class ReviewerQuerySet(RegionQuerySet["Reviewer"]):
    def valid_on_today(self) -> Self:
        day = today()
        return self.filter(Q(end=None) | Q(end__gte=day), start__lte=day)


class Reviewer(models.Model):
    """A member of the driver team, named by SK, for the OPD given to him."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="pprg_reviewer"
    )
    office = models.CharField("unsur", max_length=12, choices=Driver)
    decree_number = models.CharField("nomor SK", max_length=100)
    decree_date = models.DateField("tanggal SK")
    start = models.DateField("mulai")
    end = models.DateField("sampai", null=True, blank=True)
    opds = models.ManyToManyField(Opd, related_name="pprg_reviewers", blank=True)

    objects = ReviewerQuerySet.as_manager()

    class Meta:
        ordering = ["region", "office", "pk"]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_office_display()})"


class Verdict(models.Model):
    """What one reviewer says of one submission."""

    class Answer(models.TextChoices):
        AGREE = "setuju", "Setuju"
        MEND = "perbaiki", "Perlu perbaikan"
        REJECT = "tolak", "Tolak"

    document = models.ForeignKey(
        PprgDocument, on_delete=models.CASCADE, related_name="verdicts"
    )
    version = models.PositiveSmallIntegerField("pengajuan ke")
    office = models.CharField("unsur", max_length=12, choices=Driver)
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField("pendapat", max_length=10, choices=Answer)
    text = models.TextField("alasan", blank=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["document", "version", "office", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "version", "reviewer"],
                name="pprg_verdict_once_per_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_office_display()}: {self.get_answer_display()}"


class GapChoice(models.Model):
    """Which GAP a region uses in a budget year; without a row it is the nine steps."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField("tahun anggaran")
    gap_format = models.CharField("format GAP", max_length=4, choices=GapFormat)

    objects = RegionQuerySet["GapChoice"].as_manager()

    class Meta:
        ordering = ["region", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["region", "year"], name="gap_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_gap_format_display()} {self.year}"
