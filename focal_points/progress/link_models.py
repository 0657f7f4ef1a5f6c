"""A one-time link: an OPD without accounts fills one report of one period."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from focal_points.appointments.scope import OpdScopedQuerySet
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.models import ReportingPeriod
from pug_portal.accounts.models import User


class FillingLinkQuerySet(OpdScopedQuerySet["FillingLink"]):
    region_lookup: ClassVar[str] = "period__region"


class FillingLink(models.Model):
    """Only the digest of the secret is kept. Spent by the submission."""

    period = models.ForeignKey(
        ReportingPeriod, on_delete=models.PROTECT, related_name="+"
    )
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField("dibuat pada")
    expires_at = models.DateTimeField("berlaku sampai")
    revoked_at = models.DateTimeField("dicabut pada", null=True, blank=True)
    used_at = models.DateTimeField("dipakai mengajukan pada", null=True, blank=True)
    # Who named himself last; everybody who ever did stands in the trail.
    person_name = models.CharField("nama pengisi", max_length=80, blank=True)
    person_position = models.CharField("jabatan pengisi", max_length=80, blank=True)
    opened_at = models.DateTimeField("dibuka pada", null=True, blank=True)

    objects = FillingLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "opd"],
                condition=models.Q(revoked_at=None, used_at=None),
                name="filling_link_one_open_per_report",
            )
        ]

    def __str__(self) -> str:
        return f"{self.called_opd.short_name} {self.period}"

    @property
    def called_opd(self) -> Opd:
        return named_on(self.opd, self.period.figures_as_of)
