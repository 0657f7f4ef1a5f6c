"""What a region tells the public about a meeting, and whether it tells anything."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from pokja.meetings.choices import State
from pokja.meetings.models import Meeting
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class ReleaseSwitch(models.Model):
    """Off until the sekretariat turns it on; off again hides every release at once."""

    region = models.OneToOneField(
        Region, on_delete=models.PROTECT, related_name="release_switch"
    )
    is_on = models.BooleanField("rilis publik", default=False)

    class Meta:
        ordering = ["region"]

    def __str__(self) -> str:
        return f"Rilis publik {self.region}"


class ReleaseQuerySet(RegionQuerySet["Release"]):
    region_lookup: ClassVar[str] = "meeting__region"

    def in_public(self) -> Self:
        return self.filter(
            is_on=True,
            meeting__state=State.SETTLED,
            meeting__region__release_switch__is_on=True,
        )


class Release(models.Model):
    """Prepared from the frozen minutes, then in the words of the sekretariat."""

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="release"
    )
    code = models.CharField("kode", max_length=19, unique=True)
    title = models.CharField("judul", max_length=200)
    body = models.TextField("isi")
    # Of the minutes the text was prepared from.
    version = models.PositiveSmallIntegerField("versi notulen")
    is_on = models.BooleanField("tayang", default=False)
    published_at = models.DateTimeField("tayang sejak", null=True, blank=True)
    saved_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    saved_at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_on=False) | Q(published_at__isnull=False),
                name="release_shown_since",
            )
        ]

    def __str__(self) -> str:
        return f"Rilis {self.title}"
