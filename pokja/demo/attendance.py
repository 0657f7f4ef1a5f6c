"""Who came, by name: invented people and seats in the numbers a source gives."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from pokja.attendance.actions import add_participant, mark_list, mark_one, prefill
from pokja.attendance.models import Coming, Participant
from pokja.attendance.people import Mark, Person
from pokja.demo.people import invented
from pokja.meetings.days import days_of
from pokja.meetings.models import Meeting
from pokja.meetings.rows import AttendanceRow
from pokja.meetings.scenes import Attend
from pug_portal.access.actor import Actor

# Far from the numbers the accounts take, so that few names are met twice.
FIRST = 260
STAFF = "Staf"
# Of a training of two days every so many stay away on the second one.
AWAY_LATER = 15


def by_name(by: Actor, *, from_registers: bool = True) -> Attend:
    """`from_registers`: members and focal points of that day stand on the list first."""

    def attend(meeting: Meeting, rows: Sequence[AttendanceRow]) -> None:
        if from_registers:
            prefill(meeting=meeting, by=by)
        _Roll(meeting, by).call(rows)

    return attend


class _Roll:
    def __init__(self, meeting: Meeting, by: Actor) -> None:
        self.meeting, self.by = meeting, by
        self.names = {"L": _names("L"), "P": _names("P")}
        self.left: dict[str, Counter[str]] = {}
        self.marks: dict[int, Mark] = {}

    def call(self, rows: Sequence[AttendanceRow]) -> None:
        for row in rows:
            self.left[_row_place(row)] = Counter(L=row.men, P=row.women)
        chairs = list(
            self.meeting.participants.select_related("opd", "appointment__opd__region")
        )
        for chair in sorted(chairs, key=lambda chair: not chair.is_known):
            self.marks[chair.pk] = self._mark(chair)
        for row in rows:
            self._add_others(row)
        for number, day in enumerate(days_of(self.meeting)):
            self._write(day, is_first=not number)

    def _mark(self, chair: Participant) -> Mark:
        """Present while the source counts somebody of that sex, else represented."""
        left = self.left.get(_chair_place(chair), Counter())
        if chair.is_known and left[chair.sex]:
            left[chair.sex] -= 1
            return Mark(Coming.PRESENT)
        sex = next((sex for sex in "PL" if left[sex]), "")
        if not sex:
            return Mark(Coming.EXCUSED)
        left[sex] -= 1
        return self._represented(sex, STAFF)

    def _represented(self, sex: str, position: str) -> Mark:
        return Mark(Coming.REPRESENTED, next(self.names[sex]), position, sex)

    def _add_others(self, row: AttendanceRow) -> None:
        left = self.left[_row_place(row)]
        for sex in left.elements():
            if row.represents:
                person = Person(
                    position=row.represents,
                    institution=self.meeting.region.name,
                    is_leader=row.is_leader,
                )
                mark = self._represented(sex, self.meeting.opened_by)
            else:
                person = Person(
                    next(self.names[sex]), sex, STAFF, row.opd, row.institution
                )
                mark = Mark(Coming.PRESENT)
            chair = add_participant(meeting=self.meeting, person=person, by=self.by)
            self.marks[chair.pk] = mark

    def _write(self, day: dt.date, *, is_first: bool) -> None:
        marks = dict(self.marks)
        if not is_first:
            for pk in list(marks)[::AWAY_LATER]:
                marks[pk] = Mark(Coming.EXCUSED)
        for chair in self.meeting.participants.all():
            if marks[chair.pk].is_represented:
                mark = marks.pop(chair.pk)
                mark_one(participant=chair, day=day, mark=mark, by=self.by)
        states = {pk: ("", mark.state) for pk, mark in marks.items()}
        mark_list(meeting=self.meeting, day=day, states=states, by=self.by)


def _names(sex: str) -> Iterator[str]:
    people = (invented(number) for number in count(FIRST))
    return (name for name, found in people if found == sex)


def _row_place(row: AttendanceRow) -> str:
    return f"opd {row.opd.pk}" if row.opd else row.institution


def _chair_place(chair: Participant) -> str:
    """People a kabupaten sends are counted with their government."""
    if chair.opd_id:
        return f"opd {chair.opd_id}"
    if chair.appointment:
        return f"Pemerintah {chair.appointment.opd.region.name}"
    return chair.institution
