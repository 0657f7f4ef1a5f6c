"""The text of the minutes: its points, what it was before, and how it is corrected."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from pokja.meetings.choices import CORRECTION_TONES, CorrectionState, Section
from pokja.meetings.meeting_models import Meeting
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.regions.models import Region


class MinutesItem(models.Model):
    """A point of the minutes; a sub-item has a parent."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="minutes"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    section = models.CharField(
        "bagian", max_length=12, choices=Section, default=Section.DISCUSSION
    )
    order = models.PositiveSmallIntegerField(default=1)
    text = models.TextField("isi")
    # Names the point on the screens of all who write in it; older rows have none.
    key = models.CharField(max_length=40, blank=True)
    # The page that wrote it last, and whose page that was.
    page = models.CharField(max_length=40, blank=True)
    writer = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["meeting_id", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "key"],
                condition=~Q(key=""),
                name="minutes_item_key_once",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class MinutesCorrection(models.Model):
    """«Ralat»: a new text beside the settled one, which stands until this is settled."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="corrections"
    )
    # The version of the minutes it becomes.
    number = models.PositiveSmallIntegerField("versi")
    reason = models.CharField("alasan", max_length=250)
    content = models.JSONField(default=list)
    state = models.CharField(
        max_length=10, choices=CorrectionState, default=CorrectionState.DRAFT
    )
    state_reason = models.CharField("alasan status", max_length=250, blank=True)
    # Heading facts as the frozen content writes them, and [L, P] of each row of it.
    facts = models.JSONField(default=dict, blank=True)
    figures = models.JSONField(default=list, blank=True)
    # Where people stand by name: the marks that differ, and what follows from them.
    by_name = models.JSONField(default=dict, blank=True)
    opened_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()
    notulis = models.CharField("notulis", max_length=120, blank=True)
    signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["meeting_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state__in=[CorrectionState.DRAFT, CorrectionState.SIGNED]),
                name="minutes_correction_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="minutes_correction_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"Ralat notulen {self.meeting}"

    @property
    def is_open(self) -> bool:
        return self.state in {CorrectionState.DRAFT, CorrectionState.SIGNED}

    @property
    def tone(self) -> tuple[str, str]:
        return CORRECTION_TONES[self.state]


class MinutesVersion(models.Model):
    """Settled minutes a correction has replaced, word for word as they were settled."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField("versi")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="minutes_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"Notulen versi {self.number}"


class MinutesRevision(models.Model):
    """One sitting of one person: saves in quick succession share a row."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="revisions"
    )
    correction = models.ForeignKey(
        MinutesCorrection,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="revisions",
    )
    number = models.PositiveIntegerField("nomor")
    content = models.JSONField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    at = models.DateTimeField()
    # «memulihkan naskah 3», or nothing for what was typed.
    note = models.CharField("keterangan", max_length=120, blank=True)

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="minutes_revision_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"Naskah {self.number}"


class PhraseQuerySet(RegionQuerySet["Phrase"]):
    """Phrases of a region, for those who write its minutes."""


class Phrase(models.Model):
    """A turn of words the minutes of this region use again and again."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    text = models.CharField("frasa", max_length=500)

    objects = PhraseQuerySet.as_manager()

    class Meta:
        ordering = ["region", "text", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["region", "text"], name="phrase_once")
        ]

    def __str__(self) -> str:
        return self.text[:80]
