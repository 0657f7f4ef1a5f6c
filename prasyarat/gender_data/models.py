"""Sex-disaggregated data: who supplies a table, its years, and the figures themselves."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q

from focal_points.opd.models import Opd
from prasyarat.gender_data.definitions import MAIN, Table
from prasyarat.gender_data.loading import catalogue
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    SUBMITTED = "diajukan", "Diajukan"
    NEEDS_WORK = "perlu_perbaikan", "Perlu perbaikan"
    VERIFIED = "terverifikasi", "Terverifikasi"


OPEN_STATES = (State.DRAFT, State.NEEDS_WORK)
HANDED_IN = (State.SUBMITTED, State.VERIFIED)


class TableDutyQuerySet(RegionQuerySet["TableDuty"]):
    pass


class TableDuty(models.Model):
    """Who supplies a table of a region: an OPD, or an institution that is none."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    table = models.CharField("tabel", max_length=8)
    opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="table_duties",
        verbose_name="OPD pemasok",
    )
    institution = models.CharField("lembaga pemasok", max_length=120, blank=True)

    objects = TableDutyQuerySet.as_manager()

    class Meta:
        ordering = ["region", "table"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "table"], name="table_duty_once_per_table"
            ),
            models.CheckConstraint(
                condition=Q(opd__isnull=False, institution="")
                | (Q(opd__isnull=True) & ~Q(institution="")),
                name="table_duty_is_opd_or_institution",
            ),
        ]

    def __str__(self) -> str:
        return f"pemasok tabel {self.table}: {self.supplier}"

    @property
    def supplier(self) -> str:
        return self.opd.name if self.opd else self.institution


class TableYearQuerySet(RegionQuerySet["TableYear"]):
    def published(self) -> Self:
        return self.filter(state=State.VERIFIED)


class TableYear(models.Model):
    """One table of one year. `revision` grows with every saving: two people at once."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    table = models.CharField("tabel", max_length=8)
    year = models.PositiveSmallIntegerField("tahun data")
    state = models.CharField(
        "status", max_length=16, choices=State, default=State.DRAFT
    )
    source = models.CharField("sumber", max_length=200, blank=True)
    note = models.CharField("keterangan", max_length=400, blank=True)
    supplier = models.CharField("pemasok", max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=0)
    review_note = models.CharField("catatan pemeriksa", max_length=400, blank=True)
    filled_role = models.CharField(max_length=20, blank=True)
    touched_at = models.DateTimeField("terakhir diubah")
    touched_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TableYearQuerySet.as_manager()

    class Meta:
        ordering = ["region", "table", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "table", "year"], name="table_year_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.VERIFIED)
                | Q(verified_by__isnull=False, verified_at__isnull=False),
                name="table_year_verified_means_who_and_when",
            ),
        ]
        indexes = [
            models.Index(fields=["region", "state", "year"], name="table_year_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.title} {self.year}"

    @property
    def definition(self) -> Table | None:
        """None for a table that a later release no longer knows."""
        return catalogue().by_code.get(self.table)

    @property
    def title(self) -> str:
        return self.definition.title if self.definition else "tabel lama"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class Figure(models.Model):
    """L and P of one category. Empty is unknown, which is not zero."""

    table_year = models.ForeignKey(
        TableYear, on_delete=models.CASCADE, related_name="figures"
    )
    axis = models.CharField("sumbu", max_length=16, blank=True, default=MAIN)
    category = models.CharField("kategori", max_length=24)
    men = models.DecimalField(
        "laki-laki", max_digits=14, decimal_places=2, null=True, blank=True
    )
    women = models.DecimalField(
        "perempuan", max_digits=14, decimal_places=2, null=True, blank=True
    )

    class Meta:
        ordering = ["table_year", "axis", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["table_year", "axis", "category"], name="figure_once"
            ),
            models.CheckConstraint(
                condition=(Q(men=None) | Q(men__gte=0))
                & (Q(women=None) | Q(women__gte=0)),
                name="figure_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(men__isnull=False) | Q(women__isnull=False),
                name="figure_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.axis}/{self.category}"

    @property
    def pair(self) -> tuple[Decimal | None, Decimal | None]:
        return self.men, self.women
