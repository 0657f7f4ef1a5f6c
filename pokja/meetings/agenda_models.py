"""Susunan acara: the items of one meeting, and the templates they are laid from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from pokja.meetings.choices import Kind
from pokja.meetings.meeting_models import Meeting, MeetingFile
from pokja.meetings.recommendation_models import Recommendation
from pug_portal.access.scope import RegionQuerySet
from pug_portal.regions.models import Region


class AgendaItem(models.Model):
    """`time` is typed only where it stands fixed; agenda.py computes all the others."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda"
    )
    order = models.PositiveSmallIntegerField(default=1)
    time = models.CharField("waktu", max_length=20, blank=True)
    minutes = models.PositiveSmallIntegerField("lama (menit)", null=True, blank=True)
    text = models.CharField("acara", max_length=250)
    speaker = models.CharField("pengisi", max_length=150, blank=True)
    # For the committee: on the page of the meeting, on no paper.
    is_internal = models.BooleanField("internal panitia", default=False)
    material = models.ForeignKey(
        MeetingFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Where the open recommendations of earlier meetings are gone through.
    holds_carried = models.BooleanField("memuat rekomendasi terdahulu", default=False)
    # One of them with a place of its own.
    recommendation = models.ForeignKey(
        Recommendation,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        ordering = ["meeting_id", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "recommendation"],
                condition=Q(recommendation__isnull=False),
                name="agenda_recommendation_once",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(holds_carried=True),
                name="agenda_one_place_for_the_carried",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def told(self) -> str:
        lasts = f"{self.minutes} menit" if self.minutes else ""
        inside = "internal" if self.is_internal else ""
        parts = (self.time, self.text, self.speaker, lasts, inside)
        return " · ".join(part for part in parts if part)


class AgendaTemplateQuerySet(RegionQuerySet["AgendaTemplate"]):
    """Templates of a region, for those who prepare its meetings."""


class AgendaTemplate(models.Model):
    """What the meetings of one kind usually go through; the times come with a meeting."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("nama templat", max_length=120)
    kind = models.CharField("jenis rapat", max_length=24, choices=Kind, blank=True)

    objects = AgendaTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["region", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "name"], name="agenda_template_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class AgendaTemplateItem(models.Model):
    COPIED: ClassVar[tuple[str, ...]] = (
        "text",
        "minutes",
        "speaker",
        "is_internal",
        "holds_carried",
    )

    template = models.ForeignKey(
        AgendaTemplate, on_delete=models.CASCADE, related_name="items"
    )
    order = models.PositiveSmallIntegerField(default=1)
    minutes = models.PositiveSmallIntegerField("lama (menit)", null=True, blank=True)
    text = models.CharField("acara", max_length=250)
    speaker = models.CharField("pengisi", max_length=150, blank=True)
    is_internal = models.BooleanField("internal panitia", default=False)
    holds_carried = models.BooleanField("memuat rekomendasi terdahulu", default=False)

    class Meta:
        ordering = ["template_id", "order", "pk"]

    def __str__(self) -> str:
        return self.text
