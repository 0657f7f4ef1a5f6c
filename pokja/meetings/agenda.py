"""The order of a meeting as it is read: every item with its hour.

The hours follow from the start of the meeting and the minutes of the items, so that a
postponed meeting needs no other agenda. A typed hour stands; the next ones follow it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pokja.meetings.carry_over import Carried, CarriedOver
from pokja.meetings.models import AgendaItem, Meeting, MeetingFile
from pokja.meetings.times import local
from pug_portal.lib.dates import DASH, jam

_HOUR = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


@dataclass(frozen=True)
class Slot:
    """`item` is what was written; `carried` stand here and nowhere else."""

    item: AgendaItem
    time: str
    carried: tuple[Carried, ...] = ()

    @property
    def text(self) -> str:
        if self.carried and not self.item.holds_carried:
            return placed_text(self.carried[0])
        return self.item.text

    @property
    def below(self) -> tuple[Carried, ...]:
        """Those listed under the item, as its text does not name them."""
        return self.carried if self.item.holds_carried else ()

    @property
    def speaker(self) -> str:
        return self.item.speaker

    @property
    def minutes(self) -> int | None:
        return self.item.minutes

    @property
    def is_internal(self) -> bool:
        return self.item.is_internal

    @property
    def material(self) -> MeetingFile | None:
        return self.item.material


def placed_text(row: Carried) -> str:
    return f"Rekomendasi {row.told}"


class Agenda:
    """One meeting's. Without `carried` (a paper that does not list them) placed
    recommendations stand as they were written."""

    def __init__(
        self,
        meeting: Meeting,
        items: Iterable[AgendaItem],
        carried: CarriedOver | None = None,
    ) -> None:
        self.meeting = meeting
        self._items = list(items)
        self._carried = carried

    @cached_property
    def slots(self) -> list[Slot]:
        start = local(self.meeting.starts_at, self.meeting.region)
        clock: dt.datetime | None = start
        found = []
        for item, rows in self._standing():
            time, clock = _hour(item, clock, start)
            found.append(Slot(item, time, rows))
        return found

    @property
    def printed(self) -> list[Slot]:
        """What goes on paper: all but the items of the committee."""
        return [slot for slot in self.slots if not slot.is_internal]

    @cached_property
    def left(self) -> list[Carried]:
        """Open recommendations nobody gave a place: they come by themselves, last."""
        if self._carried is None or any(item.holds_carried for item in self._items):
            return []
        return self._unplaced

    @property
    def left_told(self) -> list[str]:
        """The same in words; of settled minutes as they tell it."""
        settled = self._carried.left_told if self._carried else None
        return [row.told for row in self.left] if settled is None else settled

    @property
    def total(self) -> int:
        return sum(item.minutes or 0 for item, _rows in self._standing())

    @property
    def beyond(self) -> int:
        """Minutes by which the items go past the end of a meeting of one day."""
        if self.meeting.is_many_days:
            return 0
        lasts = self.meeting.ends_at - self.meeting.starts_at
        return max(0, self.total - int(lasts.total_seconds() // 60))

    @property
    def _unplaced(self) -> list[Carried]:
        placed = {item.recommendation_id for item in self._items}
        open_ones = self._carried.items if self._carried else []
        return [row for row in open_ones if row.pk not in placed]

    def _standing(self) -> list[tuple[AgendaItem, tuple[Carried, ...]]]:
        """Each item with what it carries; one whose recommendation is closed is gone."""
        if self._carried is None or not any(map(_is_carrying, self._items)):
            return [(item, ()) for item in self._items]
        open_ones = {row.pk: row for row in self._carried.items}
        found: list[tuple[AgendaItem, tuple[Carried, ...]]] = []
        for item in self._items:
            if item.holds_carried:
                found.append((item, tuple(self._unplaced)))
            elif item.recommendation_id is None:
                found.append((item, ()))
            elif item.recommendation_id in open_ones:
                found.append((item, (open_ones[item.recommendation_id],)))
        return found


def agenda_of(meeting: Meeting, carried: CarriedOver | None = None) -> Agenda:
    rows = meeting.agenda.select_related("material__file")
    return Agenda(meeting, rows, carried or CarriedOver(meeting))


def _is_carrying(item: AgendaItem) -> bool:
    return item.holds_carried or item.recommendation_id is not None


def _hour(
    item: AgendaItem, clock: dt.datetime | None, start: dt.datetime
) -> tuple[str, dt.datetime | None]:
    """(what is printed, when the next one begins if that is known)."""
    typed = item.time.strip()
    if typed:
        found = _HOUR.fullmatch(typed)
        if not found or not item.minutes:
            return typed, None
        clock = start.replace(hour=int(found[1]), minute=int(found[2]))
    if clock is None or not item.minutes:
        return "", None
    after = clock + dt.timedelta(minutes=item.minutes)
    return f"{jam(clock.time())}{DASH}{jam(after.time())}", after
