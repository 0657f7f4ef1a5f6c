"""Rows of the report about the work programme and the monev visits of a semester."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProgrammeLineRow:
    duties: tuple[str, ...]
    activity: str
    aim: str
    beneficiaries: str
    indicator: str
    target: str
    months: str
    responsible: str
    executors: str
    budget: int | None
    fund_source: str
    sub_activity_code: str
    code_rule: str
    status: str
    # Typed by people; the figures beside it are computed.
    realisation: str
    obstacles: str
    meetings: int
    men: int
    women: int
    activities: int
    realized: int | None
    visits: int


@dataclass(frozen=True, slots=True)
class VisitRow:
    opd: str
    visited_on: dt.date
    team: tuple[str, ...]
    # (finding, follow-up asked for, what became of it)
    findings: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ProgrammeMatrix:
    """The programme in force for the year of the report, and the visits of its semester."""

    title: str
    settled_on: dt.date | None
    basis: str
    lines: tuple[ProgrammeLineRow, ...]
    visits: tuple[VisitRow, ...]
    note: str

    @property
    def budget(self) -> int:
        return sum(row.budget or 0 for row in self.lines)

    @property
    def realized(self) -> int:
        return sum(row.realized or 0 for row in self.lines)

    @property
    def statuses(self) -> tuple[tuple[str, int], ...]:
        """(status, how many) in the order in which they first occur."""
        held = [row.status for row in self.lines]
        return tuple((status, held.count(status)) for status in dict.fromkeys(held))
