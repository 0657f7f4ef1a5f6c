"""Printed forms: forms made for all OPD at once, and scans that find their report."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import ProgressFile
from pug_portal.access.actor import Actor
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import Assignment, User

LEASE = dt.timedelta(minutes=5)
# What nobody claimed is gone after so many days; the rows stay, the pictures go.
KEPT_DAYS = 14


class Kind(models.TextChoices):
    PRINT = "cetak", "Cetak semua formulir"
    SCAN = "pindai", "Pindaian"


class JobState(models.TextChoices):
    QUEUED = "antri", "Antri"
    RUNNING = "dikerjakan", "Sedang dikerjakan"
    READY = "selesai", "Selesai"
    FAILED = "gagal", "Gagal"


PENDING = (JobState.QUEUED, JobState.RUNNING)


class PaperJobQuerySet(RegionQuerySet["PaperJob"]):
    region_lookup: ClassVar[str] = "period__region"

    def of(self, actor: Actor) -> Self:
        """Seen by the person who asked for it alone, under the hat it was asked with."""
        if actor.user is None or actor.region is None:
            return self.none()
        mine = self.filter(asked_by=actor.user, assignment=actor.assignment_id)
        return mine.filter(period__region=actor.region)

    def pending(self) -> Self:
        return self.filter(state__in=PENDING)


class PaperJob(models.Model):
    """Work in the background, done as the person who asked, by the hat worn then."""

    period = models.ForeignKey(
        ReportingPeriod, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=6, choices=Kind)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assignment = models.ForeignKey(
        Assignment, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    # The forms that were made; they can be made again at any time.
    content = models.BinaryField(null=True)

    objects = PaperJobQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "asked_by"],
                condition=Q(kind="cetak", state__in=["antri", "dikerjakan"]),
                name="paper_one_print_at_a_time",
            )
        ]

    def __str__(self) -> str:
        what = "Cetak formulir" if self.kind == Kind.PRINT else "Pindaian formulir"
        return f"{what} {self.period}"

    @property
    def is_running(self) -> bool:
        return self.state in PENDING

    @property
    def is_late(self) -> bool:
        """Nobody works at it: said on the page instead of a bar that stands still."""
        until = self.lease_until
        return self.is_running and (until is None or until < timezone.now())

    @property
    def percent(self) -> int:
        return min(99, self.done * 100 // self.total) if self.total else 0


class ScanFile(models.Model):
    """One file as it came; its content goes once its pages are read."""

    job = models.ForeignKey(PaperJob, on_delete=models.CASCADE, related_name="files")
    order = models.PositiveSmallIntegerField()
    name = models.CharField("nama berkas", max_length=200)
    kind = models.CharField(max_length=4)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True)
    refusal = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["job", "order"]

    def __str__(self) -> str:
        return self.name


class Outcome(models.TextChoices):
    MATCHED = "cocok", "Cocok"
    ATTACHED = "terlampir", "Terlampir"
    TWIN = "sudah_ada", "Sudah ada"
    OPEN = "perlu_ditetapkan", "Perlu ditetapkan"
    REFUSED = "ditolak", "Ditolak"
    DROPPED = "dibuang", "Tidak dipakai"


class ScanPage(models.Model):
    """One page of a scan: whose it is, and what became of it.

    `opd` is empty when the page is not for the eyes of who uploaded it. `page` of `pages`
    are those of the form; empty for a page that a person assigned.
    """

    file = models.ForeignKey(ScanFile, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveSmallIntegerField("halaman berkas")
    outcome = models.CharField(max_length=16, choices=Outcome)
    reason = models.CharField(max_length=400, blank=True)
    opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    page = models.PositiveSmallIntegerField(null=True)
    pages = models.PositiveSmallIntegerField(null=True)
    sha256 = models.CharField(max_length=64)
    # The evidence it became a page of, and which one there.
    evidence = models.ForeignKey(
        ProgressFile, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    place = models.PositiveSmallIntegerField(null=True)
    thumb = models.BinaryField(null=True)
    picture = models.BinaryField(null=True)

    class Meta:
        ordering = ["file", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="scan_page_once_per_file"
            )
        ]
        indexes = [models.Index(fields=["sha256"], name="scan_page_sha256")]

    def __str__(self) -> str:
        return f"{self.file.name}, halaman {self.number}"

    @property
    def called(self) -> str:
        return f"halaman {self.page} dari {self.pages}" if self.page else "tanpa nomor"
