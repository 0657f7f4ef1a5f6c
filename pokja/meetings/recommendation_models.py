"""Recommendations of a meeting, and what was done about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db import models
from django.db.models import Q

from focal_points.opd.models import Opd
from pokja.meetings import owners
from pokja.meetings.choices import FOLLOW_UP_TONES, OPEN_STATES, FollowUpState
from pokja.meetings.meeting_models import Meeting
from pokja.meetings.scope import RecommendationQuerySet
from pokja.programme.models import ProgrammeLine
from pug_portal.accounts.models import User
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


class Recommendation(models.Model):
    """Its follow-up runs on the same row. The number, gapless per region and year, is
    given when the minutes are settled: a draft that is removed leaves no hole."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="recommendations"
    )
    order = models.PositiveSmallIntegerField(default=1)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    number = models.PositiveSmallIntegerField("nomor", null=True, blank=True)
    text = models.TextField("rekomendasi")
    proposer_opd = models.ForeignKey(
        Opd, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proposer = models.CharField("pengusul lain", max_length=150, blank=True)
    responsible_opd = models.ForeignKey(
        Opd,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
        verbose_name="OPD penanggung jawab",
    )
    responsible = models.CharField("penanggung jawab lain", max_length=150, blank=True)
    # They answer for the same follow-up: it stays one row with one due date.
    co_responsible = models.ManyToManyField(
        Opd, blank=True, related_name="+", verbose_name="OPD pendamping"
    )
    expected_proof = models.CharField(
        "bukti yang diharapkan", max_length=250, blank=True
    )
    due_on = models.DateField("tenggat", null=True, blank=True)
    # The root of the programme line through which it is done.
    programme_line = models.ForeignKey(
        ProgrammeLine,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
        verbose_name="baris program kerja",
    )
    is_example = models.BooleanField("contoh", default=False)
    state = models.CharField(
        "status tindak lanjut",
        max_length=8,
        choices=FollowUpState,
        default=FollowUpState.OPEN,
    )
    done_on = models.DateField("selesai pada", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cancel_reason = models.CharField("alasan batal", max_length=250, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["meeting_id", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year", "number"],
                name="recommendation_number_once",
            ),
            models.CheckConstraint(
                condition=Q(number=None, year=None)
                | Q(number__isnull=False, year__isnull=False),
                name="recommendation_number_has_year",
            ),
            models.CheckConstraint(
                condition=~Q(state=FollowUpState.CANCELLED) | ~Q(cancel_reason=""),
                name="recommendation_cancelled_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=FollowUpState.DONE)
                | Q(done_on__isnull=False, confirmed_by__isnull=False),
                name="recommendation_done_means_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        if self.number is None:
            return f"Rekomendasi (draf) {self.text[:60]}"
        return f"Rekomendasi {self.number}/{self.year}"

    @property
    def owner(self) -> str:
        """All who answer for it, the one named first in front, as they are called now."""
        return self.owner_on(None)

    def owner_on(self, day: dt.date | None) -> str:
        """The same with the names of that day."""
        opd = self.responsible_opd
        first = owners.called(opd, day) if opd else self.responsible
        return owners.joined(first, [name for _pk, name in self.companions_on(day)])

    @property
    def owner_then(self) -> str:
        """As the meeting named them."""
        return self.owner_on(self.meeting.day)

    def companions_on(self, day: dt.date | None) -> list[tuple[int, str]]:
        """OPD beside the first; at hand where the rows came `with_owners`."""
        told = self.__dict__.get("co_told", owners.UNKNOWN)
        if told is not owners.UNKNOWN:
            return owners.parse(told, day)
        return [(opd.pk, owners.called(opd, day)) for opd in owners.of(self)]

    def falls_to(self, opd_ids: Collection[int]) -> bool:
        if self.responsible_opd_id in opd_ids:
            return True
        return any(pk in opd_ids for pk, _name in self.companions_on(None))

    @property
    def proposed_by(self) -> str:
        """As the office was called in the meeting."""
        opd = self.proposer_opd
        if opd is None:
            return self.proposer
        return owners.called(opd, self.meeting.day if opd.former_names else None)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def tone(self) -> tuple[str, str]:
        return FOLLOW_UP_TONES[self.state]

    def days_late(self, on: dt.date) -> int:
        """«Terlambat» is computed, never stored; 0 when it is not."""
        if not self.is_open or self.due_on is None:
            return 0
        return max(0, (on - self.due_on).days)


class FollowUpNote(models.Model):
    """What was done about a recommendation, by whom, with proof."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="notes"
    )
    text = models.TextField("uraian")
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="follow_up_notes",
    )
    written_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["recommendation_id", "written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
