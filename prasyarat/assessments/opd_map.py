"""OPD × prerequisite: how many of an OPD's own indicators are fulfilled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from prasyarat.assessments.book import Book, books_by_opd
from prasyarat.assessments.models import State
from prasyarat.assessments.queries import answers_of, figures_of, targets_of
from prasyarat.instruments.models import Instrument, Prerequisite
from prasyarat.instruments.stored import rules_of
from prasyarat.instruments.use import current_instrument
from prasyarat.rules import HUNDRED, asked_at
from prasyarat.scoring import ItemScore, ItemState, band
from prasyarat.scoring_methods import Method
from pug_portal.regions.models import Region

SHARE_FROM = 3  # a percentage of fewer items would promise too much


@dataclass(frozen=True)
class OpdCell:
    """`total` leaves out what is not applicable or waits for a target."""

    prerequisite: Prerequisite
    fulfilled: int
    total: int
    filled: int

    @property
    def share(self) -> Decimal | None:
        if self.total < SHARE_FROM:
            return None
        return Decimal(self.fulfilled) * HUNDRED / self.total

    @property
    def is_shown_as_share(self) -> bool:
        return self.share is not None and self.filled > 0

    @property
    def css(self) -> str:
        """The tint; hatched where nothing was answered yet."""
        if not self.total or not self.filled:
            return "n0"
        return band(Decimal(self.fulfilled) * HUNDRED / self.total)


@dataclass(frozen=True)
class OpdRow:
    opd: Opd
    cells: tuple[OpdCell, ...]

    @property
    def fulfilled(self) -> int:
        return sum(cell.fulfilled for cell in self.cells)

    @property
    def total(self) -> int:
        return sum(cell.total for cell in self.cells)

    @property
    def has_gap(self) -> bool:
        return self.fulfilled < self.total


@dataclass(frozen=True)
class OpdMatrix:
    region: Region
    on: dt.date
    verified_only: bool
    prerequisites: tuple[Prerequisite, ...]
    rows: tuple[OpdRow, ...]

    def narrowed(self, tag: str = "", *, only_gaps: bool = False) -> OpdMatrix:
        """The same figures of fewer OPD."""
        rows = tuple(
            row
            for row in self.rows
            if (not tag or row.opd.tag == tag) and (row.has_gap or not only_gaps)
        )
        return replace(self, rows=rows)


def opd_matrix(
    region: Region,
    on: dt.date,
    instrument: Instrument | None = None,
    *,
    verified_only: bool = True,
) -> OpdMatrix | None:
    """Active OPD of the day. Drafts never count: their content is the OPD's alone."""
    instrument = instrument or current_instrument(region, on)
    if instrument is None:
        return None
    rules = asked_at(rules_of(instrument), "O")
    prerequisites = tuple(instrument.prerequisites.order_by("order"))
    until = answers_of(region, instrument).as_of(on)
    sent_by_opd = until.exclude(opd=None).exclude(state=State.DRAFT)
    targets = targets_of(region, instrument)
    method = Method(instrument.method)
    figures = figures_of(region, instrument).exclude(opd=None)
    books = books_by_opd(rules, sent_by_opd, targets, method=method, figures=figures)
    nothing = Book(rules, (), targets, method)
    rows = tuple(
        OpdRow(
            named_on(opd, on),
            tuple(_cells(prerequisites, books.get(opd.pk, nothing), on, verified_only)),
        )
        for opd in Opd.objects.filter(region=region).active_on(on).order_by("name")
    )
    return OpdMatrix(region, on, verified_only, prerequisites, rows)


def is_fulfilled(item: ItemScore) -> bool:
    """Full score: half an answer is work in progress."""
    return item.state is ItemState.SCORED and item.score >= item.max


def _cells(
    prerequisites: Iterable[Prerequisite], book: Book, on: dt.date, verified: bool
) -> Iterable[OpdCell]:
    pair = book.at(on)
    sheet = pair.terverifikasi if verified else pair.mandiri
    for prerequisite in prerequisites:
        items = [i for i in sheet.items if i.prerequisite == prerequisite.code]
        counted = [item for item in items if item.counts]
        yield OpdCell(
            prerequisite=prerequisite,
            fulfilled=sum(map(is_fulfilled, counted)),
            total=len(counted),
            filled=sum(item.state is not ItemState.UNANSWERED for item in counted),
        )
