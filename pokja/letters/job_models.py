"""Work in the background with a finished letter or a whole meeting; the row is the job."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from pokja.letters.choices import JOB_TONES, PENDING, JobKind, JobState, MailState
from pokja.letters.letter_models import Letter
from pokja.meetings.models import Meeting
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User


class JobQuerySet(RegionQuerySet["LetterJob"]):
    region_lookup: ClassVar[str] = "letter__meeting__region"

    def with_meeting(self) -> Self:
        return self.select_related(
            "letter__meeting__region", "letter__letterhead", "meeting__region"
        )


class LetterJob(models.Model):
    """Until `lease_until` somebody has it, a worker or the queue; then it is lost and
    queued again. `attempts` says whose turn it is."""

    letter = models.ForeignKey(
        Letter, null=True, blank=True, on_delete=models.CASCADE, related_name="jobs"
    )
    # Of an archive, which is made of the meeting and not of one letter.
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="archive_jobs",
    )
    kind = models.CharField(max_length=6, choices=JobKind)
    state = models.CharField(max_length=8, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    # Of the ZIP, in the portal's storage; built anew from the letter when it is gone.
    path = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["letter_id", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "kind"],
                condition=Q(state__in=list(PENDING)),
                name="letter_one_job_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(state__in=list(PENDING)),
                name="meeting_one_job_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind=JobKind.ARCHIVE, letter=None, meeting__isnull=False)
                | ~Q(kind=JobKind.ARCHIVE) & Q(letter__isnull=False, meeting=None),
                name="letter_job_is_about_one",
            ),
        ]
        indexes = [models.Index(fields=["state", "lease_until"], name="letter_jobs")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.letter or self.meeting}"

    @property
    def about(self) -> Meeting:
        found = self.letter.meeting if self.letter else self.meeting
        assert found is not None  # noqa: S101 -- a database constraint says so
        return found

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0

    @property
    def sent_count(self) -> int:
        return sum(mail.state == MailState.SENT for mail in self.mails.all())

    @property
    def failed_mails(self) -> list[LetterMail]:
        return [mail for mail in self.mails.all() if mail.state == MailState.FAILED]

    @property
    def tone(self) -> tuple[str, str]:
        return JOB_TONES[self.state]


class LetterMail(models.Model):
    """One mail to one address: written with the verb, sent by the worker."""

    job = models.ForeignKey(LetterJob, on_delete=models.CASCADE, related_name="mails")
    # Place of the addressee in the letter's content.
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    email = models.EmailField()
    state = models.CharField(max_length=8, choices=MailState, default=MailState.WAITING)
    error = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["job_id", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "email"], name="letter_mail_once_per_address"
            )
        ]

    def __str__(self) -> str:
        return self.email
