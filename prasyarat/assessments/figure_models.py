"""What the portal itself counted for an indicator, written down when it changed."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from focal_points.opd.models import Opd
from prasyarat.instruments.models import Indicator
from pug_portal.access.scope import RegionQuerySet
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region


def _number(label: str) -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        label, max_digits=20, decimal_places=2, null=True, blank=True
    )


class PortalFigure(models.Model):
    """Holds from `as_of` until a later one. One that says nothing ends what was known."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="figures"
    )
    as_of = models.DateField("per tanggal")
    choice = models.CharField(max_length=12, blank=True)
    value = _number("nilai")
    numerator = _number("pembilang")
    denominator = _number("penyebut")
    documented = models.BooleanField("berdokumen", default=False)
    sentence = models.TextField("sumber")
    url = models.CharField(max_length=200, blank=True)
    counted_at = models.DateTimeField()

    objects = RegionQuerySet["PortalFigure"].as_manager()

    class Meta:
        ordering = ["region", "indicator", "opd", "-as_of", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "opd", "indicator", "as_of"],
                name="figure_once_per_day",
            ),
            models.UniqueConstraint(
                fields=["region", "indicator", "as_of"],
                condition=Q(opd=None),
                name="figure_of_region_once_per_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Angka portal {self.indicator.code} per {tanggal(self.as_of)}"

    @property
    def says_something(self) -> bool:
        return bool(self.choice) or self.value is not None or self.numerator is not None
