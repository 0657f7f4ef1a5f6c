"""A region's answers under the questions of another instrument. Nothing is written.

An answer given once shows in both: where the items are mapped as equal it is scored, where
one asks a part of the other it is shown beside the question and left out of the sum.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from prasyarat.assessments.book import Book
from prasyarat.assessments.evidence import any_valid
from prasyarat.assessments.item import given_of, level_of
from prasyarat.assessments.models import Answer
from prasyarat.assessments.queries import answers_of, region_book, targets_of
from prasyarat.instruments.converting import EQUAL, MappedShare, converted, share_of
from prasyarat.instruments.mapping import Mapping as ItemMap
from prasyarat.instruments.mapping import mapping_between
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.stored import rules_of
from prasyarat.rules import GivenAnswer, IndicatorRule, asked_at
from prasyarat.scoring import Sheet, score_sheet
from prasyarat.scoring_methods import Method
from pug_portal.regions.models import Region

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
    mandiri: Sheet
    terverifikasi: Sheet


def through(
    region: Region,
    on: dt.date,
    source: Instrument,
    target: Instrument,
    may_read: Readable = lambda answer: True,
) -> Through:
    """`may_read`: answers that are not the reader's to see are as if not given."""
    rules = asked_at(rules_of(target), level_of(region))
    mapping = mapping_between(source, target)
    book = region_book(region, source)
    mine = answers_of(region, target).filter(opd=None)
    own = Book(rules, tuple(mine), targets_of(region, target))
    view = _View(on, book, own, mapping, rules, may_read)
    targets = view.targets()
    counted = tuple(r for r in rules if view.counts(r))
    method = Method(target.method)
    claimed, proven = view.given(Book.latest), view.given(_proven)
    return Through(
        source=source,
        target=target,
        rules=rules,
        mapping=mapping,
        share=share_of(rules, mapping.kinds),
        answers=view.shown(),
        mandiri=score_sheet(counted, claimed, region_targets=targets, method=method),
        terverifikasi=score_sheet(
            counted,
            proven,
            region_targets=targets,
            verified_only=True,
            method=method,
        ),
    )


def _proven(book: Book, on: dt.date) -> dict[str, Answer]:
    return {**book.latest(on), **book.latest_verified(on)}


@dataclass(frozen=True)
class _View:
    on: dt.date
    book: Book
    own: Book
    mapping: ItemMap
    rules: tuple[IndicatorRule, ...]
    may_read: Readable

    def counts(self, rule: IndicatorRule) -> bool:
        """Mapped as equal, or answered in its own instrument."""
        return self.mapping.kinds.get(
            rule.code
        ) == EQUAL or rule.code in self.own.latest(self.on)

    def shown(self) -> dict[str, Answer]:
        latest, own = self.book.latest(self.on), self.own.latest(self.on)
        found = {}
        for rule in self.rules:
            pairs = self.mapping.by_target.get(rule.code, ())
            given = next((latest[one] for one, _ in pairs if one in latest), None)
            newest = _newer(own.get(rule.code), given)
            if newest is not None and self.may_read(newest):
                found[rule.code] = newest
        return found

    def given(
        self, pick: Callable[[Book, dt.date], Mapping[str, Answer]]
    ) -> dict[str, GivenAnswer]:
        theirs, own = pick(self.book, self.on), pick(self.own, self.on)
        from_rules = {rule.code: rule for rule in rules_of(self.mapping.source)}
        found = {}
        for rule in self.rules:
            one = self.mapping.equal_source(rule.code) or ""
            answer = _newer(own.get(rule.code), theirs.get(one))
            if answer is None or not self.may_read(answer):
                continue
            given = given_of(
                answer, has_valid_evidence=any_valid(answer.evidence.all(), self.on)
            )
            if answer is not own.get(rule.code):
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


def _newer(own: Answer | None, mapped: Answer | None) -> Answer | None:
    if own is None or mapped is None:
        return own or mapped
    return own if own.as_of >= mapped.as_of else mapped
