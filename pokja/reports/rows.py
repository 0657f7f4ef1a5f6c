"""Rows of the report about decrees, members, prerequisites, meetings and files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pokja.meetings.balance import imbalance


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file that stands behind the report. Pages are known for PDF only."""

    group: str
    caption: str
    name: str
    pages: int | None
    size: int
    sha256: str
    dated: dt.date | None


@dataclass(frozen=True, slots=True)
class DecreeRow:
    kind: str
    number: str
    signed_on: dt.date | None
    title: str
    signatory: str
    effective_from: dt.date | None
    effective_until: dt.date | None
    status: str
    scan: FileRow | None
    # Of one OPD: such decrees are many and are not part of the legal basis.
    is_of_opd: bool = False


@dataclass(frozen=True, slots=True)
class MemberRow:
    team: str
    name: str
    position: str
    institution: str
    sex: str
    standing: str
    note: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    code: str
    text: str
    answer: str
    self_score: Decimal | None
    verified_score: Decimal | None
    maximum: Decimal
    state: str
    note: str
    evidence: int

    @property
    def is_fulfilled(self) -> bool:
        """By a verified answer alone."""
        return self.verified_score is not None and self.verified_score >= self.maximum


@dataclass(frozen=True, slots=True)
class PrerequisiteRow:
    code: str
    order: int
    name: str
    applicable: int
    filled: int
    self_value: Decimal | None
    verified_value: Decimal | None
    indicators: tuple[IndicatorRow, ...]

    @property
    def fulfilled(self) -> int:
        return sum(row.is_fulfilled for row in self.indicators)

    @property
    def noted(self) -> tuple[IndicatorRow, ...]:
        return tuple(row for row in self.indicators if row.note)


@dataclass(frozen=True, slots=True)
class Assessment:
    instrument: str
    as_of: dt.date
    self_value: Decimal | None
    verified_value: Decimal | None
    prerequisites: tuple[PrerequisiteRow, ...]


@dataclass(frozen=True, slots=True)
class MinutesPoint:
    text: str
    points: tuple[MinutesPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    institution: str
    represents: str
    men: int
    women: int
    is_leader: bool

    @property
    def total(self) -> int:
        return self.men + self.women


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photograph by the fingerprint of its file, so that the frozen text names it."""

    sha256: str
    caption: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Minutes are there once they are settled."""

    title: str
    kind: str
    theme: str
    held: str
    date: str
    place: str
    organiser: str
    host: str
    chair: str
    notulis: str
    opened_by: str
    speakers: tuple[str, ...]
    state: str
    is_settled: bool
    settled_on: dt.date | None
    duties: tuple[str, ...]
    agenda: tuple[tuple[str, str, str], ...]
    outcomes: tuple[tuple[str, str], ...]
    attendance: tuple[AttendanceRow, ...]
    summary: str
    minutes: tuple[MinutesPoint, ...]
    photos: tuple[PhotoRow, ...]
    # From the second on: a correction made it. Reports frozen before have none.
    version: int | None = None

    @property
    def men(self) -> int:
        return sum(row.men for row in self.attendance)

    @property
    def women(self) -> int:
        return sum(row.women for row in self.attendance)

    @property
    def total(self) -> int:
        return self.men + self.women

    @property
    def imbalance(self) -> str:
        """What minutes and pages say too when a sex is too few."""
        return imbalance(self.men, self.women)


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    number: str
    text: str
    proposer: str
    responsible: str
    due_on: dt.date | None
    status: str
    is_open: bool
    is_example: bool
    latest_note: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One of Bappeda's six roles: what the data shows, and what Bappeda writes."""

    number: int
    role: str
    facts: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DutyRow:
    letter: str
    text: str
    activities: int
    meetings: int


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One index by one method; `newest` is the year that «n» stands for."""

    code: str
    name: str
    method: str
    direction: str
    places: int
    newest: int | None
    two_before: Decimal | None
    one_before: Decimal | None
    current: Decimal | None
    province: Decimal | None
    nation: Decimal | None
    source: str

    @property
    def years(self) -> tuple[tuple[int | None, Decimal | None], ...]:
        """(year, value) of n-2, n-1 and n."""
        values = (self.two_before, self.one_before, self.current)
        return tuple(
            (None if self.newest is None else self.newest - back, value)
            for back, value in zip((2, 1, 0), values, strict=True)
        )
