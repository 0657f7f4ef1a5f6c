"""Realisasi tugas Pokja: all twelve tugas of a semester, also those without anything."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from focal_points.progress.duties import DUTIES
from focal_points.progress.models import Activity, State
from pokja.programme.choices import LineStatus
from pokja.programme.choices import State as Version
from pokja.programme.models import MonevVisit, ProgrammeLine
from pokja.programme.sources import duties_held
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

# A monev visit is tugas i, whatever line it hangs on.
MONITORING = "i"


@dataclass(frozen=True, slots=True)
class DutyRow:
    letter: str
    text: str
    lines: int
    done: int
    activities: int
    meetings: int
    visits: int

    @property
    def is_empty(self) -> bool:
        return not (self.activities or self.meetings or self.visits)


@dataclass(frozen=True, slots=True)
class DutyTable:
    """`activities`, `meetings`: each once, though one with two tugas stands in two rows."""

    rows: tuple[DutyRow, ...]
    activities: int
    meetings: int
    visits: int

    @property
    def untouched(self) -> tuple[DutyRow, ...]:
        return tuple(row for row in self.rows if row.is_empty)


def duty_table(region: Region, semester: Semester) -> DutyTable:
    """Verified activities, settled meetings, and lines of the programme in force."""
    lines = ProgrammeLine.objects.filter(
        programme__region=region,
        programme__year=semester.year,
        programme__state=Version.SETTLED,
    ).select_related("root__progress_record", "progress_record")
    planned: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for line in lines:
        status = line.record.status
        if status != LineStatus.CANCELLED:
            planned.update(line.duties)
        if status == LineStatus.DONE:
            done.update(line.duties)
    told = list(
        Activity.objects.filter(
            progress__opd__region=region,
            progress__period__year=semester.year,
            progress__period__half=semester.half,
            progress__state=State.VERIFIED,
        ).values_list("duties", flat=True)
    )
    activities = Counter(letter for duties in told for letter in duties)
    held = duties_held(region, semester)
    meetings = Counter(letter for duties in held for letter in duties)
    visits = MonevVisit.objects.filter(
        region=region, visited_on__range=(semester.start, semester.end)
    ).count()
    rows = tuple(
        DutyRow(
            letter,
            text,
            planned[letter],
            done[letter],
            activities[letter],
            meetings[letter],
            visits if letter == MONITORING else 0,
        )
        for letter, text in DUTIES.items()
    )
    return DutyTable(rows, sum(map(bool, told)), sum(map(bool, held)), visits)
