"""A region's sheet on a day, turned into the list of steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from prasyarat.assessments.book import Book
from prasyarat.assessments.models import Answer, State
from prasyarat.assessments.queries import region_book
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.next_steps.effort import Effort, efforts
from prasyarat.next_steps.models import AwardLevel
from prasyarat.next_steps.ranking import (
    Step,
    Todo,
    gaps_of,
    is_claimed_away,
    is_gap,
    shown_total,
    steps_of,
    with_fixed,
)
from prasyarat.scoring import ItemScore, ItemState, Sheet, score_sheet
from pug_portal.access.roles import Role
from pug_portal.regions.models import Region

HANDS_IN = {
    State.DRAFT: "Jawaban sudah lengkap tetapi masih draf: ajukan, lalu minta diverifikasi.",
    State.NEEDS_WORK: "Perbaiki menurut catatan pemeriksa, ajukan ulang, lalu minta diverifikasi.",
}
TO_VERIFY = "Jawaban sudah diajukan: minta diverifikasi."
TO_PROVE = "Lampirkan bukti yang berlaku, ajukan, lalu minta diverifikasi."
TO_RAISE = "Nilai penuh menuntut bukti itu dan capaian yang lebih tinggi."
FILLS = {
    Role.SEKRETARIAT: "diisi sekretariat di portal",
    Role.BAPPEDA: "diisi Bappeda di portal",
    Role.FOCAL_POINT: "diisi focal point di portal",
}
SEKRETARIAT, BAPPEDA = "Sekretariat Pokja", "Bappeda"


@dataclass(frozen=True)
class Line:
    """A step with its words, ready to be drawn or printed."""

    place: int
    step: Step
    indicator: Indicator
    todo: str
    ask: str
    is_chosen: bool = False

    @property
    def effort(self) -> Effort:
        return self.step.gap.effort

    @property
    def in_short(self) -> str:
        """The words a plan begins with."""
        kind = self.step.gap.todo
        if kind is Todo.VERIFY:
            return f"Menuntaskan verifikasi {self.indicator.code}"
        if kind is Todo.EVIDENCE:
            return f"Melampirkan bukti {self.indicator.code}: {self.evidence}"
        return f"Memenuhi {self.indicator.code}: {self.indicator.text}"[:300]

    @property
    def evidence(self) -> str:
        return self.indicator.typical_evidence or "bukti dukung"


@dataclass(frozen=True)
class Outlook:
    """Where the region stands, and what would raise it."""

    region: Region
    on: dt.date
    instrument: Instrument
    proven: Sheet
    claimed: Sheet
    steps: tuple[Step, ...]
    indicators: dict[str, Indicator]
    answers: dict[str, Answer]
    proven_answers: dict[str, Answer]
    levels: tuple[AwardLevel, ...] = ()

    @property
    def total(self) -> Decimal:
        return shown_total(self.proven)

    @property
    def reachable(self) -> Decimal:
        return self.steps[-1].after if self.steps else self.total

    @property
    def without_target(self) -> tuple[ItemScore, ...]:
        return self.proven.without_target

    @property
    def claimed_away(self) -> list[str]:
        said = {item.code: item for item in self.claimed.items}
        return [
            item.code
            for item in self.proven.items
            if is_gap(item) and is_claimed_away(said.get(item.code))
        ]

    def if_done(self, codes: Collection[str]) -> Decimal:
        return shown_total(with_fixed(self.proven, set(codes)))

    def level_at(self, score: Decimal) -> AwardLevel | None:
        return level_at(self.levels, score)

    def is_closed(self, code: str) -> bool:
        """Full and verified, or agreed that it does not apply."""
        item = next((one for one in self.proven.items if one.code == code), None)
        return item is not None and (
            item.state is ItemState.NOT_APPLICABLE
            or (item.state is ItemState.SCORED and item.score >= item.max)
        )


def level_at(levels: Collection[AwardLevel], score: Decimal) -> AwardLevel | None:
    """The highest level whose threshold is reached."""
    reached = [level for level in levels if level.from_score <= score]
    return max(reached, key=lambda level: level.from_score, default=None)


def outlook(
    region: Region,
    on: dt.date,
    instrument: Instrument,
    *,
    with_claims: bool,
    levels: tuple[AwardLevel, ...] = (),
    book: Book | None = None,
) -> Outlook:
    """Without claims only what is verified speaks, as on every page of the assessment.

    `book`: another one than the region's own, as that of an OPD.
    """
    book = book or region_book(region, instrument)
    pair = book.at(on)
    claimed = pair.terverifikasi
    if with_claims:
        claimed = _still_claimed(pair.mandiri, pair.terverifikasi, book.latest(on))
    known = efforts()

    def effort_of(code: str, todo: Todo) -> Effort:
        if todo is Todo.VERIFY:
            return known.verify
        if todo is Todo.EVIDENCE:
            return known.evidence
        return known.of(instrument.code, code)

    proven = pair.terverifikasi
    return Outlook(
        region=region,
        on=on,
        instrument=instrument,
        proven=proven,
        claimed=claimed,
        steps=steps_of(
            proven,
            gaps_of(
                proven,
                claimed,
                effort_of,
                documented=documented(book, on) if with_claims else None,
            ),
        ),
        indicators=indicators_of(instrument),
        answers=book.latest(on) if with_claims else book.latest_verified(on),
        proven_answers=book.latest_verified(on),
        levels=levels,
    )


def _still_claimed(
    claimed: Sheet, proven: Sheet, newest: Mapping[str, Answer]
) -> Sheet:
    """Once an answer is verified the verifier's word stands: it waits for nobody."""
    judged = {one.code: one for one in proven.items}
    items = tuple(
        judged[one.code]
        if (answer := newest.get(one.code)) and answer.is_verified
        else one
        for one in claimed.items
    )
    return replace(claimed, items=items)


def documented(book: Book, on: dt.date) -> Sheet:
    """As claimed, were every answer evidenced."""
    given = {
        code: replace(each, has_valid_evidence=True)
        for code, each in book.given(on).items()
    }
    return score_sheet(
        book.rules, given, region_targets=book.targets, method=book.method
    )


def indicators_of(instrument: Instrument) -> dict[str, Indicator]:
    rows = Indicator.objects.filter(prerequisite__instrument=instrument)
    return {one.code: one for one in rows.select_related("prerequisite")}


def levels_of(instrument: Instrument) -> tuple[AwardLevel, ...]:
    return tuple(AwardLevel.objects.filter(instrument=instrument))


def lines_of(seen: Outlook, chosen: Collection[str] = ()) -> list[Line]:
    return [
        Line(
            place=place,
            step=step,
            indicator=seen.indicators[step.gap.code],
            todo=todo_words(seen, step),
            ask=whom_to_ask(seen, step),
            is_chosen=step.gap.code in chosen,
        )
        for place, step in enumerate(seen.steps, 1)
    ]


def todo_words(seen: Outlook, step: Step) -> str:
    kind = step.gap.todo
    if kind is Todo.VERIFY:
        answer = seen.answers.get(step.gap.code)
        return HANDS_IN.get(State(answer.state), TO_VERIFY) if answer else TO_VERIFY
    if kind is Todo.EVIDENCE:
        return TO_PROVE
    said = {item.code: item for item in seen.claimed.items}.get(step.gap.code)
    if said is not None and said.state is ItemState.NO_EVIDENCE:
        return f"{said.explanation} {TO_RAISE}"
    return step.gap.item.explanation


def whom_to_ask(seen: Outlook, step: Step) -> str:
    """Who can do the next thing: the verifier of what lies there, else who is responsible."""
    answer = seen.answers.get(step.gap.code)
    is_sent = answer is not None and answer.state == State.SUBMITTED
    if answer is not None and is_sent and step.gap.todo is Todo.VERIFY:
        by_desk = answer.filled_role == Role.SEKRETARIAT
        return f"{BAPPEDA if by_desk else SEKRETARIAT} (memverifikasi)"
    indicator = seen.indicators[step.gap.code]
    fills = FILLS.get(indicator.responsible_role, "")  # type: ignore[call-overload]
    return f"{indicator.responsible} ({fills})" if fills else indicator.responsible
