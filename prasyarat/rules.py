"""What an indicator asks and what was answered, as plain values: no database, no screen."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)


class AnswerType(StrEnum):
    YN = "YN"
    YNP = "YNP"
    N = "N"
    PCT = "PCT"
    TXT = "TXT"

    @property
    def is_choice(self) -> bool:
        return self in (AnswerType.YN, AnswerType.YNP)

    @property
    def is_number(self) -> bool:
        return self in (AnswerType.N, AnswerType.PCT)


class TargetRule(StrEnum):
    """How a number becomes a score."""

    RATIO = "ratio"  # value ÷ target, at most 1
    ABOVE = "above"  # full score as soon as the value is above the target
    REGION = "region"  # as RATIO, with a target the region enters itself


@dataclass(frozen=True)
class Choice:
    code: str
    label: str
    score: Decimal


@dataclass(frozen=True)
class IndicatorRule:
    """All that the score of one indicator depends on. Every value comes from the instrument."""

    code: str
    prerequisite: str
    answer_type: AnswerType
    choices: tuple[Choice, ...] = ()
    target_rule: TargetRule = TargetRule.RATIO
    target: Decimal | None = None
    target_period: str = ""
    unit: str = ""
    weight: Decimal = ONE
    max: Decimal = ONE
    document_mandatory: bool = False
    text_label: str = ""
    may_exceed: bool = False
    levels: tuple[str, ...] = ()

    def choice(self, code: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.code == code), None)


@dataclass(frozen=True)
class GivenAnswer:
    """One answer as it stands on its date. `note` is the reason where `not_applicable` is set.

    `verifier_score` and `final_score` only where they differ from the score before them.
    """

    choice: str = ""
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    text: str = ""
    not_applicable: bool = False
    note: str = ""
    has_valid_evidence: bool = False
    verified: bool = False
    verifier_score: Decimal | None = None
    final_score: Decimal | None = None
    as_of: date | None = None


def is_filled(rule: IndicatorRule, answer: GivenAnswer | None) -> bool:
    """A note alone fills nothing: "belum semua OPD" is no figure."""
    if answer is None:
        return False
    if rule.answer_type.is_choice:
        return rule.choice(answer.choice) is not None
    if rule.answer_type is AnswerType.N:
        return answer.value is not None
    if rule.answer_type is AnswerType.PCT:
        return answer.numerator is not None and answer.denominator is not None
    return bool(answer.text.strip())


def asked_at(rules: tuple[IndicatorRule, ...], level: str) -> tuple[IndicatorRule, ...]:
    """The indicators of one level: P provinsi, K kabupaten/kota, O OPD."""
    return tuple(rule for rule in rules if level in rule.levels)
