"""All dated answers of one answerer, read once: from here a sheet for any date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from prasyarat.assessments.evidence import any_valid
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import given_by, given_of
from prasyarat.assessments.models import Answer
from prasyarat.rules import GivenAnswer, IndicatorRule, is_filled
from prasyarat.scoring import Sheet, Stage, score_sheet
from prasyarat.scoring_methods import Method

Row = TypeVar("Row", Answer, PortalFigure)


@dataclass(frozen=True)
class Pair:
    """The same questions three times: as answered, as verified, as finally settled."""

    mandiri: Sheet
    terverifikasi: Sheet
    akhir: Sheet


@dataclass(frozen=True)
class Book:
    """`answers` in the order of their dates, each with its evidence at hand.

    `figures`, in the same order, are what the portal counted: they answer until a person
    does, and in what is verified until that person's answer is verified.
    """

    rules: tuple[IndicatorRule, ...]
    answers: tuple[Answer, ...]
    targets: Mapping[str, Decimal]
    method: Method = Method.SUM
    figures: tuple[PortalFigure, ...] = ()

    def latest(self, on: dt.date) -> dict[str, Answer]:
        """The newest answer per indicator that holds on the day, whatever its state."""
        return self._newest(on, self.answers)

    def latest_verified(self, on: dt.date) -> dict[str, Answer]:
        """A verified answer holds until a later one is verified too."""
        return self._newest(on, (a for a in self.answers if a.is_verified))

    def _newest(self, on: dt.date, answers: Iterable[Answer]) -> dict[str, Answer]:
        """What was handed back to the portal takes the answers before it along."""
        ends = {a.indicator.code: a.as_of for a in self.answers if a.is_reverted_by(on)}
        return {
            a.indicator.code: a
            for a in answers
            if a.as_of <= on and a.as_of > ends.get(a.indicator.code, dt.date.min)
        }

    def counted(self, on: dt.date) -> dict[str, PortalFigure]:
        """What the portal knows on the day, also where a person answered instead."""
        newest = {f.indicator.code: f for f in self.figures if f.as_of <= on}
        return {code: f for code, f in newest.items() if f.says_something}

    @property
    def counted_at(self) -> dt.datetime | None:
        return max((figure.counted_at for figure in self.figures), default=None)

    def standing(self, on: dt.date) -> dict[str, PortalFigure]:
        """The figures that are the answer: nobody answered over them."""
        claimed = self._given(self.latest(on), on)
        return {
            code: figure
            for code, figure in self.counted(on).items()
            if not self._says_something(code, claimed.get(code))
        }

    def given(self, on: dt.date, stage: Stage = Stage.SELF) -> dict[str, GivenAnswer]:
        """Every answer as the scoring reads it."""
        claimed = self._given(self.latest(on), on)
        told = claimed
        if stage is not Stage.SELF:
            told = self._given(self.latest_verified(on), on)
        over = {c: g for c, g in told.items() if self._says_something(c, g)}
        proofs = {code for code, g in told.items() if g.has_valid_evidence}
        counted = {
            code: given_by(figure, is_proven=code in proofs)
            for code, figure in self.counted(on).items()
        }
        return {**claimed, **told, **counted, **over}

    def at(self, on: dt.date) -> Pair:
        claimed, proven = self.given(on), self.given(on, Stage.VERIFIED)
        verified = self._score(proven, Stage.VERIFIED)
        settled = any(given.final_score is not None for given in proven.values())
        return Pair(
            mandiri=self._score(claimed, Stage.SELF),
            terverifikasi=verified,
            akhir=self._score(proven, Stage.FINAL) if settled else verified,
        )

    def _says_something(self, code: str, given: GivenAnswer | None) -> bool:
        """A draft begun with its evidence alone leaves the portal's figure standing."""
        rule = next((rule for rule in self.rules if rule.code == code), None)
        if given is None or rule is None:
            return False
        return given.not_applicable or is_filled(rule, given)

    def _given(
        self, answers: Mapping[str, Answer], on: dt.date
    ) -> dict[str, GivenAnswer]:
        return {
            code: given_of(
                answer, has_valid_evidence=any_valid(answer.evidence.all(), on)
            )
            for code, answer in answers.items()
        }

    def _score(self, given: Mapping[str, GivenAnswer], stage: Stage) -> Sheet:
        return score_sheet(
            self.rules,
            given,
            region_targets=self.targets,
            stage=stage,
            method=self.method,
        )


def books_by_opd(
    rules: tuple[IndicatorRule, ...],
    answers: Iterable[Answer],
    targets: Mapping[str, Decimal],
    *,
    method: Method = Method.SUM,
    figures: Iterable[PortalFigure] = (),
) -> dict[int, Book]:
    grouped = _by_opd(answers)
    counted = _by_opd(figures)
    return {
        opd_id: Book(
            rules,
            tuple(grouped.get(opd_id, ())),
            targets,
            method,
            tuple(counted.get(opd_id, ())),
        )
        for opd_id in {**grouped, **counted}
    }


def _by_opd(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        if row.opd_id is not None:
            found.setdefault(row.opd_id, []).append(row)
    return found


def without(book: Book, unwanted: Iterable[Answer]) -> Book:
    """The same book without some rows, such as drafts the reader may not see."""
    gone = {answer.pk for answer in unwanted}
    kept = tuple(answer for answer in book.answers if answer.pk not in gone)
    return replace(book, answers=kept)
