"""Reading the calendar, the attendance and the proposals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q

from focal_points.planning.hanging import Hung, hung_on
from focal_points.planning.models import (
    GenderProposal,
    Musrenbang,
    ProposalState,
    Stage,
    StageKind,
    When,
)
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

LOOKS = {
    When.COMING: ("bel", "clock"),
    When.RUNNING: ("aju", "calendar-event"),
    When.OVER: ("ver", "check"),
}
PROPOSAL_LOOKS = {
    ProposalState.OPEN: ("bel", "circle-dashed"),
    ProposalState.TAKEN: ("set", "circle-check"),
    ProposalState.LEFT: ("kem", "x"),
}
_ORDER: dict[str, int] = {kind.value: place for place, kind in enumerate(StageKind)}


@dataclass(frozen=True)
class StageRow:
    stage: Stage
    when: When
    hung: list[Hung] = field(default_factory=list)

    @property
    def tone(self) -> str:
        return LOOKS[self.when][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.when][1]


def calendar_of(
    region: Region, budget_year: int, day: dt.date, actor: Actor
) -> list[StageRow]:
    rows = Stage.objects.filter(region=region, budget_year=budget_year)
    stages = sorted(
        rows.select_related("region"), key=lambda row: (row.starts_on, _ORDER[row.kind])
    )
    hung = hung_on(stages, actor)
    return [StageRow(stage, stage.when_on(day), hung[stage.pk]) for stage in stages]


def years_of(region: Region, chosen: int, day: dt.date) -> list[int]:
    """Years to choose from: those with stages, next year's budget, and the chosen one."""
    found = Stage.objects.filter(region=region).values_list("budget_year", flat=True)
    return sorted({*found.distinct().order_by(), chosen, day.year + 1}, reverse=True)


@dataclass(frozen=True)
class Attendance:
    """Sums of what was counted; `counted` of `held` kecamatan have both numbers."""

    men: int | None
    women: int | None
    counted: int
    held: int

    @property
    def share(self) -> float | None:
        """Women of every hundred; None while nobody was counted."""
        total = (self.men or 0) + (self.women or 0)
        return 100 * (self.women or 0) / total if total else None


def attendance_of(rows: Iterable[Musrenbang]) -> Attendance:
    """Only kecamatan with both numbers are summed, so that the share is honest."""
    rows = list(rows)
    both = [
        (row.men, row.women)
        for row in rows
        if row.men is not None and row.women is not None
    ]
    return Attendance(
        men=sum(men for men, _ in both) if both else None,
        women=sum(women for _, women in both) if both else None,
        counted=len(both),
        held=len(rows),
    )


def held_in(stage: Stage) -> list[Musrenbang]:
    rows = stage.held.annotate(
        proposal_count=Count("proposals"),
        taken_count=Count("proposals", filter=Q(proposals__state=ProposalState.TAKEN)),
    )
    return list(rows.order_by("kecamatan"))


@dataclass(frozen=True)
class ProposalRow:
    proposal: GenderProposal

    @property
    def look(self) -> tuple[str, str, str]:
        state = ProposalState(self.proposal.state)
        tone, icon = PROPOSAL_LOOKS[state]
        return tone, str(state.label), icon


def proposals_of(stage: Stage) -> list[ProposalRow]:
    rows = GenderProposal.objects.filter(musrenbang__stage=stage)
    rows = rows.select_related("musrenbang", "opd")
    return [ProposalRow(row) for row in rows.order_by("musrenbang__kecamatan", "pk")]
