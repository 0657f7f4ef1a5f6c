"""Laporan Pokja: asked for, collected, frozen, rendered; the row is the job."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from pug_portal.access.actor import Actor
from pug_portal.access.roles import SETTLED_ONLY_ROLES
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region
from pug_portal.regions.moves import formerly_below


class JobState(models.TextChoices):
    QUEUED = "antri", "Antri"
    COLLECTING = "dikumpulkan", "Dikumpulkan"
    RENDERING = "dirender", "Dirender"
    READY = "siap", "Siap"
    FAILED = "gagal", "Gagal"


class State(models.TextChoices):
    DRAFT = "draf", "Draf"
    SUBMITTED = "diajukan", "Diajukan"
    SETTLED = "disahkan", "Disahkan"
    SENT = "terkirim", "Terkirim"


PENDING = (JobState.QUEUED, JobState.COLLECTING, JobState.RENDERING)
PUBLISHED = (State.SETTLED, State.SENT)


class ReportQuerySet(RegionQuerySet["PokjaReport"]):
    def for_actor(self, actor: Actor) -> Self:
        """Desks see their own region's drafts too; everybody else what is settled."""
        rows = super().for_actor(actor)
        if actor.is_system:
            return rows
        if actor.region is not None and actor.region.has_children:
            # A region that moved away keeps its readers of the semesters before.
            rows |= self.filter(
                formerly_below(actor, region="region", year="year", half="half")
            )
        published = Q(state__in=PUBLISHED)
        if actor.role in SETTLED_ONLY_ROLES:
            return rows.filter(published)
        return rows.filter(published | Q(region=actor.region))

    def editions(self) -> Self:
        """Without requests that found nothing new and were answered with an older one."""
        return self.filter(same_as=None)

    def running(self) -> Self:
        return self.filter(job_state__in=PENDING)


class PokjaReport(models.Model):
    """`content` is frozen when collected: nothing later changes what was printed.

    `lease_until`: until then somebody has the job, a worker or the queue; past it the
    job is lost and is queued again. `attempts` and `started_at` say who has it: a
    worker whose turn has passed may not write any more.
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField("tahun")
    half = models.PositiveSmallIntegerField("semester")
    edition = models.PositiveSmallIntegerField("edisi")
    title = models.CharField("judul", max_length=200)
    state = models.CharField(
        "status", max_length=10, choices=State, default=State.DRAFT
    )
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

    # What people wrote when they asked: texts, and notes on Bappeda's roles.
    inputs = models.JSONField(default=dict, blank=True)
    content = models.JSONField(null=True, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    key_figures = models.JSONField(default=list, blank=True)
    pdf = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="berkas PDF",
    )
    # Set when the collected facts were already in print: that edition is the answer.
    same_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-year", "-half", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year", "half", "edition"],
                condition=Q(same_as=None),
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
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.SUBMITTED])
                | Q(
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                    job_state=JobState.READY,
                ),
                name="report_settled_means_who_and_when",
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

    @property
    def is_ready(self) -> bool:
        return self.job_state == JobState.READY

    @property
    def is_running(self) -> bool:
        return self.job_state in PENDING

    @property
    def has_failed(self) -> bool:
        return self.job_state == JobState.FAILED
