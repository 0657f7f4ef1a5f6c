"""One answer under another instrument's question, where both ask the same. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from prasyarat.rules import ZERO, AnswerType, GivenAnswer, IndicatorRule
from prasyarat.scoring import percent

EQUAL, PART = "sama", "sebagian"


def is_convertible(source: IndicatorRule, target: IndicatorRule) -> bool:
    """Choices answer choices, figures figures; a share also tells its own count."""
    one, other = source.answer_type, target.answer_type
    if one.is_choice:
        return other.is_choice
    if (one, other) == (AnswerType.PCT, AnswerType.N):
        return source.unit == target.unit
    return one is other and (one is AnswerType.TXT or source.unit == target.unit)


def converted(
    source: IndicatorRule, target: IndicatorRule, given: GivenAnswer
) -> GivenAnswer | None:
    """None where the other question has no such answer."""
    if given.not_applicable:
        return given
    if not is_convertible(source, target):
        return None
    given = _scaled(source, target, given)
    if source.answer_type.is_choice:
        choice = _choice(source, target, given.choice)
        return replace(given, choice=choice) if choice else None
    if source.answer_type is AnswerType.PCT and target.answer_type is AnswerType.N:
        return replace(given, value=given.numerator, numerator=None, denominator=None)
    return given


def _scaled(
    source: IndicatorRule, target: IndicatorRule, given: GivenAnswer
) -> GivenAnswer:
    """What people judged is worth the same part of the other item's most."""

    def scaled(score: Decimal | None) -> Decimal | None:
        return None if score is None else score * target.max / source.max

    return replace(
        given,
        verifier_score=scaled(given.verifier_score),
        final_score=scaled(given.final_score),
    )


def _choice(source: IndicatorRule, target: IndicatorRule, code: str) -> str:
    """The same word, else the only one worth the same part of the most."""
    chosen = source.choice(code)
    if chosen is None:
        return ""
    worth = chosen.score / source.max
    alike = [c for c in target.choices if c.score / target.max == worth]
    same = [c for c in alike if c.code == code]
    found = same or alike
    return found[0].code if found else ""


@dataclass(frozen=True)
class MappedShare:
    """In points (weight × most) of the target: what is asked, mapped, mapped in part."""

    total: Decimal
    equal: Decimal
    part: Decimal

    @property
    def mapped(self) -> Decimal:
        return self.equal + self.part

    @property
    def percent(self) -> Decimal | None:
        return percent(self.mapped, self.total)

    @property
    def percent_equal(self) -> Decimal | None:
        return percent(self.equal, self.total)

    @property
    def percent_part(self) -> Decimal | None:
        return percent(self.part, self.total)


def share_of(rules: tuple[IndicatorRule, ...], kinds: dict[str, str]) -> MappedShare:
    """`kinds`: how each of the target's items is mapped, by its code."""

    def points(kind: str | None = None) -> Decimal:
        asked = (r for r in rules if kind is None or kinds.get(r.code) == kind)
        return sum((rule.weight * rule.max for rule in asked), ZERO)

    return MappedShare(points(), points(EQUAL), points(PART))
