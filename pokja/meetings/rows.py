"""What forms, demo scenes and tests hand to the verbs that set a part of a meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focal_points.opd.models import Opd


@dataclass(frozen=True)
class AgendaRow:
    text: str
    time: str = ""
    speaker: str = ""
    minutes: int | None = None
    is_internal: bool = False
    material: int | None = None
    holds_carried: bool = False
    recommendation: int | None = None


@dataclass(frozen=True)
class OutcomeRow:
    text: str
    verdict: str = ""


@dataclass(frozen=True)
class AttendanceRow:
    """An OPD or another institution; the total is computed from men and women."""

    opd: Opd | None = None
    institution: str = ""
    men: int = 0
    women: int = 0
    names: str = ""
    represents: str = ""
    is_leader: bool = False

    @property
    def who(self) -> str:
        return self.opd.short_name if self.opd else self.institution


@dataclass(frozen=True)
class RecommendationFacts:
    text: str
    proposer_opd: Opd | None = None
    proposer: str = ""
    responsible_opd: Opd | None = None
    responsible: str = ""
    due_on: dt.date | None = None
    is_example: bool = False
    expected_proof: str = ""
    co_responsible: tuple[Opd, ...] = ()
