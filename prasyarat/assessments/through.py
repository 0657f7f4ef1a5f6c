"""A region's answers under the questions of another instrument. Nothing is written.

An answer given once shows in both: where the items are mapped as equal it is scored, where
one asks a part of the other it is shown beside the question and left out of the sum.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from prasyarat.assessments.book import Book, without
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import level_of
from prasyarat.assessments.models import Answer
from prasyarat.assessments.queries import region_books
from prasyarat.instruments.converting import EQUAL, MappedShare, converted, share_of
from prasyarat.instruments.mapping import Mapping as ItemMap
from prasyarat.instruments.mapping import mapping_between
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.stored import rules_of
from prasyarat.rules import GivenAnswer, IndicatorRule, asked_at
from prasyarat.scoring import Sheet, Stage, score_sheet
from prasyarat.scoring_methods import Method
from pug_portal.regions.models import Region

Dated = TypeVar("Dated", Answer, GivenAnswer)
Readable = Callable[[Answer], bool]


@dataclass(frozen=True)
class Through:
    """`answers` by the code of the target's item, with the item they were given to."""

    source: Instrument
    target: Instrument
    rules: tuple[IndicatorRule, ...]
    mapping: ItemMap
    share: MappedShare
    answers: dict[str, Answer]
    figures: dict[str, PortalFigure]
    mandiri: Sheet
    terverifikasi: Sheet


def through(
    region: Region,
    on: dt.date,
    source: Instrument,
    target: Instrument,
    may_read: Readable = lambda answer: True,
    *,
    books: dict[int, Book] | None = None,
) -> Through:
    """`may_read`: answers that are not the reader's to see are as if not given.

    `books`: of both instruments by their keys, where they are at hand.
    """
    rules = asked_at(rules_of(target), level_of(region))
    mapping = mapping_between(source, target)
    books = books or region_books(region, [source, target])
    book, own = (
        without(each, [answer for answer in each.answers if not may_read(answer)])
        for each in (books[source.pk], books[target.pk])
    )
    view = _View(on, book, own, mapping, rules)
    targets = view.targets()
    counted = tuple(r for r in rules if view.counts(r))
    method = Method(target.method)
    claimed, proven = view.given(Stage.SELF), view.given(Stage.VERIFIED)
    return Through(
        source=source,
        target=target,
        rules=rules,
        mapping=mapping,
        share=share_of(rules, mapping.kinds),
        answers=view.shown(),
        figures=view.figures(),
        mandiri=score_sheet(counted, claimed, region_targets=targets, method=method),
        terverifikasi=score_sheet(
            counted,
            proven,
            region_targets=targets,
            stage=Stage.VERIFIED,
            method=method,
        ),
    )


@dataclass(frozen=True)
class _View:
    on: dt.date
    book: Book
    own: Book
    mapping: ItemMap
    rules: tuple[IndicatorRule, ...]

    def counts(self, rule: IndicatorRule) -> bool:
        """Mapped as equal, or answered in its own instrument."""
        return (
            self.mapping.kinds.get(rule.code) == EQUAL
            or rule.code in self.own.latest(self.on)
            or rule.code in self.own.counted(self.on)
        )

    def shown(self) -> dict[str, Answer]:
        latest, own = self.book.latest(self.on), self.own.latest(self.on)
        found = {}
        for rule in self.rules:
            pairs = self.mapping.by_target.get(rule.code, ())
            given = next((latest[one] for one, _ in pairs if one in latest), None)
            newest = _newer(own.get(rule.code), given)
            if newest is not None:
                found[rule.code] = newest
        return found

    def figures(self) -> dict[str, PortalFigure]:
        """What the portal counted, where no person answered over it."""
        theirs, own = self.book.standing(self.on), self.own.standing(self.on)
        found = {}
        for rule in self.rules:
            pairs = self.mapping.by_target.get(rule.code, ())
            given = next((theirs[one] for one, _ in pairs if one in theirs), None)
            figure = own.get(rule.code) or given
            if figure is not None:
                found[rule.code] = figure
        return found

    def given(self, stage: Stage) -> dict[str, GivenAnswer]:
        theirs, own = self.book.given(self.on, stage), self.own.given(self.on, stage)
        from_rules = {rule.code: rule for rule in rules_of(self.mapping.source)}
        found = {}
        for rule in self.rules:
            one = self.mapping.equal_source(rule.code) or ""
            mine, mapped = own.get(rule.code), theirs.get(one)
            given = _newer(mine, mapped)
            if given is None:
                continue
            if given is not mine:
                carried = converted(from_rules[one], rule, given)
                # The other question knows no such answer: it stays to be answered.
                given = carried or replace(given, choice="", value=None)
            found[rule.code] = given
        return found

    def targets(self) -> dict[str, Decimal]:
        """A region's own target goes with its answer."""
        found = dict(self.own.targets)
        for rule in self.rules:
            one = self.mapping.equal_source(rule.code) or ""
            if one in self.book.targets and rule.code not in found:
                found[rule.code] = self.book.targets[one]
        return found


def _newer(own: Dated | None, mapped: Dated | None) -> Dated | None:
    if own is None or mapped is None:
        return own or mapped
    return mapped if _day(mapped) > _day(own) else own


def _day(dated: Answer | GivenAnswer) -> dt.date:
    return dated.as_of or dt.date.min
