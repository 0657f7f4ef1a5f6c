"""RAD PUG: the action plan of several years."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from focal_points.opd.models import Opd
from focal_points.progress.models import FundSource
from pokja.programme.choices import Content
from pokja.programme.versions import (
    Line,
    LineQuerySet,
    Version,
    VersionQuerySet,
    constraints_of,
)


class RadQuerySet(VersionQuerySet["Rad"]):
    pass


class Rad(Version):
    first_year = models.PositiveSmallIntegerField("tahun awal")
    last_year = models.PositiveSmallIntegerField("tahun akhir")

    objects = RadQuerySet.as_manager()
    name = "RAD PUG"

    class Meta:
        ordering = ["region", "-first_year", "-version", "pk"]
        constraints = [
            *constraints_of("rad", "region", "first_year", "last_year"),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")),
                name="rad_end_not_before_start",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def title(self) -> str:
        return f"RAD PUG {self.first_year}–{self.last_year}"

    @property
    def years(self) -> list[int]:
        return list(range(self.first_year, self.last_year + 1))


class RadLineQuerySet(LineQuerySet["RadLine"]):
    document: ClassVar[str] = "rad"
    region_lookup: ClassVar[str] = "rad__region"


class RadLine(Line):
    rad = models.ForeignKey(Rad, on_delete=models.CASCADE, related_name="lines")
    root = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="descendants",
    )
    content = models.CharField("muatan", max_length=1, choices=Content)
    issue = models.TextField("isu gender atau masalah", blank=True)
    aim = models.TextField("tujuan", blank=True)
    strategy = models.TextField("strategi", blank=True)
    activity = models.CharField("program atau kegiatan", max_length=300)
    indicator = models.CharField("indikator", max_length=300, blank=True)
    baseline = models.CharField("baseline", max_length=120, blank=True)
    baseline_year = models.PositiveSmallIntegerField(
        "tahun baseline", null=True, blank=True
    )
    # {"2021": "1 dokumen"}: the target in words per year, only years that have one.
    targets = models.JSONField("target per tahun", default=dict, blank=True)
    lead_opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="OPD penanggung jawab",
    )
    lead = models.CharField("penanggung jawab lain", max_length=150, blank=True)
    supporters = models.ManyToManyField(
        Opd, blank=True, related_name="+", verbose_name="OPD pendukung"
    )
    fund_source = models.CharField(
        "sumber dana", max_length=8, choices=FundSource, blank=True
    )
    note = models.CharField("keterangan", max_length=300, blank=True)

    objects = RadLineQuerySet.as_manager()

    class Meta:
        ordering = ["rad", "content", "order", "pk"]

    def __str__(self) -> str:
        return self.activity

    @property
    def responsible(self) -> str:
        return self.lead_opd.short_name if self.lead_opd else self.lead

    def target_of(self, year: int) -> str:
        return str(self.targets.get(str(year), ""))
