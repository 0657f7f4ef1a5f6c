"""A period of evaluation, and what hangs on it: packs, last year's folder, field checks."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from prasyarat.instruments.models import Indicator, Instrument
from pug_portal.access.actor import Actor
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import Assignment, User
from pug_portal.lib.clock import now, today
from pug_portal.regions.models import Region


class PeriodState(models.TextChoices):
    PREPARING = "disiapkan", "Disiapkan"
    SENT = "dikirim", "Dikirim"
    CLOSED = "selesai", "Selesai"


class EvaluationPeriod(models.Model):
    """Answers are dated, so a period owns none: it is a view of them on `as_of`."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="+"
    )
    first_year = models.PositiveSmallIntegerField("tahun pertama")
    years = models.PositiveSmallIntegerField(
        "lamanya", choices=[(1, "Satu tahun"), (2, "Dua tahun")], default=1
    )
    as_of = models.DateField("keadaan per tanggal")
    due_on = models.DateField("tenggat pengiriman")
    state = models.CharField(
        "status", max_length=10, choices=PeriodState, default=PeriodState.PREPARING
    )

    objects = RegionQuerySet["EvaluationPeriod"].as_manager()

    class Meta:
        ordering = ["region", "-first_year", "-years", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "first_year", "years"],
                name="evaluation_period_once",
            ),
            models.CheckConstraint(
                condition=Q(years__in=(1, 2)), name="evaluation_one_or_two_years"
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluasi PUG {self.years_told}"

    @property
    def last_year(self) -> int:
        return self.first_year + self.years - 1

    @property
    def years_told(self) -> str:
        if self.years == 1:
            return str(self.first_year)
        return f"{self.first_year}–{self.last_year}"

    @property
    def on(self) -> dt.date:
        """The day whose answers are read: a day to come is not known yet."""
        return min(self.as_of, today())

    @property
    def days_left(self) -> int:
        return (self.due_on - today()).days

    @property
    def is_late(self) -> bool:
        return self.state == PeriodState.PREPARING and self.days_left < 0


class PackState(models.TextChoices):
    QUEUED = "antri", "Antri"
    RUNNING = "disusun", "Sedang disusun"
    READY = "siap", "Siap"
    FAILED = "gagal", "Gagal"


PENDING = (PackState.QUEUED, PackState.RUNNING)


class PackQuerySet(RegionQuerySet["EvaluationPack"]):
    region_lookup: ClassVar[str] = "period__region"

    def of(self, actor: Actor) -> Self:
        """Holds what its asker may read: seen by that person alone, under that hat."""
        if actor.user is None:
            return self.none()
        return self.filter(requested_by=actor.user, assignment=actor.assignment_id)

    def pending(self) -> Self:
        return self.filter(state__in=PENDING)

    def expired(self) -> Self:
        return self.filter(expires_at__lte=now()).exclude(path="")


class EvaluationPack(models.Model):
    """The row is the job; the ZIP lies among the private files until `expires_at`."""

    period = models.ForeignKey(
        EvaluationPeriod, on_delete=models.PROTECT, related_name="packs"
    )
    state = models.CharField(
        "status", max_length=10, choices=PackState, default=PackState.QUEUED
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assignment = models.ForeignKey(
        Assignment, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    path = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField("ukuran (bita)", default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    missing = models.PositiveIntegerField("yang kurang", default=0)

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["period", "-requested_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "requested_by"],
                condition=Q(state__in=["antri", "disusun"]),
                name="evaluation_pack_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Paket {self.period}"

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING

    @property
    def has_failed(self) -> bool:
        return self.state == PackState.FAILED

    @property
    def is_ready(self) -> bool:
        return self.state == PackState.READY and bool(self.path)

    @property
    def percent(self) -> int:
        return min(self.done * 100 // self.total, 99) if self.total else 0


class FolderState(models.TextChoices):
    READ = "diperiksa", "Menunggu konfirmasi"
    QUEUED = "antri", "Antri"
    RUNNING = "diimpor", "Sedang diimpor"
    DONE = "selesai", "Diimpor"
    FAILED = "gagal", "Gagal"


FOLDER_PENDING = (FolderState.QUEUED, FolderState.RUNNING)


class FolderDraftQuerySet(RegionQuerySet["FolderDraft"]):
    region_lookup: ClassVar[str] = "period__region"

    def of(self, actor: Actor) -> Self:
        return self.filter(uploaded_by=actor.user) if actor.user else self.none()

    def pending(self) -> Self:
        return self.filter(state__in=FOLDER_PENDING)

    def expired(self) -> Self:
        """Not while a worker has it."""
        rows = self.filter(expires_at__lte=now()).exclude(path="")
        return rows.exclude(state__in=FOLDER_PENDING)


class FolderDraft(models.Model):
    """Last year's folder as a ZIP, between its preview and its import; the row is the job.

    `rows` is what was read of each file; the ZIP goes when it was imported or given up.
    """

    period = models.ForeignKey(
        EvaluationPeriod, on_delete=models.CASCADE, related_name="folders"
    )
    source = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="+", verbose_name="kode"
    )
    year = models.PositiveSmallIntegerField("tahun folder")
    name = models.CharField("nama berkas", max_length=200)
    path = models.CharField(max_length=200, blank=True)
    rows = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    applied = models.PositiveIntegerField(default=0)
    state = models.CharField(
        "status", max_length=10, choices=FolderState, default=FolderState.READ
    )
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    # The hat under which the import was asked for.
    assignment = models.ForeignKey(
        Assignment, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = FolderDraftQuerySet.as_manager()

    class Meta:
        ordering = ["period", "-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return f"folder {self.year} ({self.name})"

    @property
    def is_pending(self) -> bool:
        return self.state in FOLDER_PENDING

    @property
    def has_failed(self) -> bool:
        return self.state == FolderState.FAILED and self.applied_at is None

    @property
    def is_open(self) -> bool:
        return self.applied_at is None and bool(self.path) and not self.is_pending


class FieldCheck(models.Model):
    """One item of the field verification that somebody has laid ready."""

    period = models.ForeignKey(
        EvaluationPeriod, on_delete=models.CASCADE, related_name="checks"
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="field_checks"
    )
    checked_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ["period", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "indicator"], name="field_check_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} untuk {self.period}"
