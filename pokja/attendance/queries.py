"""Reading the list of a meeting: chairs with their presence on a day, and the totals."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from pokja.attendance.models import COMING_TONES, Coming, Participant, Presence
from pokja.meetings.balance import imbalance
from pokja.meetings.models import Meeting


@dataclass(frozen=True)
class Line:
    """A chair as the list shows it on one day."""

    chair: Participant
    presence: Presence | None

    @property
    def state(self) -> str:
        return self.presence.state if self.presence else ""

    @property
    def tone(self) -> tuple[str, str]:
        return COMING_TONES[self.state]

    @property
    def told(self) -> str:
        return self.presence.told if self.presence else "Belum dicatat"

    @property
    def is_counted(self) -> bool:
        return self.presence is not None and self.presence.is_counted

    @property
    def sex(self) -> str:
        """Of whoever sat there: the representative's, where there is one."""
        if self.presence and self.presence.stand_in_sex:
            return self.presence.stand_in_sex
        return self.chair.sex


@dataclass(frozen=True)
class DayTotals:
    present: int
    represented: int
    excused: int
    absent: int
    waiting: int
    men: int
    women: int
    opds: int

    @property
    def came(self) -> int:
        return self.men + self.women

    @property
    def imbalance(self) -> str:
        return imbalance(self.men, self.women)


def lines_on(meeting: Meeting, day: dt.date) -> list[Line]:
    """Two queries, however long the list is."""
    of_day = Prefetch("presences", Presence.objects.filter(day=day), to_attr="today")
    rows = meeting.participants.select_related("opd").prefetch_related(of_day)
    found: list[Line] = []
    for row in rows.order_by("order", "pk"):
        today: list[Presence] = row.today
        found.append(Line(row, today[0] if today else None))
    return found


def totals_on(lines: Sequence[Line]) -> DayTotals:
    states = Counter(line.state for line in lines)
    came = [line for line in lines if line.is_counted]
    return DayTotals(
        present=states[Coming.PRESENT],
        represented=states[Coming.REPRESENTED],
        excused=states[Coming.EXCUSED],
        absent=states[Coming.ABSENT],
        waiting=states[""],
        men=sum(line.sex == "L" for line in came),
        women=sum(line.sex == "P" for line in came),
        opds=len({line.chair.opd_id for line in came if line.chair.opd_id}),
    )


def counts_by_name(meeting: Meeting) -> bool:
    return Presence.objects.filter(participant__meeting=meeting).exists()
