"""Jabatan and who holds it when: behind ex-officio members and signature blocks."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from focal_points.offices.nip import spaced
from focal_points.opd.models import Opd
from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class Sex(models.TextChoices):
    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"


class Office(models.Model):
    """A position such as «Bupati» (no OPD) or «Kepala Bappeda» (of an OPD)."""

    class Kind(models.TextChoices):
        HEAD_OF_REGION = "kepala_daerah", "Kepala daerah"
        DEPUTY_HEAD = "wakil", "Wakil kepala daerah"
        SECRETARY = "sekda", "Sekretaris Daerah"
        HEAD_OF_OPD = "kepala_opd", "Kepala OPD"
        OTHER = "lain", "Jabatan lain"

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="offices"
    )
    kind = models.CharField("jenis", max_length=14, choices=Kind, default=Kind.OTHER)
    title = models.CharField("jabatan", max_length=150)

    objects = RegionQuerySet["Office"].as_manager()

    class Meta:
        ordering = ["region", "title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "title"], name="office_title_once_per_region"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def holder_on(self, day: dt.date) -> OfficeHolder | None:
        """Who signs on `day`: a Plt. or Plh. before the definitive holder.

        Works on the loaded holders, so prefetch them on list pages.
        """
        holding = [holder for holder in self.holders.all() if holder.holds_on(day)]
        return max(holding, key=lambda each: each.rank_of_signing, default=None)


class HolderQuerySet(RegionQuerySet["OfficeHolder"]):
    region_lookup: ClassVar[str] = "office__region"

    def holding_on(self, day: dt.date) -> Self:
        return self.filter(Q(end=None) | Q(end__gte=day), start__lte=day)


class OfficeHolder(models.Model):
    """A Plt. or Plh. may hold beside the definitive holder who is away."""

    class Kind(models.TextChoices):
        DEFINITIVE = "definitif", "Definitif"
        ACTING = "plt", "Plt."
        DAILY = "plh", "Plh."

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="holders")
    name = models.CharField("nama", max_length=120)
    nip = models.CharField("NIP", max_length=18, blank=True)
    rank = models.CharField("pangkat/golongan", max_length=60, blank=True)
    sex = models.CharField("L/P", max_length=1, choices=Sex)
    kind = models.CharField(
        "status jabatan", max_length=10, choices=Kind, default=Kind.DEFINITIVE
    )
    start = models.DateField("mulai")
    end = models.DateField("sampai", null=True, blank=True)

    objects = HolderQuerySet.as_manager()

    class Meta:
        ordering = ["office", "-start", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")),
                name="holder_end_not_before_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"

    def holds_on(self, day: dt.date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)

    @property
    def nip_spaced(self) -> str:
        return spaced(self.nip)

    @property
    def is_acting(self) -> bool:
        return self.kind != self.Kind.DEFINITIVE

    @property
    def rank_of_signing(self) -> tuple[bool, dt.date, int]:
        """Acting wins over definitive, then the one who came last."""
        return self.is_acting, self.start, self.pk

    @property
    def title(self) -> str:
        """«Plt. Kepala Bappeda»."""
        if self.kind == self.Kind.DEFINITIVE:
            return self.office.title
        return f"{self.get_kind_display()} {self.office.title}"
