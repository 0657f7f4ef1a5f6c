"""From one answer to its points, 0 to max; the sheet around it is scoring.py."""

from decimal import Decimal
from typing import TypeGuard

from prasyarat.rules import (
    HUNDRED,
    ONE,
    ZERO,
    AnswerType,
    GivenAnswer,
    IndicatorRule,
    TargetRule,
)


def target_of(rule: IndicatorRule, region_target: Decimal | None) -> Decimal | None:
    if rule.target_rule is not TargetRule.REGION:
        return rule.target
    # Only an item whose target the instrument leaves open takes the region's own.
    return region_target if positive(region_target) else None


def points_of(
    rule: IndicatorRule, answer: GivenAnswer, target: Decimal | None
) -> Decimal | None:
    """The score from 0 to max; None where the figures allow none."""
    if rule.answer_type.is_choice:
        choice = rule.choice(answer.choice)
        return between(choice.score, rule.max) if choice else None
    if rule.answer_type is AnswerType.TXT:
        return rule.max
    if rule.answer_type is AnswerType.N:
        return _measure(rule, answer.value, ONE, target)
    if not finite(answer.numerator) or not positive(answer.denominator):
        return None
    return _measure(rule, answer.numerator * HUNDRED, answer.denominator, target)


def _measure(
    rule: IndicatorRule, value: Decimal | None, per: Decimal, target: Decimal | None
) -> Decimal | None:
    if not finite(value) or target is None:
        return None
    if rule.target_rule is TargetRule.ABOVE:
        return rule.max if value > target * per else ZERO
    if not positive(target):
        return None
    return between(value * rule.max / (target * per), rule.max)


def between(score: Decimal, most: Decimal) -> Decimal:
    """Stored figures may break the rules of today's forms: clamp, never fail a page."""
    return min(max(score, ZERO), most)


def finite(number: Decimal | None) -> TypeGuard[Decimal]:
    return number is not None and number.is_finite()


def positive(number: Decimal | None) -> TypeGuard[Decimal]:
    return finite(number) and number > 0
