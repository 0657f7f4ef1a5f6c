"""Reading a meeting to come with its figures, and the letter that goes out."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    Model,
    OuterRef,
    Subquery,
)
from django.db.models.functions import Coalesce

from pokja.letters.choices import PENDING, JobKind, JobState, MailState
from pokja.letters.models import Letter, LetterJob, LetterMail
from pokja.meetings.models import AgendaItem, ExpectedOutcome, Invitee, Meeting
from pokja.meetings.scope import MeetingQuerySet


def meetings_to_prepare() -> MeetingQuerySet:
    """With the figures of its parts, so that a page with one part open asks for no other."""
    return Meeting.objects.select_related("region").annotate(
        outcome_count=_count(ExpectedOutcome),
        agenda_count=_count(AgendaItem),
        invitee_count=_count(Invitee),
    )


def _count(model: type[Model]) -> Coalesce:
    rows = model._default_manager.filter(meeting=OuterRef("pk")).order_by()
    counted = rows.values("meeting").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def letters_to_prepare(meeting: Meeting) -> list[Any]:
    """Newest first, each with what has become of its mails and its ZIP."""
    jobs = LetterJob.objects.filter(letter=OuterRef("pk"))
    sent = (
        LetterMail.objects.filter(job__letter=OuterRef("pk"), state=MailState.SENT)
        .order_by()
        .values("job__letter")
        .annotate(n=Count("email", distinct=True))
        .values("n")
    )
    archives = jobs.filter(kind=JobKind.ZIP).order_by("-pk")
    ready = archives.filter(state=JobState.READY).values("pk")[:1]
    rows = Letter.objects.filter(meeting=meeting).select_related("letterhead")
    return list(
        rows.annotate(
            mailed=Coalesce(Subquery(sent, output_field=IntegerField()), 0),
            is_mailing=Exists(jobs.filter(kind=JobKind.MAIL, state__in=PENDING)),
            is_zipping=Exists(jobs.filter(kind=JobKind.ZIP, state__in=PENDING)),
            zip_job=Subquery(ready),
        ).order_by("-pk")
    )
