"""What earlier meetings leave to this one: their minutes to approve, and every
recommendation still open on its day, each exactly once.

Computed, never stored: nothing is forgotten when a meeting is planned early, and nothing
closed in the meantime is left standing. The settled minutes freeze what it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from pokja.meetings import owners
from pokja.meetings.choices import OPEN_STATES, FollowUpState, State
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import local_day
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import angka

_FIRST = "open_row__responsible_opd"
LEFT = (
    "open_row__pk",
    "open_row__year",
    "open_row__number",
    "open_row__text",
    "open_row__responsible",
    f"{_FIRST}__short_name",
    f"{_FIRST}__former_names",
    "co_told",
)
_BESIDE = Recommendation.co_responsible.through
HELD = (State.RUNNING, State.CORRECTION, State.SETTLED)


@dataclass(frozen=True)
class Carried:
    """`meetings`: how many were held since, this one among them."""

    pk: int
    number: str
    text: str
    owner: str
    meetings: int
    days: int

    @property
    def age(self) -> str:
        return f"umur {angka(self.meetings)} rapat, {angka(self.days)} hari"

    @property
    def told(self) -> str:
        return f"{self.number}: {self.text} ({self.owner}; {self.age})"


class CarriedOver:
    """For one meeting; one query."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.day = local_day(meeting.starts_at, meeting.region)

    @cached_property
    def approval(self) -> Mapping[str, Any] | None:
        """The newest settled minutes before this meeting."""
        settled = [row for row in self._rows if row["state"] == State.SETTLED]
        return settled[-1] if settled else None

    @property
    def approval_told(self) -> str:
        return self._told(self.approval) if self.approval else ""

    def _told(self, last: Mapping[str, Any]) -> str:
        return (
            f"{last['title']}, {tanggal(last['starts_at'], self.meeting.region.zone)}"
        )

    @cached_property
    def items(self) -> list[Carried]:
        found = [
            row
            for row in self._rows
            if row["state"] == State.SETTLED and row["open_row__pk"] is not None
        ]
        found.sort(key=lambda row: (row["open_row__year"], row["open_row__number"]))
        return [self._aged(row) for row in found]

    @property
    def left_told(self) -> list[str] | None:
        """What nobody gave a place, once that is settled."""
        return None

    @cached_property
    def _rows(self) -> list[dict[str, Any]]:
        """Earlier meetings that were held, each beside what it left open."""
        open_row = FilteredRelation("recommendations", condition=_open_on(self.day))
        rows = (
            self._earlier.filter(state__in=HELD)
            .annotate(open_row=open_row)
            .annotate(co_told=owners.told_beside(_BESIDE, "open_row__pk"))
            .order_by("starts_at", "pk")
        )
        return list(rows.values("pk", "title", "starts_at", "state", *LEFT))

    @property
    def _earlier(self) -> QuerySet[Meeting]:
        earlier = Q(starts_at__lt=self.meeting.starts_at) | Q(
            starts_at=self.meeting.starts_at, pk__lt=self.meeting.pk
        )
        return Meeting.objects.filter(earlier, region=self.meeting.region_id)

    def _aged(self, row: dict[str, Any]) -> Carried:
        source = (row["starts_at"], row["pk"])
        held = {(other["starts_at"], other["pk"]) for other in self._rows}
        came = local_day(row["starts_at"], self.meeting.region)
        return Carried(
            pk=row["open_row__pk"],
            number=f"{row['open_row__number']}/{row['open_row__year']}",
            text=row["open_row__text"],
            owner=_owner(row, self.day),
            meetings=sum(other > source for other in held) + 1,
            days=(self.day - came).days,
        )


def _owner(row: dict[str, Any], day: dt.date) -> str:
    """As the offices were called on the day of this meeting."""
    office = row[f"{_FIRST}__short_name"]
    first = row["open_row__responsible"]
    if office:
        first = owners.called_so(office, row[f"{_FIRST}__former_names"], day)
    beside = [name for _pk, name in owners.parse(row["co_told"], day)]
    return owners.joined(first, beside)


class SettledCarriedOver(CarriedOver):
    """As the settled minutes tell it, whatever was entered about earlier days since."""

    @property
    def approval_told(self) -> str:
        told: str = self._content.get("approval", "")
        return told

    @cached_property
    def approval(self) -> Mapping[str, Any] | None:
        """The minutes meant, while they are still found under what was told."""
        if not self.approval_told:
            return None
        rows = self._earlier.filter(state=State.SETTLED).order_by("-starts_at", "-pk")
        last = rows.values("pk", "title", "starts_at").first()
        return last if last and self._told(last) == self.approval_told else None

    @property
    def left_told(self) -> list[str]:
        told: list[str] = self._content.get("carried", [])
        return told

    @property
    def _content(self) -> dict[str, Any]:
        return self.meeting.settled_content or {}


def carried_over(meeting: Meeting) -> CarriedOver:
    return (SettledCarriedOver if meeting.is_settled else CarriedOver)(meeting)


def _open_on(day: dt.date) -> Q:
    """Closed ones never; what was done on that day or later was still open then."""
    done_later = Q(
        recommendations__state=FollowUpState.DONE, recommendations__done_on__gte=day
    )
    return Q(recommendations__state__in=OPEN_STATES) | done_later
