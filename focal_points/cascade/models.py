"""Does gender run through the plans of an OPD: RPJMD → Renstra → Renja → RKA → DPA."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile


class Plan(models.TextChoices):
    RPJMD = "rpjmd", "RPJMD"
    RENSTRA = "renstra", "Renstra"
    RENJA = "renja", "Renja"
    RKA = "rka", "RKA"
    DPA = "dpa", "DPA"


class Answer(models.TextChoices):
    YES = "ya", "Ya"
    PARTLY = "sebagian", "Sebagian"
    NOT_YET = "belum", "Belum"


class CascadeEntry(models.Model):
    """One cell: what the OPD says, with its evidence, and what Bappeda found."""

    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="cascade")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    plan = models.CharField("dokumen", max_length=8, choices=Plan)
    answer = models.CharField("jawaban", max_length=8, choices=Answer)
    evidence = models.CharField("letaknya di dokumen", max_length=400, blank=True)
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cascade_entries",
    )
    touched_at = models.DateTimeField()
    touched_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    found = models.CharField("hasil tinjauan", max_length=8, choices=Answer, blank=True)
    review_note = models.CharField("catatan tinjauan", max_length=400, blank=True)
    reviewed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = OpdScopedQuerySet["CascadeEntry"].as_manager()

    class Meta:
        ordering = ["opd", "-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opd", "year", "plan"], name="cascade_once_per_plan"
            ),
            models.CheckConstraint(
                condition=Q(found="", reviewed_at=None, reviewed_by=None)
                | (
                    ~Q(found="")
                    & Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                ),
                name="cascade_found_means_who_and_when",
            ),
        ]
        indexes = [models.Index(fields=["year", "opd"], name="cascade_by_year")]

    def __str__(self) -> str:
        return f"Kaskade {self.get_plan_display()} {self.opd.short_name} {self.year}"

    @property
    def is_agreed(self) -> bool:
        return bool(self.found) and self.found == self.answer
