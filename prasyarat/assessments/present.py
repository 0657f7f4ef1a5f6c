"""What the pages show, decided here: badges, bars, lines. Templates only draw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from prasyarat.assessments.evidence import (
    MOST_USES,
    EvidenceState,
    evidence_state,
    is_outside,
    page_number,
)
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.queries import COUNTED, SheetPair, SheetRow
from prasyarat.instruments.models import Indicator
from prasyarat.scoring import ItemScore, Tally, rounded
from pug_portal.lib.charts import Petal, bar, rose


@dataclass(frozen=True)
class Badge:
    tone: str
    label: str
    icon: str


BADGES = {
    "belum_diisi": Badge("bel", "Belum diisi", "circle-dashed"),
    COUNTED: Badge("ver", "Dihitung portal", "refresh"),
    State.DRAFT: Badge("draf", "Draf", "pencil"),
    State.SUBMITTED: Badge("aju", "Diajukan", "send"),
    State.NEEDS_WORK: Badge("kem", "Perlu perbaikan", "arrow-back-up"),
    State.VERIFIED: Badge("ver", "Terverifikasi", "shield-check"),
    State.NOT_APPLICABLE: Badge("set", "Tidak berlaku", "circle-check"),
}
CLAIMED_AWAY = Badge("aju", "Tidak berlaku, menunggu", "send")
HIDDEN = Badge("bel", "Belum terverifikasi", "circle-dashed")


def badge_of(answer: Answer | None) -> Badge:
    if answer is None:
        return BADGES["belum_diisi"]
    if answer.state == State.NOT_APPLICABLE and not answer.is_verified:
        return CLAIMED_AWAY
    return BADGES[State(answer.state)]


def carried_from(answer: Answer | None, on: dt.date) -> int | None:
    """An answer holds until a later one; one of an earlier year waits to be confirmed."""
    if answer is None or answer.as_of.year >= on.year:
        return None
    return answer.as_of.year


@dataclass(frozen=True)
class EvidenceLine:
    evidence: Evidence
    state: EvidenceState
    uses: int = 0
    version: int | None = None
    newest: int | None = None

    @property
    def holds(self) -> bool:
        return self.state is EvidenceState.VALID

    @property
    def is_outside(self) -> bool:
        return is_outside(self.evidence.file, self.evidence.answer.as_of.year)

    @property
    def is_often(self) -> bool:
        return self.uses > MOST_USES

    @property
    def has_newer(self) -> bool:
        return bool(self.version and self.newest and self.version < self.newest)

    @property
    def page(self) -> int | None:
        """The page that «hal. 12» names, to open the file there."""
        return page_number(self.evidence.page)


def evidence_lines(answer: Answer | None, on: dt.date) -> list[EvidenceLine]:
    rows = list(answer.evidence.all()) if answer else []
    return [EvidenceLine(item, evidence_state(item, on)) for item in rows]


@dataclass(frozen=True)
class Line:
    """One indicator in a list. Without `is_readable` only its state is told."""

    indicator: Indicator
    answer: Answer | None
    badge: Badge
    claimed: ItemScore | None
    proven: ItemScore
    is_readable: bool
    evidence: list[EvidenceLine]
    carried_from: int | None = None
    """The year of an answer that nobody confirmed since."""

    @property
    def has_expired(self) -> bool:
        return any(line.state is EvidenceState.EXPIRED for line in self.evidence)


@dataclass(frozen=True)
class Gain:
    """What one item would still add to its prerequisite's score."""

    indicator: Indicator
    item: ItemScore
    points: Decimal


def gains(
    tally: Tally, indicators: Mapping[str, Indicator], limit: int = 5
) -> list[Gain]:
    """The largest first; of equals the instrument's own order."""
    found = [
        Gain(
            indicators[item.code],
            item,
            tally.gain_of(item),
        )
        for item in tally.items
        if item.counts and item.possible > item.earned
    ]
    return sorted(found, key=lambda gain: -gain.points)[:limit]


@dataclass(frozen=True)
class SevenRow:
    """A line of the overview: name, two scores, progress, bar."""

    row: SheetRow
    chart: SafeString


def seven_rows(pair: SheetPair, *, with_claims: bool) -> list[SevenRow]:
    return [
        SevenRow(
            row,
            bar(
                rounded(row.terverifikasi.value),
                row.css,
                claimed=rounded(row.mandiri.value) if with_claims else None,
            ),
        )
        for row in pair.rows
    ]


def seven_rose(pair: SheetPair, *, with_claims: bool) -> SafeString:
    petals = [
        Petal(
            row.css,
            row.prerequisite.name,
            rounded(row.terverifikasi.value),
            row.prerequisite.icon,
            claimed=rounded(row.mandiri.value) if with_claims else None,
        )
        for row in pair.rows
    ]
    # Rounded once: 20,645 is 20,6 here as in the text beside it.
    return rose(petals, rounded(pair.terverifikasi.total, 1))
