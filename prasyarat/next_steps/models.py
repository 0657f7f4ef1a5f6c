"""Award levels, entered with their source, and the action plan that closes gaps."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from focal_points.opd.models import Opd
from prasyarat.instruments.models import Indicator, Instrument
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Region


class AwardLevel(models.Model):
    """From which internal score a level begins, by whom this was said and when.

    None is shipped: the official thresholds are not public. Somebody who knows one enters
    it with its source, and the screens name that source beside the level.
    """

    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="award_levels"
    )
    name = models.CharField("jenjang", max_length=60)
    from_score = models.DecimalField(
        "mulai nilai",
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))],
    )
    source = models.CharField("sumber", max_length=250)
    source_date = models.DateField("tanggal sumber")

    class Meta:
        ordering = ["instrument", "from_score", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "name"], name="award_level_name_once"
            ),
            models.UniqueConstraint(
                fields=["instrument", "from_score"], name="award_level_score_once"
            ),
            models.CheckConstraint(
                condition=Q(from_score__gte=0, from_score__lte=100),
                name="award_level_score_in_bounds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} (mulai {angka(self.from_score)})"


class GapActionQuerySet(RegionQuerySet["GapAction"]):
    pass


class GapAction(models.Model):
    """One line of the plan. Whether its gap is closed is read from the answers alone."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="gap_actions"
    )
    # Whose own indicator it is; without, the region's.
    of_opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="own_gap_actions",
        verbose_name="OPD pemilik indikator",
    )
    step = models.CharField("langkah", max_length=300)
    opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="gap_actions",
        verbose_name="OPD penanggung jawab",
    )
    owner = models.CharField("penanggung jawab lain", max_length=150, blank=True)
    due_on = models.DateField("tenggat")
    # As the plan was printed: the programme itself stands in an app above.
    programme_line = models.CharField(
        "baris program kerja atau sub kegiatan", max_length=250, blank=True
    )
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Counts saves: a form opened before another one's save is noticed.
    revision = models.PositiveIntegerField(default=0)

    objects = GapActionQuerySet.as_manager()

    class Meta:
        ordering = ["region", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "indicator", "step"],
                condition=Q(of_opd=None),
                name="gap_action_once",
            ),
            models.UniqueConstraint(
                fields=["of_opd", "indicator", "step"], name="gap_action_of_opd_once"
            ),
            models.CheckConstraint(
                condition=Q(opd__isnull=False, owner="")
                | (Q(opd__isnull=True) & ~Q(owner="")),
                name="gap_action_has_one_owner",
            ),
        ]

    def __str__(self) -> str:
        whose = f" {self.of_opd.short_name}" if self.of_opd else ""
        return f"rencana aksi {self.indicator.code}{whose}"

    @property
    def owner_name(self) -> str:
        if self.opd and self.opd_id == self.of_opd_id:
            return f"Focal point {self.opd.short_name}"
        return self.opd.short_name if self.opd else self.owner
