"""Program kerja tahunan: lines, and for each how far it has come."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.progress.models import FundSource
from pokja.programme.choices import CODE_RULES, STATUS_TONES, LineStatus
from pokja.programme.rad_models import RadLine
from pokja.programme.versions import (
    Line,
    LineQuerySet,
    Version,
    VersionQuerySet,
    constraints_of,
)
from pug_portal.accounts.models import User
from pug_portal.lib.dates import nama_bulan


class ProgrammeQuerySet(VersionQuerySet["Programme"]):
    pass


class Programme(Version):
    year = models.PositiveSmallIntegerField("tahun")

    objects = ProgrammeQuerySet.as_manager()
    name = "Program kerja"

    class Meta:
        ordering = ["region", "-year", "-version", "pk"]
        constraints = constraints_of("programme", "region", "year")

    def __str__(self) -> str:
        return self.label

    @property
    def title(self) -> str:
        return f"Program kerja {self.year}"


class ProgrammeLineQuerySet(LineQuerySet["ProgrammeLine"]):
    document: ClassVar[str] = "programme"
    region_lookup: ClassVar[str] = "programme__region"


class ProgrammeLine(Line):
    """What is planned; how far it has come stands in the record of its root."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="lines"
    )
    root = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="descendants",
    )
    # The root of the RAD line this one breaks down.
    rad_line = models.ForeignKey(
        RadLine,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="programme_lines",
    )
    # Letters a–l of the Pokja's statutory tugas.
    duties = models.JSONField("tugas Pokja", default=list, blank=True)
    activity = models.CharField("kegiatan", max_length=300)
    aim = models.TextField("tujuan", blank=True)
    beneficiaries = models.CharField("sasaran", max_length=300, blank=True)
    indicator = models.CharField("indikator keluaran", max_length=300, blank=True)
    target = models.CharField("target", max_length=200, blank=True)
    from_month = models.PositiveSmallIntegerField("mulai bulan", null=True, blank=True)
    to_month = models.PositiveSmallIntegerField("sampai bulan", null=True, blank=True)
    responsible = models.CharField("penanggung jawab", max_length=150, blank=True)
    executors = models.ManyToManyField(
        Opd, blank=True, related_name="+", verbose_name="pelaksana (OPD)"
    )
    others = models.CharField("pelaksana lain", max_length=200, blank=True)
    budget = models.BigIntegerField("anggaran", null=True, blank=True)
    fund_source = models.CharField(
        "sumber dana", max_length=8, choices=FundSource, blank=True
    )
    sub_activity_code = models.CharField("kode sub kegiatan", max_length=40, blank=True)
    code_rule = models.CharField(
        "aturan kode",
        max_length=40,
        choices=[(rule, rule) for rule in CODE_RULES],
        blank=True,
    )

    objects = ProgrammeLineQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_month=None, to_month=None)
                | Q(
                    from_month__gte=1,
                    to_month__lte=12,
                    to_month__gte=F("from_month"),
                ),
                name="programme_line_months",
            ),
            models.CheckConstraint(
                condition=Q(budget=None) | Q(budget__gte=0),
                name="programme_line_budget_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(sub_activity_code="", code_rule="")
                | (~Q(sub_activity_code="") & ~Q(code_rule="")),
                name="programme_line_code_has_its_rule",
            ),
        ]

    def __str__(self) -> str:
        return self.activity

    @property
    def months(self) -> str:
        if self.from_month is None or self.to_month is None:
            return ""
        first, last = nama_bulan(self.from_month), nama_bulan(self.to_month)
        return first if first == last else f"{first}–{last}"

    @property
    def executor_names(self) -> str:
        names = [self._called(opd) for opd in self.executors.all()]
        return ", ".join([*names, self.others] if self.others else names)

    def _called(self, opd: Opd) -> str:
        """As the office was called in the year of the programme."""
        if not opd.former_names:
            return opd.short_name
        last = dt.date(self.programme.year, 12, 31)
        return named_on(opd, last).short_name

    @property
    def record(self) -> LineRecord:
        root: ProgrammeLine = self.root or self
        return root.progress_record


class LineRecord(models.Model):
    """Status, realisasi and kendala of a line, one for all its versions."""

    line = models.OneToOneField(
        ProgrammeLine, on_delete=models.CASCADE, related_name="progress_record"
    )
    status = models.CharField(
        "status", max_length=12, choices=LineStatus, default=LineStatus.PLANNED
    )
    realisation = models.TextField("realisasi", blank=True)
    obstacles = models.TextField("kendala", blank=True)
    # Counts saves: a form opened before another one's save is noticed.
    revision = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(null=True, blank=True)
    touched_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return f"Realisasi {self.line}"

    @property
    def tone(self) -> tuple[str, str]:
        return STATUS_TONES[self.status]
