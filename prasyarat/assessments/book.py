"""All dated answers of one answerer, read once: from here a sheet for any date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from prasyarat.assessments.evidence import any_valid
from prasyarat.assessments.item import given_of
from prasyarat.assessments.models import Answer
from prasyarat.rules import GivenAnswer, IndicatorRule
from prasyarat.scoring import Sheet, score_sheet


@dataclass(frozen=True)
class Pair:
    """The same questions twice: as answered, and counting only what is verified."""

    mandiri: Sheet
    terverifikasi: Sheet


@dataclass(frozen=True)
class Book:
    """`answers` in the order of their dates, each with its evidence at hand."""

    rules: tuple[IndicatorRule, ...]
    answers: tuple[Answer, ...]
    targets: Mapping[str, Decimal]

    def latest(self, on: dt.date) -> dict[str, Answer]:
        """The newest answer per indicator that holds on the day, whatever its state."""
        return {a.indicator.code: a for a in self.answers if a.as_of <= on}

    def latest_verified(self, on: dt.date) -> dict[str, Answer]:
        """A verified answer holds until a later one is verified too."""
        return {
            a.indicator.code: a for a in self.answers if a.as_of <= on and a.is_verified
        }

    def at(self, on: dt.date) -> Pair:
        claimed = self.latest(on)
        proven = {**claimed, **self.latest_verified(on)}
        return Pair(
            mandiri=self._score(claimed, on, verified_only=False),
            terverifikasi=self._score(proven, on, verified_only=True),
        )

    def _score(
        self, answers: Mapping[str, Answer], on: dt.date, *, verified_only: bool
    ) -> Sheet:
        given: dict[str, GivenAnswer] = {
            code: given_of(
                answer, has_valid_evidence=any_valid(answer.evidence.all(), on)
            )
            for code, answer in answers.items()
        }
        return score_sheet(
            self.rules, given, region_targets=self.targets, verified_only=verified_only
        )


def books_by_opd(
    rules: tuple[IndicatorRule, ...],
    answers: Iterable[Answer],
    targets: Mapping[str, Decimal],
) -> dict[int, Book]:
    grouped: dict[int, list[Answer]] = {}
    for answer in answers:
        if answer.opd_id is not None:
            grouped.setdefault(answer.opd_id, []).append(answer)
    return {
        opd_id: Book(rules, tuple(rows), targets) for opd_id, rows in grouped.items()
    }


def without(book: Book, unwanted: Iterable[Answer]) -> Book:
    """The same book without some rows, such as drafts the reader may not see."""
    gone = {answer.pk for answer in unwanted}
    kept = tuple(answer for answer in book.answers if answer.pk not in gone)
    return replace(book, answers=kept)
