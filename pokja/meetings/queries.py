"""Reading meetings and follow-ups: for pages, reports and the home page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db.models import (
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import Coalesce

from pokja.meetings.balance import imbalance
from pokja.meetings.choices import OPEN_STATES, FollowUpState, State
from pokja.meetings.models import (
    Attendance,
    FollowUpNote,
    Meeting,
    Recommendation,
)
from pokja.meetings.tasks_due import Task, tasks_for, waiting
from pokja.meetings.times import bounds_of, local_day
from pug_portal.lib.semesters import Semester
from pug_portal.regions.models import Region

__all__ = [
    "FollowUpCounts",
    "Task",
    "Totals",
    "age_of",
    "attendance_totals",
    "count_follow_ups",
    "follow_ups",
    "meetings_in",
    "notes_of",
    "settled_in",
    "tasks_for",
    "waiting",
    "what_hangs_on",
    "with_counts",
]


@dataclass(frozen=True)
class Totals:
    """Computed from the rows, never typed."""

    men: int = 0
    women: int = 0
    leaders: int = 0
    opds: int = 0
    others: int = 0

    @property
    def total(self) -> int:
        return self.men + self.women

    @property
    def women_share(self) -> float | None:
        return 100 * self.women / self.total if self.total else None

    @property
    def men_share(self) -> float | None:
        return 100 * self.men / self.total if self.total else None

    @property
    def imbalance(self) -> str:
        """That one sex is too few, by the rule in data; or nothing."""
        return imbalance(self.men, self.women)

    def as_dict(self) -> dict[str, int]:
        return {**asdict(self), "total": self.total}


def attendance_totals(rows: Iterable[Attendance]) -> Totals:
    rows = list(rows)
    return Totals(
        men=sum(row.men for row in rows),
        women=sum(row.women for row in rows),
        leaders=sum(row.men + row.women for row in rows if row.is_leader),
        opds=sum(row.opd_id is not None for row in rows),
        others=sum(row.opd_id is None for row in rows),
    )


def _sum_of(field: str) -> Coalesce:
    rows = Attendance.objects.filter(meeting=OuterRef("pk")).order_by()
    totals = rows.values("meeting").annotate(found=Sum(field)).values("found")
    return Coalesce(Subquery(totals, output_field=IntegerField()), 0)


def _recommendations(condition: Q) -> Coalesce:
    rows = Recommendation.objects.filter(condition, meeting=OuterRef("pk")).order_by()
    totals = rows.values("meeting").annotate(found=Count("pk")).values("found")
    return Coalesce(Subquery(totals, output_field=IntegerField()), 0)


def with_counts(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """men, women, recommended and still_open beside each meeting, in the same query."""
    return meetings.annotate(
        men=_sum_of("men"),
        women=_sum_of("women"),
        attended=F("men") + F("women"),
        recommended=_recommendations(~Q(state=FollowUpState.CANCELLED)),
        still_open=_recommendations(Q(state__in=OPEN_STATES)),
    )


def meetings_in(region: Region, semester: Semester) -> list[Meeting]:
    """Meetings held in the semester with their L/P totals, oldest first; one query."""
    first, after = bounds_of(semester, region)
    held = Meeting.objects.filter(
        region=region,
        state__in=[State.RUNNING, State.CORRECTION, State.SETTLED],
        starts_at__gte=first,
        starts_at__lt=after,
    )
    return list(with_counts(held).order_by("starts_at", "pk"))


def settled_in(region: Region, semester: Semester) -> int:
    """Meetings with settled minutes: the only ones an indicator may count."""
    return sum(meeting.is_settled for meeting in meetings_in(region, semester))


def follow_ups(region: Region, on: dt.date) -> QuerySet[Recommendation]:
    """Numbered recommendations of meetings held up to `on`, by year and number."""
    return (
        Recommendation.objects.of_settled()
        .filter(region=region, meeting__starts_at__date__lte=on)
        .with_owners()
        .select_related("meeting", "proposer_opd")
        .order_by("year", "number", "pk")
    )


@dataclass(frozen=True)
class FollowUpCounts:
    total: int
    waiting: int
    in_progress: int
    done: int
    cancelled: int
    late: int

    @property
    def open(self) -> int:
        return self.waiting + self.in_progress


def count_follow_ups(rows: QuerySet[Recommendation], on: dt.date) -> FollowUpCounts:
    """One query for all the figures beside a list."""

    def of(state: FollowUpState) -> Count:
        return Count("pk", filter=Q(state=state))

    found = rows.order_by().aggregate(
        total=Count("pk"),
        waiting=of(FollowUpState.OPEN),
        in_progress=of(FollowUpState.IN_PROGRESS),
        done=of(FollowUpState.DONE),
        cancelled=of(FollowUpState.CANCELLED),
        late=Count("pk", filter=Q(state__in=OPEN_STATES, due_on__lt=on)),
    )
    return FollowUpCounts(**found)


def age_of(row: Recommendation, on: dt.date) -> int:
    """Days since the meeting that recommended it; the meeting's region is at hand."""
    return (on - local_day(row.meeting.starts_at, row.region)).days


def notes_of(row: Recommendation) -> QuerySet[FollowUpNote]:
    return row.notes.select_related("file", "written_by")


def what_hangs_on(meeting: Meeting) -> list[tuple[str, int]]:
    """What goes when the meeting goes: (what, how many), only what is there."""
    found = [
        ("agenda", meeting.agenda.count()),
        ("hasil yang diharapkan", meeting.outcomes.count()),
        ("baris kehadiran", meeting.attendance.count()),
        ("nama dalam daftar hadir", meeting.participants.count()),
        ("butir notulen", meeting.minutes.filter(parent=None).count()),
        ("rekomendasi", meeting.recommendations.count()),
        ("berkas", meeting.files.count()),
    ]
    return [(what, count) for what, count in found if count]
