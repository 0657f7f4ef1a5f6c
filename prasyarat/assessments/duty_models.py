"""Who answers an indicator of a region, and until when."""

from __future__ import annotations

from django.db import models

from focal_points.opd.models import Opd
from prasyarat.instruments.models import Indicator
from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class AnswerDuty(models.Model):
    """Without `opd`: the role of the instrument, and every OPD for an indicator of OPD.

    Answers from `since` on count as done.
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="duties"
    )
    opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="OPD penanggung jawab",
    )
    since = models.DateField("jawaban sejak")
    due_on = models.DateField("tenggat")

    objects = RegionQuerySet["AnswerDuty"].as_manager()

    class Meta:
        ordering = ["region", "due_on", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "indicator"], name="answer_duty_once"
            ),
            models.CheckConstraint(
                condition=models.Q(since__lte=models.F("due_on")),
                name="answer_duty_since_before_due",
            ),
        ]

    def __str__(self) -> str:
        return f"Penugasan {self.indicator.code}"
