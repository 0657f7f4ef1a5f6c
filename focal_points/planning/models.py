"""The planning year of a region: its stages, Musrenbang per kecamatan, gender proposals."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from focal_points.opd.models import Opd
from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class StageKind(models.TextChoices):
    """In the order of the planning year (domain.md §4.6)."""

    VILLAGE = "musrenbang_desa", "Musrenbang desa/kelurahan"
    DISTRICT = "musrenbang_kecamatan", "Musrenbang kecamatan"
    FORUM = "forum_opd", "Forum OPD"
    REGENCY = "musrenbang_kabupaten", "Musrenbang kabupaten/kota"
    RENJA = "renja", "Renja OPD (n+1)"
    KUA_PPAS = "kua_ppas", "KUA-PPAS"
    RKA = "rka", "RKA"
    DPA = "dpa", "DPA"
    DPPA = "dppa", "DPPA (perubahan)"


MUSRENBANG = frozenset({StageKind.VILLAGE, StageKind.DISTRICT, StageKind.REGENCY})


class When(models.TextChoices):
    COMING = "akan_datang", "Akan datang"
    RUNNING = "berjalan", "Berjalan"
    OVER = "selesai", "Selesai"


class Stage(models.Model):
    """One stage for one budget year. The work is done in the planning year, which is the
    year before, and for the changed budget the same year."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("tahap", max_length=24, choices=StageKind)
    budget_year = models.PositiveSmallIntegerField("tahun anggaran")
    planning_year = models.PositiveSmallIntegerField("tahun perencanaan")
    starts_on = models.DateField("mulai")
    ends_on = models.DateField("selesai")
    note = models.CharField("keterangan", max_length=250, blank=True)

    objects = RegionQuerySet["Stage"].as_manager()

    class Meta:
        ordering = ["region", "-budget_year", "starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "kind", "budget_year"], name="stage_once_per_year"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="stage_end_not_before_start",
            ),
            models.CheckConstraint(
                condition=Q(planning_year=F("budget_year"))
                | Q(planning_year=F("budget_year") - 1),
                name="stage_planned_the_year_before_or_the_same",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.budget_year}"

    @property
    def is_musrenbang(self) -> bool:
        return self.kind in MUSRENBANG

    def when_on(self, day: dt.date) -> When:
        if day < self.starts_on:
            return When.COMING
        return When.RUNNING if day <= self.ends_on else When.OVER


class MusrenbangQuerySet(RegionQuerySet["Musrenbang"]):
    region_lookup: ClassVar[str] = "stage__region"


class Musrenbang(models.Model):
    """Held in one kecamatan. Empty attendance is not counted, which is not zero."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="held")
    kecamatan = models.CharField("kecamatan", max_length=80)
    held_on = models.DateField("tanggal")
    men = models.PositiveIntegerField("peserta laki-laki", null=True, blank=True)
    women = models.PositiveIntegerField("peserta perempuan", null=True, blank=True)

    objects = MusrenbangQuerySet.as_manager()

    class Meta:
        ordering = ["stage", "kecamatan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "kecamatan"], name="musrenbang_once_per_kecamatan"
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage}, Kecamatan {self.kecamatan}"


class ProposalState(models.TextChoices):
    OPEN = "belum_diputus", "Belum diputus"
    TAKEN = "ditampung", "Ditampung"
    LEFT = "tidak_ditampung", "Tidak ditampung"


class GenderProposalQuerySet(RegionQuerySet["GenderProposal"]):
    region_lookup: ClassVar[str] = "musrenbang__stage__region"


class GenderProposal(models.Model):
    """A gender-responsive usulan: taken over by an OPD, or not and why (PSM-4)."""

    musrenbang = models.ForeignKey(
        Musrenbang, on_delete=models.PROTECT, related_name="proposals"
    )
    title = models.CharField("usulan", max_length=300)
    proposer = models.CharField("kelompok pengusul", max_length=150)
    state = models.CharField(
        max_length=16, choices=ProposalState, default=ProposalState.OPEN
    )
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField("alasan", max_length=300, blank=True)

    objects = GenderProposalQuerySet.as_manager()

    class Meta:
        ordering = ["musrenbang", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ProposalState.TAKEN, opd__isnull=False)
                | (~Q(state=ProposalState.TAKEN) & Q(opd=None)),
                name="proposal_taken_means_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.LEFT) | ~Q(reason=""),
                name="proposal_left_means_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title
