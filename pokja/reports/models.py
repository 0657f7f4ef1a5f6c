"""Laporan Pokja: asked for, collected, frozen, rendered; the row is the job."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region


class JobState(models.TextChoices):
    QUEUED = "antri", "Antri"
    COLLECTED = "dikumpulkan", "Dikumpulkan"
    RENDERED = "dirender", "Dirender"
    READY = "siap", "Siap"
    FAILED = "gagal", "Gagal"


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    SUBMITTED = "diajukan", "Diajukan"
    SETTLED = "disahkan", "Disahkan"
    SENT = "terkirim", "Terkirim"


class PokjaReport(models.Model):
    """`content` is frozen when collected: nothing later changes what was printed.

    `lease_until`: a worker that holds the job renews it; past it the job is lost
    and is queued again.
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField("tahun")
    half = models.PositiveSmallIntegerField("semester")
    edition = models.PositiveSmallIntegerField("edisi")
    title = models.CharField("judul", max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    code = models.CharField("kode verifikasi", max_length=40, unique=True)
    requested_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField()

    job_state = models.CharField(
        max_length=12, choices=JobState, default=JobState.QUEUED
    )
    job_step = models.CharField(max_length=120, blank=True)
    job_percent = models.PositiveSmallIntegerField(default=0)
    job_error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    content = models.JSONField(null=True, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    key_figures = models.JSONField(default=list, blank=True)
    pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = RegionQuerySet["PokjaReport"].as_manager()

    class Meta:
        ordering = ["region", "-year", "-half", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year", "half", "edition"],
                name="report_edition_once",
            ),
            models.UniqueConstraint(
                fields=["region", "year", "half"],
                condition=Q(job_state__in=["antri", "dikumpulkan", "dirender"]),
                name="report_one_job_per_semester",
            ),
            models.CheckConstraint(
                condition=~Q(job_state=JobState.READY) | Q(pdf__isnull=False),
                name="report_ready_has_pdf",
            ),
        ]
        indexes = [
            models.Index(fields=["job_state", "lease_until"], name="report_jobs")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def semester(self) -> Semester:
        return Semester(self.year, self.half)
