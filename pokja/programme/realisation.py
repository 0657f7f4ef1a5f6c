"""Realisasi of a line, computed from what hangs on it. Nothing is counted twice.

A meeting, a visit and a follow-up name one line each. An OPD activity names a sub
kegiatan and tugas a–l; where several lines of the programme would do, `share_out` gives
it to one of them. People are counted at meetings alone and rupiah at activities alone:
the same bimtek is often both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from focal_points.progress.models import Activity, State
from pokja.programme.codes import normal
from pokja.programme.models import MonevVisit, Programme, ProgrammeLine
from pokja.programme.sources import Held, Promise, held_on, promised_on


class Coded(Protocol):
    sub_activity_code: str
    duties: list[str]


class Planned(Coded, Protocol):
    @property
    def key(self) -> int: ...


C = TypeVar("C", bound=Coded)


def share_out(
    activities: Iterable[C], lines: Sequence[Planned]
) -> tuple[dict[int, list[C]], list[C]]:
    """Each activity to the line of its sub kegiatan that shares most tugas with it.

    Of equals the first line has it. Second: activities with a code of this programme
    that share no tugas with any of its lines; they count for none.
    """
    by_code: defaultdict[str, list[Planned]] = defaultdict(list)
    for line in lines:
        if line.sub_activity_code:
            by_code[normal(line.sub_activity_code)].append(line)
    shared: defaultdict[int, list[C]] = defaultdict(list)
    left_out: list[C] = []
    for activity in activities:
        rivals = by_code.get(normal(activity.sub_activity_code), [])
        if not activity.sub_activity_code or not rivals:
            continue
        best = max(rivals, key=lambda line: _common(line, activity))
        if _common(best, activity):
            shared[best.key].append(activity)
        else:
            left_out.append(activity)
    return dict(shared), left_out


def _common(line: Coded, activity: Coded) -> int:
    return len(set(line.duties) & set(activity.duties))


@dataclass(frozen=True)
class Realisation:
    """What hangs on one line; the figures count settled and verified things only."""

    held: list[Held] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    visits: list[MonevVisit] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)

    @property
    def settled(self) -> list[Held]:
        return [row for row in self.held if row.is_settled]

    @property
    def meetings(self) -> int:
        return len(self.settled)

    @property
    def men(self) -> int:
        return sum(row.men for row in self.settled)

    @property
    def women(self) -> int:
        return sum(row.women for row in self.settled)

    @property
    def realized(self) -> int | None:
        """None when no activity says what it cost."""
        known = [row.realized for row in self.activities if row.realized is not None]
        return sum(known) if known else None

    @property
    def promises_done(self) -> int:
        return sum(row.is_done for row in self.promises)

    @property
    def is_empty(self) -> bool:
        return not (self.meetings or self.activities or self.visits or self.promises)


@dataclass(frozen=True)
class ProgrammeRealisation:
    by_key: dict[int, Realisation]
    # Verified activities with a code of this programme, but with none of its tugas.
    left_out: list[Activity]

    def of(self, line: ProgrammeLine) -> Realisation:
        return self.by_key.get(line.key) or Realisation()

    @property
    def total(self) -> Realisation:
        rows = self.by_key.values()
        return Realisation(
            held=[held for row in rows for held in row.held],
            activities=[each for row in rows for each in row.activities],
            visits=[visit for row in rows for visit in row.visits],
            promises=[promise for row in rows for promise in row.promises],
        )


def realisation_of(
    programme: Programme,
    lines: Sequence[ProgrammeLine],
    *,
    half: int = 2,
    only: ProgrammeLine | None = None,
    with_promises: bool = True,
) -> ProgrammeRealisation:
    """Up to the end of Semester `half` of its year; four queries, however many lines.

    `only`: what hangs on this line alone; its neighbours still have their activities.
    """
    keys = [only.key] if only else [line.key for line in lines]
    until = 6 if half == 1 else 12
    activities, left_out = share_out(verified_activities(programme, half), lines)
    found: defaultdict[int, Realisation] = defaultdict(Realisation)
    for key, rows in activities.items():
        found[key].activities.extend(rows)
    for held in held_on(keys):
        if held.day.month <= until:
            found[held.key].held.append(held)
    visits = MonevVisit.objects.filter(line__in=keys).select_related("opd")
    for visit in visits.order_by("visited_on", "pk"):
        if visit.visited_on.month <= until:
            found[visit.line_id or 0].visits.append(visit)
    for promise in promised_on(keys) if with_promises else []:
        found[promise.key].promises.append(promise)
    return ProgrammeRealisation(dict(found), left_out)


def verified_activities(programme: Programme, half: int) -> list[Activity]:
    rows = Activity.objects.filter(
        progress__opd__region=programme.region_id,
        progress__period__year=programme.year,
        progress__period__half__lte=half,
        progress__state=State.VERIFIED,
    ).exclude(sub_activity_code="")
    return list(
        rows.select_related("progress__opd", "progress__period").order_by(
            "progress__period__half", "progress__opd__name", "order", "pk"
        )
    )
