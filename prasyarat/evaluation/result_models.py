"""What the ministry said: typed in from its letters, never computed, none of it shipped."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from prasyarat.instruments.models import Indicator
from prasyarat.next_steps.models import GapAction
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class OfficialResult(models.Model):
    """One stage of one year. The scale and the words of the category are the ministry's."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("tahun evaluasi")
    stage = models.CharField("tahap", max_length=60)
    result_on = models.DateField("tanggal hasil")
    score = models.DecimalField(
        "nilai resmi",
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    category = models.CharField("kategori", max_length=100, blank=True)
    document = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RegionQuerySet["OfficialResult"].as_manager()

    class Meta:
        ordering = ["region", "-year", "result_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year", "stage"], name="official_result_once"
            ),
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=0),
                name="official_score_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=False) | ~Q(category=""),
                name="official_result_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"hasil evaluasi {self.year} tahap {self.stage}"


class OfficialNoteQuerySet(RegionQuerySet["OfficialNote"]):
    region_lookup: ClassVar[str] = "result__region"


class OfficialNote(models.Model):
    """What a verifier wrote. Open until a line of the action plan answers it."""

    result = models.ForeignKey(
        OfficialResult, on_delete=models.CASCADE, related_name="notes"
    )
    indicator = models.ForeignKey(
        Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField("catatan", max_length=1000)
    action = models.ForeignKey(
        GapAction, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = OfficialNoteQuerySet.as_manager()

    class Meta:
        ordering = ["result", "pk"]

    def __str__(self) -> str:
        return f"catatan {self.result}"
