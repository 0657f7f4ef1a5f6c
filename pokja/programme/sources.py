"""What hangs on programme lines and lives in a slice above this one.

Meetings register themselves here, so that the arrow stays one-way: the programme knows
how to add up what it is told, not what a meeting is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting or bimtek that hangs on the line with the root `key`."""

    key: int
    title: str
    url: str
    kind: str
    day: dt.date
    state: str
    tone: tuple[str, str]
    men: int
    women: int
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """One follow-up that is done through the line with the root `key`."""

    key: int
    number: str
    text: str
    url: str
    owner: str
    opd_id: int | None
    state: str
    tone: tuple[str, str]
    is_done: bool


HeldOn = Callable[[Collection[int]], list[Held]]
PromisedOn = Callable[[Collection[int]], list[Promise]]
DutiesHeld = Callable[[Region, Semester], list[tuple[str, ...]]]


@dataclass(frozen=True)
class Source:
    held: HeldOn
    promised: PromisedOn
    # The tugas a–l of every meeting with settled minutes in a semester.
    duties: DutiesHeld


_sources: list[Source] = []


def register(source: Source) -> None:
    if source not in _sources:
        _sources.append(source)


def held_on(keys: Collection[int]) -> list[Held]:
    return [row for source in _sources for row in source.held(keys)]


def promised_on(keys: Collection[int]) -> list[Promise]:
    return [row for source in _sources for row in source.promised(keys)]


def duties_held(region: Region, semester: Semester) -> list[tuple[str, ...]]:
    return [row for source in _sources for row in source.duties(region, semester)]
