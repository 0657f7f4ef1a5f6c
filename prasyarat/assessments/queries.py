"""Reading answers: sheets for a date, the OPD map, what waits for whom.

`sheets`, `answers_for` and `opd_matrix` are what reports and Beranda call. Each takes a
constant number of queries, whatever the number of answers or OPD.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.book import Book, Pair, Row
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import item_of, level_of
from prasyarat.assessments.models import (
    OPEN_STATES,
    Answer,
    AnswerQuerySet,
    Evidence,
    RegionTarget,
    State,
)
from prasyarat.assessments.rights import may_read, why_not_fill
from prasyarat.instruments.models import Instrument, Prerequisite
from prasyarat.instruments.stored import rules_of
from prasyarat.instruments.use import current_instrument
from prasyarat.rules import asked_at
from prasyarat.scoring import PrerequisiteScore, Sheet
from prasyarat.scoring_methods import Method
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.regions.models import Region

COUNTED = "dihitung_portal"
MOST_LEFT_OVER = 100
NOT_OFFICIAL = "Nilai internal, bukan nilai APE resmi"


@dataclass(frozen=True)
class SheetRow:
    """One of the seven: both scores and its answers."""

    prerequisite: Prerequisite
    mandiri: PrerequisiteScore
    terverifikasi: PrerequisiteScore
    akhir: PrerequisiteScore

    @property
    def css(self) -> str:
        return f"k-{self.prerequisite.code.lower()}"


@dataclass(frozen=True)
class SheetPair:
    """Nilai mandiri and nilai terverifikasi of a region on a day, side by side."""

    region: Region
    on: dt.date
    instrument: Instrument
    mandiri: Sheet
    terverifikasi: Sheet
    akhir: Sheet
    rows: tuple[SheetRow, ...]
    answers: dict[str, Answer]
    book: Book

    note: str = NOT_OFFICIAL

    def counts(self) -> dict[str, int]:
        """How many of the asked items stand in which state; «belum_diisi» included."""
        found = dict.fromkeys([*State.values, COUNTED, "belum_diisi"], 0)
        figures = self.book.standing(self.on)
        for rule in self.book.rules:
            answer = self.answers.get(rule.code)
            nobody = COUNTED if rule.code in figures else "belum_diisi"
            found[answer.state if answer else nobody] += 1
        return found

    def carried(self) -> int:
        """Answers of an earlier year that nobody confirmed in the year of the day."""
        return sum(a.as_of.year < self.on.year for a in self.answers.values())


def sheets(
    region: Region,
    on: dt.date,
    instrument: Instrument | None = None,
    *,
    book: Book | None = None,
) -> SheetPair | None:
    """None while no instrument is published. `book`: of that instrument, if at hand."""
    instrument = instrument or current_instrument(region, on)
    if instrument is None:
        return None
    book = book or region_book(region, instrument)
    pair = book.at(on)
    return SheetPair(
        region=region,
        on=on,
        instrument=instrument,
        mandiri=pair.mandiri,
        terverifikasi=pair.terverifikasi,
        akhir=pair.akhir,
        rows=rows_of(instrument, pair),
        answers=book.latest(on),
        book=book,
    )


def rows_of(instrument: Instrument, pair: Pair) -> tuple[SheetRow, ...]:
    """All seven, also one nobody asks about at this level."""
    claimed = {group.code: group for group in pair.mandiri.prerequisites}
    proven = {group.code: group for group in pair.terverifikasi.prerequisites}
    settled = {group.code: group for group in pair.akhir.prerequisites}
    return tuple(
        SheetRow(
            prerequisite=prerequisite,
            mandiri=claimed.get(prerequisite.code, _empty(prerequisite.code)),
            terverifikasi=proven.get(prerequisite.code, _empty(prerequisite.code)),
            akhir=settled.get(prerequisite.code, _empty(prerequisite.code)),
        )
        for prerequisite in instrument.prerequisites.order_by("order")
    )


def answers_for(
    region: Region, on: dt.date, instrument: Instrument | None = None
) -> dict[str, Answer]:
    """The region's own newest answers per indicator code, with evidence and signers."""
    instrument = instrument or current_instrument(region, on)
    if instrument is None:
        return {}
    rows = answers_of(region, instrument).as_of(on).filter(opd=None)
    return {answer.indicator.code: answer for answer in rows}


def region_book(region: Region, instrument: Instrument) -> Book:
    return region_books(region, [instrument])[instrument.pk]


def region_books(region: Region, instruments: Iterable[Instrument]) -> dict[int, Book]:
    """By the key of the instrument; as many queries for several as for one."""
    asked = {instrument.pk: instrument for instrument in instruments}
    answers = _by_instrument(answers_of(region, *asked.values()).filter(opd=None))
    figures = _by_instrument(figures_of(region, *asked.values()).filter(opd=None))
    targets: dict[int, dict[str, Decimal]] = {}
    for pk, code, target in _targets(region, *asked.values()).values_list(
        "indicator__prerequisite__instrument", "indicator__code", "target"
    ):
        targets.setdefault(pk, {})[code] = target
    return {
        pk: Book(
            asked_at(rules_of(instrument), level_of(region)),
            tuple(answers.get(pk, ())),
            targets.get(pk, {}),
            Method(instrument.method),
            tuple(figures.get(pk, ())),
        )
        for pk, instrument in asked.items()
    }


def _by_instrument(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.indicator.prerequisite.instrument_id, []).append(row)
    return found


def opd_book(opd: Opd, instrument: Instrument) -> Book:
    rules = asked_at(rules_of(instrument), "O")
    answers = answers_of(opd.region, instrument).filter(opd=opd)
    figures = figures_of(opd.region, instrument).filter(opd=opd)
    return Book(
        rules,
        tuple(answers),
        targets_of(opd.region, instrument),
        Method(instrument.method),
        tuple(figures),
    )


def answers_of(region: Region, *instruments: Instrument) -> AnswerQuerySet:
    """Oldest first, so that a dict keeps the newest per indicator."""
    return (
        Answer.objects.filter(
            region=region, indicator__prerequisite__instrument__in=instruments
        )
        .select_related(
            "region",
            "opd",
            "indicator__prerequisite",
            "filled_by",
            "submitted_by",
            "verified_by",
        )
        .prefetch_related(Prefetch("evidence", Evidence.objects.select_related("file")))
        .order_by("as_of", "pk")
    )


def figures_of(region: Region, *instruments: Instrument) -> QuerySet[PortalFigure]:
    """Oldest first, as `answers_of`."""
    rows = PortalFigure.objects.filter(
        region=region, indicator__prerequisite__instrument__in=instruments
    )
    ordered = rows.order_by("as_of", "pk")
    return ordered.select_related("indicator__prerequisite")


def targets_of(region: Region, instrument: Instrument) -> dict[str, Decimal]:
    rows = _targets(region, instrument)
    return dict(rows.values_list("indicator__code", "target"))


def _targets(region: Region, *instruments: Instrument) -> QuerySet[RegionTarget]:
    return RegionTarget.objects.filter(
        region=region, indicator__prerequisite__instrument__in=instruments
    )


def waiting_for(actor: Actor) -> QuerySet[Answer]:
    """Answers this actor may judge: not his own, his office's, or of his own OPD."""
    if actor.role is None or not can(actor, Permission.ANSWER_VERIFY):
        return Answer.objects.none()
    return (
        Answer.objects.owned_by(actor)
        .waiting()
        .standing()
        .exclude(filled_role=actor.role)
        .exclude(Q(filled_by=actor.user_id) | Q(submitted_by=actor.user_id))
        .exclude(opd__in=opd_ids_appointing(actor))
    )


def needing_work(actor: Actor) -> QuerySet[Answer]:
    """Returned answers this actor's side has to mend."""
    rows = Answer.objects.owned_by(actor).standing().filter(state=State.NEEDS_WORK)
    if actor.role == Role.FOCAL_POINT:
        return rows.filter(opd__in=opd_ids_of(actor))
    if actor.role in {Role.SEKRETARIAT, Role.BAPPEDA}:
        return rows.filter(filled_role=actor.role)
    return rows.none()


def waiting(actor: Actor) -> QuerySet[Answer]:
    """The number beside the menu entry: what this actor has to act on."""
    is_focal_point = actor.role == Role.FOCAL_POINT
    return needing_work(actor) if is_focal_point else waiting_for(actor)


def left_over(actor: Actor, used: Instrument) -> list[Answer]:
    """Begun or returned under an instrument that is no longer in use; his to finish."""
    rows = (
        Answer.objects.owned_by(actor)
        .standing()
        .filter(state__in=OPEN_STATES)
        .exclude(indicator__prerequisite__instrument=used)
        .select_related(
            "region", "opd", "filled_by", "indicator__prerequisite__instrument"
        )
        .order_by("indicator_id", "opd_id")
    )
    if actor.role in OPD_ROLES:
        rows = rows.filter(opd__in=opd_ids_of(actor))
    return [
        answer
        for answer in rows[:MOST_LEFT_OVER]
        if not why_not_fill(item_of(answer), actor) and may_read(actor, answer)
    ]


def _empty(code: str) -> PrerequisiteScore:
    return PrerequisiteScore(items=(), code=code)
