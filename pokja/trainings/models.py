"""What a meeting of kind bimtek or sosialisasi has besides: target, offer, certificates."""

from __future__ import annotations

from django.db import models

from pokja.attendance.models import Participant
from pokja.meetings.choices import Kind
from pokja.meetings.models import Meeting
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

TRAINING_KINDS = (Kind.TRAINING, Kind.ADVOCACY)


class Training(models.Model):
    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="training"
    )
    target_men = models.PositiveIntegerField("target laki-laki", null=True, blank=True)
    target_women = models.PositiveIntegerField(
        "target perempuan", null=True, blank=True
    )
    lesson_hours = models.PositiveSmallIntegerField(
        "jam pelajaran", null=True, blank=True
    )
    # Regions below may take part with their own focal points.
    is_offered = models.BooleanField("ditawarkan ke kabupaten/kota", default=False)

    class Meta:
        ordering = ["meeting"]

    def __str__(self) -> str:
        return self.meeting.title

    @property
    def target(self) -> int | None:
        if self.target_men is None and self.target_women is None:
            return None
        return (self.target_men or 0) + (self.target_women or 0)


class Acceptance(models.Model):
    """A region below takes part; whom it sends stands on the meeting's own list."""

    training = models.ForeignKey(
        Training, on_delete=models.CASCADE, related_name="acceptances"
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    accepted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField()

    class Meta:
        ordering = ["training", "region"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "region"], name="training_accepted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.training} – {self.region.short_name}"


class Certificate(models.Model):
    participant = models.OneToOneField(
        Participant, on_delete=models.CASCADE, related_name="certificate"
    )
    number = models.CharField("nomor sertifikat", max_length=100, blank=True)
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="certificates",
    )

    class Meta:
        ordering = ["participant"]

    def __str__(self) -> str:
        return self.number or f"Sertifikat {self.participant.label}"
