"""From rules and answers to a score. Pure functions: the same input gives the same figure.

The sum is weight * score over weight * max of the items that count. An unanswered item
counts with 0; an item that is not applicable, or that waits for the region's own target,
is left out. Where nothing is left to count there is no score (None), not a zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeGuard

from prasyarat import scoring_words as words
from prasyarat.rules import (
    HUNDRED,
    ONE,
    ZERO,
    AnswerType,
    GivenAnswer,
    IndicatorRule,
    TargetRule,
    is_filled,
)

BAND_EDGES = (Decimal(50), Decimal(70), Decimal(85))


class ItemState(StrEnum):
    UNANSWERED = "belum_diisi"
    SCORED = "dinilai"
    NO_EVIDENCE = "tanpa_bukti"
    NOT_COMPUTABLE = "tidak_terhitung"
    UNVERIFIED = "belum_terverifikasi"
    NOT_APPLICABLE = "tidak_berlaku"
    NO_TARGET = "tanpa_target"

    @property
    def label(self) -> str:
        return words.STATE_LABELS[self.value]


LEFT_OUT = (ItemState.NOT_APPLICABLE, ItemState.NO_TARGET)


@dataclass(frozen=True)
class ItemScore:
    code: str
    prerequisite: str
    score: Decimal
    max: Decimal
    weight: Decimal
    state: ItemState
    filled: bool
    explanation: str

    @property
    def counts(self) -> bool:
        return self.state not in LEFT_OUT

    @property
    def earned(self) -> Decimal:
        return self.weight * self.score if self.counts else ZERO

    @property
    def possible(self) -> Decimal:
        return self.weight * self.max if self.counts else ZERO


@dataclass(frozen=True)
class Tally:
    """The figures of a group of items: a prerequisite, or the whole sheet."""

    items: tuple[ItemScore, ...]

    @property
    def earned(self) -> Decimal:
        return sum((item.earned for item in self.items), ZERO)

    @property
    def possible(self) -> Decimal:
        return sum((item.possible for item in self.items), ZERO)

    @property
    def value(self) -> Decimal | None:
        """The score in percent, unrounded."""
        return percent(self.earned, self.possible)

    @property
    def applicable(self) -> int:
        """Items to be filled. One that waits for a target is still to be filled."""
        return sum(item.state is not ItemState.NOT_APPLICABLE for item in self.items)

    @property
    def filled(self) -> int:
        return sum(item.filled for item in self.items)

    @property
    def progress(self) -> Decimal | None:
        return percent(Decimal(self.filled), Decimal(self.applicable))

    @property
    def without_target(self) -> tuple[ItemScore, ...]:
        """Items left out until the region enters its target; the screen says so."""
        return tuple(item for item in self.items if item.state is ItemState.NO_TARGET)


@dataclass(frozen=True)
class PrerequisiteScore(Tally):
    code: str


@dataclass(frozen=True)
class Sheet(Tally):
    prerequisites: tuple[PrerequisiteScore, ...]
    verified_only: bool

    @property
    def total(self) -> Decimal | None:
        return self.value


def score_sheet(
    rules: Iterable[IndicatorRule],
    answers: Mapping[str, GivenAnswer],
    *,
    region_targets: Mapping[str, Decimal] | None = None,
    verified_only: bool = False,
) -> Sheet:
    """Nilai mandiri, or with `verified_only` nilai terverifikasi, over all given rules."""
    targets = region_targets or {}
    score = score_verified_item if verified_only else score_item
    items = tuple(
        score(rule, answers.get(rule.code), region_target=targets.get(rule.code))
        for rule in rules
    )
    codes = dict.fromkeys(item.prerequisite for item in items)
    groups = tuple(
        PrerequisiteScore(
            code=code, items=tuple(item for item in items if item.prerequisite == code)
        )
        for code in codes
    )
    return Sheet(items=items, prerequisites=groups, verified_only=verified_only)


def score_item(
    rule: IndicatorRule,
    answer: GivenAnswer | None,
    region_target: Decimal | None = None,
) -> ItemScore:
    if answer is not None and answer.not_applicable:
        return _item(rule, ItemState.NOT_APPLICABLE, words.not_applicable(answer.note))
    filled = is_filled(rule, answer)
    target = _target(rule, region_target)
    if rule.target_rule is TargetRule.REGION and target is None:
        return _item(rule, ItemState.NO_TARGET, words.NO_TARGET, filled=filled)
    if answer is None or not filled:
        return _item(rule, ItemState.UNANSWERED, words.UNANSWERED)
    score = _points(rule, answer, target)
    if score is None:
        return _item(rule, ItemState.NOT_COMPUTABLE, words.NOT_COMPUTABLE)
    if score > 0 and rule.document_mandatory and not answer.has_valid_evidence:
        sentence = words.no_evidence(score, rule)
        return _item(rule, ItemState.NO_EVIDENCE, sentence, filled=True)
    sentence = words.scored(rule, answer, target, score)
    return _item(rule, ItemState.SCORED, sentence, score=score, filled=True)


def score_verified_item(
    rule: IndicatorRule,
    answer: GivenAnswer | None,
    region_target: Decimal | None = None,
) -> ItemScore:
    """An unverified answer counts with 0, also one that claims "tidak berlaku"."""
    if answer is None or answer.verified:
        return score_item(rule, answer, region_target)
    claimed = score_item(rule, replace(answer, not_applicable=False), region_target)
    if claimed.state is ItemState.NO_TARGET:
        return replace(claimed, filled=False)
    if claimed.state is ItemState.UNANSWERED and not answer.not_applicable:
        return claimed
    return _item(rule, ItemState.UNVERIFIED, words.UNVERIFIED)


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return part * HUNDRED / whole if whole > 0 else None


def rounded(value: Decimal | None, places: int = 2) -> Decimal | None:
    """Half up, as done by hand: 15,625 becomes 15,63."""
    if value is None:
        return None
    return value.quantize(ONE.scaleb(-places), rounding=ROUND_HALF_UP)


def band(value: Decimal | None, edges: Iterable[Decimal] = BAND_EDGES) -> str:
    """The tint class n1 to n4, n0 without a score. It only colours; it is no award level."""
    if value is None:
        return "n0"
    return f"n{1 + sum(value >= edge for edge in edges)}"


def _item(
    rule: IndicatorRule,
    state: ItemState,
    explanation: str,
    *,
    score: Decimal = ZERO,
    filled: bool = False,
) -> ItemScore:
    return ItemScore(
        code=rule.code,
        prerequisite=rule.prerequisite,
        score=score,
        max=rule.max,
        weight=rule.weight,
        state=state,
        filled=filled,
        explanation=explanation,
    )


def _target(rule: IndicatorRule, region_target: Decimal | None) -> Decimal | None:
    if rule.target_rule is not TargetRule.REGION:
        return rule.target
    # Only an item whose target the instrument leaves open takes the region's own.
    return region_target if _positive(region_target) else None


def _points(
    rule: IndicatorRule, answer: GivenAnswer, target: Decimal | None
) -> Decimal | None:
    """The score from 0 to max; None where the figures allow none."""
    if rule.answer_type.is_choice:
        choice = rule.choice(answer.choice)
        return _between(choice.score, rule.max) if choice else None
    if rule.answer_type is AnswerType.TXT:
        return rule.max
    if rule.answer_type is AnswerType.N:
        return _measure(rule, answer.value, ONE, target)
    if not _finite(answer.numerator) or not _positive(answer.denominator):
        return None
    return _measure(rule, answer.numerator * HUNDRED, answer.denominator, target)


def _measure(
    rule: IndicatorRule, value: Decimal | None, per: Decimal, target: Decimal | None
) -> Decimal | None:
    if not _finite(value) or target is None:
        return None
    if rule.target_rule is TargetRule.ABOVE:
        return rule.max if value > target * per else ZERO
    if not _positive(target):
        return None
    return _between(value * rule.max / (target * per), rule.max)


def _between(score: Decimal, most: Decimal) -> Decimal:
    """Stored figures may break the rules of today's forms: clamp, never fail a page."""
    return min(max(score, ZERO), most)


def _finite(number: Decimal | None) -> TypeGuard[Decimal]:
    return number is not None and number.is_finite()


def _positive(number: Decimal | None) -> TypeGuard[Decimal]:
    return _finite(number) and number > 0
