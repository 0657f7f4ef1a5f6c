"""What meetings tell the work programme: who was there, and which tugas were served."""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse

from pokja.meetings.choices import FollowUpState, State
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.queries import meetings_in, with_counts
from pokja.meetings.times import local_day
from pokja.programme import sources
from pokja.programme.sources import Held, Promise, Source
from pug_portal.lib.semesters import Semester
from pug_portal.regions.models import Region


def held_on(keys: Collection[int]) -> list[Held]:
    """Meetings that hang on these lines, oldest first; cancelled ones realise nothing."""
    rows = Meeting.objects.filter(programme_line__in=keys)
    rows = rows.exclude(state=State.CANCELLED).select_related("region")
    return [_held(row) for row in with_counts(rows).order_by("starts_at", "pk")]


def _held(row: Meeting) -> Held:
    return Held(
        key=row.programme_line_id or 0,
        title=row.title,
        url=reverse("meeting-detail", args=[row.pk]),
        kind=row.get_kind_display(),
        day=local_day(row.starts_at, row.region),
        state=row.get_state_display(),
        tone=row.tone,
        men=row.men,  # type: ignore[attr-defined]
        women=row.women,  # type: ignore[attr-defined]
        is_settled=row.is_settled,
    )


def promised_on(keys: Collection[int]) -> list[Promise]:
    rows = Recommendation.objects.of_settled().filter(programme_line__in=keys)
    rows = rows.exclude(state=FollowUpState.CANCELLED)
    rows = rows.with_owners().order_by("year", "number", "pk")
    return [
        Promise(
            key=row.programme_line_id or 0,
            number=f"{row.number}/{row.year}",
            text=row.text,
            url=reverse("follow-up", args=[row.pk]),
            owner=row.owner,
            opd_id=row.responsible_opd_id,
            state=row.get_state_display(),
            tone=row.tone,
            is_done=row.state == FollowUpState.DONE,
        )
        for row in rows
    ]


def duties_held(region: Region, semester: Semester) -> list[tuple[str, ...]]:
    held = meetings_in(region, semester)
    return [tuple(meeting.duties) for meeting in held if meeting.is_settled]


SOURCE = Source(held=held_on, promised=promised_on, duties=duties_held)


def register() -> None:
    sources.register(SOURCE)
