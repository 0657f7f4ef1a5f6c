"""Pustaka indikator: what a region measures, said once and chosen everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from focal_points.indicators.formulas import Formula, Number, added, compute, gap
from focal_points.opd.models import Opd
from pug_portal.access.scope import RegionQuerySet
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Region

MISSING = "belum ada"
SEX = "jenis_kelamin"


class Axis(models.TextChoices):
    SEX = SEX, "Jenis kelamin"
    AGE = "umur", "Kelompok umur"
    DISABILITY = "disabilitas", "Disabilitas"
    PLACE = "wilayah", "Wilayah"
    EDUCATION = "pendidikan", "Pendidikan"
    WEALTH = "ekonomi", "Status ekonomi"


@dataclass(frozen=True)
class Figure:
    """One row of the baseline: what was counted and what comes of it."""

    label: str
    top: Number
    bottom: Number
    value: Number

    @property
    def told(self) -> str:
        return MISSING if self.value is None else angka(self.value)


def _number(label: str) -> models.DecimalField:
    return models.DecimalField(
        label, max_digits=17, decimal_places=2, null=True, blank=True
    )


class Indicator(models.Model):
    """`total_top` and its likes: the numerator, or the value where nothing is divided."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    code = models.CharField("kode", max_length=30)
    name = models.CharField("nama", max_length=250)
    definition = models.TextField("definisi", blank=True)
    unit = models.CharField("satuan", max_length=40)
    formula = models.CharField(
        "cara hitung", max_length=12, choices=Formula, default=Formula.DIRECT
    )
    formula_text = models.TextField("rumus dalam kata", blank=True)
    numerator = models.CharField("pembilang", max_length=200, blank=True)
    denominator = models.CharField("penyebut", max_length=200, blank=True)
    axes = models.JSONField("pemilahan", default=list, blank=True)
    baseline_year = models.PositiveSmallIntegerField(
        "tahun data dasar", null=True, blank=True
    )
    total_top = _number("pembilang atau nilai, jumlah")
    total_bottom = _number("penyebut, jumlah")
    men_top = _number("pembilang atau nilai, laki-laki")
    men_bottom = _number("penyebut, laki-laki")
    women_top = _number("pembilang atau nilai, perempuan")
    women_bottom = _number("penyebut, perempuan")
    source = models.CharField("sumber data", max_length=250, blank=True)
    owner = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="indicators",
        verbose_name="OPD penanggung jawab",
    )
    # What is used no more is offered no more; documents that chose it keep it.
    is_offered = models.BooleanField("dipakai", default=True)

    objects = RegionQuerySet["Indicator"].as_manager()

    class Meta:
        ordering = ["region", "code"]
        constraints = [
            models.UniqueConstraint(
                "region", Lower("code"), name="indicator_code_once_per_region"
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name="") & ~Q(unit=""),
                name="indicator_has_code_name_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def called(self) -> str:
        """As a document writes it."""
        return f"{self.name} ({self.unit})"

    @property
    def axis_labels(self) -> list[str]:
        return [Axis(axis).label for axis in self.axes]

    @property
    def total(self) -> Figure:
        """As the source says it; else from both sexes, where counts may be added."""
        top, bottom = self.total_top, self.total_bottom
        if top is None and bottom is None and self.formula != Formula.DIRECT:
            top = added(self.men_top, self.women_top)
            bottom = added(self.men_bottom, self.women_bottom)
        return self._figure("Jumlah", top, bottom)

    @property
    def men(self) -> Figure:
        return self._figure("Laki-laki", self.men_top, self.men_bottom)

    @property
    def women(self) -> Figure:
        return self._figure("Perempuan", self.women_top, self.women_bottom)

    @property
    def figures(self) -> list[Figure]:
        by_sex = [self.men, self.women] if SEX in self.axes else []
        return [*by_sex, self.total]

    @property
    def gap(self) -> Number:
        return gap(self.men.value, self.women.value)

    def _figure(self, label: str, top: Number, bottom: Number) -> Figure:
        return Figure(label, top, bottom, compute(self.formula, top, bottom))
