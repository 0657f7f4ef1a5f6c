"""From rules and answers to a score. Pure functions: the same input gives the same figure.

The instrument's method makes one figure of the items that count (scoring_methods.py). An
unanswered item counts with 0; an item that is not applicable, or that waits for the
region's own target, is left out. Where nothing is left to count there is no score (None),
not a zero.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from prasyarat import scoring_words as words
from prasyarat.points import between, finite, points_of, target_of
from prasyarat.rules import (
    ONE,
    ZERO,
    GivenAnswer,
    IndicatorRule,
    TargetRule,
    is_filled,
)
from prasyarat.scoring_methods import Method, percent, value_of

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


class Stage(StrEnum):
    """Whose word counts: the region's own, the verifier's, or the last one."""

    SELF = "mandiri"
    VERIFIED = "terverifikasi"
    FINAL = "akhir"


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


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The figures of a group of items: a prerequisite, or the whole sheet."""

    items: tuple[ItemScore, ...]
    method: Method = Method.SUM

    @property
    def earned(self) -> Decimal:
        return sum((item.earned for item in self.items), ZERO)

    @property
    def possible(self) -> Decimal:
        return sum((item.possible for item in self.items), ZERO)

    @property
    def value(self) -> Decimal | None:
        """The score in percent, unrounded."""
        return value_of([item for item in self.items if item.counts], self.method)

    def gain_of(self, item: ItemScore) -> Decimal:
        """The points that this item at its best would add to `value`."""
        if self.value is None or not item.counts:
            return ZERO
        best = replace(item, score=item.max)
        items = tuple(best if old.code == item.code else old for old in self.items)
        after = replace(self, items=items).value
        return ZERO if after is None else after - self.value

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


@dataclass(frozen=True, kw_only=True)
class PrerequisiteScore(Tally):
    code: str


@dataclass(frozen=True, kw_only=True)
class Sheet(Tally):
    prerequisites: tuple[PrerequisiteScore, ...]
    stage: Stage = Stage.SELF

    @property
    def verified_only(self) -> bool:
        return self.stage is not Stage.SELF

    @property
    def total(self) -> Decimal | None:
        return self.value


def score_sheet(
    rules: Iterable[IndicatorRule],
    answers: Mapping[str, GivenAnswer],
    *,
    region_targets: Mapping[str, Decimal] | None = None,
    verified_only: bool = False,
    stage: Stage | None = None,
    method: Method | str = Method.SUM,
) -> Sheet:
    """Nilai mandiri, or with `verified_only` nilai terverifikasi, over all given rules.

    `stage` says the same and knows nilai akhir too.
    """
    targets = region_targets or {}
    method = Method(method)
    stage = stage or (Stage.VERIFIED if verified_only else Stage.SELF)
    score = SCORERS[stage]
    items = tuple(
        score(rule, answers.get(rule.code), region_target=targets.get(rule.code))
        for rule in rules
    )
    codes = dict.fromkeys(item.prerequisite for item in items)
    groups = tuple(
        PrerequisiteScore(
            code=code,
            items=tuple(item for item in items if item.prerequisite == code),
            method=method,
        )
        for code in codes
    )
    return Sheet(items=items, method=method, prerequisites=groups, stage=stage)


def score_item(
    rule: IndicatorRule,
    answer: GivenAnswer | None,
    region_target: Decimal | None = None,
) -> ItemScore:
    if answer is not None and answer.not_applicable:
        return _item(rule, ItemState.NOT_APPLICABLE, words.not_applicable(answer.note))
    filled = is_filled(rule, answer)
    target = target_of(rule, region_target)
    if rule.target_rule is TargetRule.REGION and target is None:
        return _item(rule, ItemState.NO_TARGET, words.NO_TARGET, filled=filled)
    if answer is None or not filled:
        return _item(rule, ItemState.UNANSWERED, words.UNANSWERED)
    score = points_of(rule, answer, target)
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
    if answer is None:
        return score_item(rule, answer, region_target)
    if answer.verified:
        own = score_item(rule, answer, region_target)
        return _judged(own, answer.verifier_score, words.judged)
    claimed = score_item(rule, replace(answer, not_applicable=False), region_target)
    if claimed.state is ItemState.NO_TARGET:
        return replace(claimed, filled=False)
    if claimed.state is ItemState.UNANSWERED and not answer.not_applicable:
        return claimed
    return _item(rule, ItemState.UNVERIFIED, words.UNVERIFIED)


def score_final_item(
    rule: IndicatorRule,
    answer: GivenAnswer | None,
    region_target: Decimal | None = None,
) -> ItemScore:
    """The verifier's score, unless it was settled otherwise."""
    proven = score_verified_item(rule, answer, region_target)
    settled = answer.final_score if answer is not None and answer.verified else None
    return _judged(proven, settled, words.settled)


SCORERS = {
    Stage.SELF: score_item,
    Stage.VERIFIED: score_verified_item,
    Stage.FINAL: score_final_item,
}


def _judged(
    item: ItemScore, score: Decimal | None, say: Callable[[Decimal, Decimal], str]
) -> ItemScore:
    """Nobody's judgement replaces missing evidence, nor brings back what is left out."""
    if item.state is not ItemState.SCORED or not finite(score):
        return item
    points = between(score, item.max)
    return replace(item, score=points, explanation=say(points, item.max))


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
