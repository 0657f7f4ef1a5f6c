"""What earlier meetings leave to this one: their minutes to approve, and every
recommendation still open on its day, each exactly once.

Computed, never stored: nothing is forgotten when a meeting is planned early, and nothing
closed in the meantime is left standing. The settled minutes freeze what it was.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from pokja.meetings.choices import OPEN_STATES, FollowUpState, State
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import local_day
from pug_portal.lib.dates import tanggal

HELD = (State.RUNNING, State.CORRECTION, State.SETTLED)


@dataclass(frozen=True)
class Carried:
    """`meetings`: how many were held since, this one among them."""

    row: Recommendation
    meetings: int
    days: int

    @property
    def age(self) -> str:
        return f"umur {self.meetings} rapat, {self.days} hari"

    @property
    def told(self) -> str:
        row = self.row
        return f"{row.number}/{row.year}: {row.text} ({row.owner}; {self.age})"


class CarriedOver:
    """For one meeting; two queries at most."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.day = local_day(meeting.starts_at, meeting.region)

    @cached_property
    def approval(self) -> Meeting | None:
        """The newest settled minutes before this meeting."""
        settled = [m for m in self._held if m.state == State.SETTLED]
        return settled[-1] if settled else None

    @property
    def approval_told(self) -> str:
        last = self.approval
        if last is None:
            return ""
        return f"{last.title}, {tanggal(last.starts_at, self.meeting.region.zone)}"

    @cached_property
    def items(self) -> list[Carried]:
        if not any(m.state == State.SETTLED for m in self._held):
            return []
        rows = (
            Recommendation.objects.of_settled()
            .filter(_open_on(self.day), region=self.meeting.region_id)
            .filter(_earlier(self.meeting, "meeting__"))
            .select_related("meeting", "responsible_opd", "proposer_opd")
            .order_by("year", "number", "pk")
        )
        return [self._aged(row) for row in rows]

    @cached_property
    def _held(self) -> list[Meeting]:
        rows = Meeting.objects.filter(
            _earlier(self.meeting), region=self.meeting.region_id, state__in=HELD
        )
        named = rows.only("region", "title", "starts_at", "state", "version")
        return list(named.order_by("starts_at", "pk"))

    def _aged(self, row: Recommendation) -> Carried:
        source = (row.meeting.starts_at, row.meeting_id)
        since = sum((m.starts_at, m.pk) > source for m in self._held) + 1
        came = local_day(row.meeting.starts_at, self.meeting.region)
        return Carried(row, since, (self.day - came).days)


def _earlier(meeting: Meeting, path: str = "") -> Q:
    same_time = Q(
        **{f"{path}starts_at": meeting.starts_at, f"{path}pk__lt": meeting.pk}
    )
    return Q(**{f"{path}starts_at__lt": meeting.starts_at}) | same_time


def _open_on(day: dt.date) -> Q:
    """Closed ones never; what was done on that day or later was still open then."""
    done_later = Q(state=FollowUpState.DONE, done_on__gte=day)
    return Q(state__in=OPEN_STATES) | done_later
