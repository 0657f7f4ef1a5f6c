"""Profil Gender Daerah: asked for, made in the background; the row is the job."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class ProfileState(models.TextChoices):
    QUEUED = "antri", "Antri"
    RUNNING = "disusun", "Sedang disusun"
    READY = "siap", "Siap"
    FAILED = "gagal", "Gagal"


PENDING = (ProfileState.QUEUED, ProfileState.RUNNING)


class GenderProfileQuerySet(RegionQuerySet["GenderProfile"]):
    def running(self) -> Self:
        return self.filter(state__in=PENDING)

    def ready(self) -> Self:
        return self.filter(state=ProfileState.READY)


class GenderProfile(models.Model):
    """`facts_sha256`: of what is printed; the same facts are never rendered twice."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("sampai tahun data")
    state = models.CharField(
        "status", max_length=10, choices=ProfileState, default=ProfileState.QUEUED
    )
    step = models.CharField(max_length=120, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    facts_sha256 = models.CharField(max_length=64, blank=True)
    pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sheet = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = GenderProfileQuerySet.as_manager()

    class Meta:
        ordering = ["region", "-requested_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year"],
                condition=Q(state__in=["antri", "disusun"]),
                name="gender_profile_one_job_per_year",
            ),
            models.CheckConstraint(
                condition=~Q(state="siap")
                | Q(pdf__isnull=False, sheet__isnull=False, finished_at__isnull=False),
                name="gender_profile_ready_has_files",
            ),
        ]

    def __str__(self) -> str:
        return f"Profil Gender {self.region.name} {self.year}"

    @property
    def is_running(self) -> bool:
        return self.state in PENDING

    @property
    def is_ready(self) -> bool:
        return self.state == ProfileState.READY

    @property
    def has_failed(self) -> bool:
        return self.state == ProfileState.FAILED
