"""An indicator's scoring rule as the database holds it, there and back without loss."""

from decimal import Decimal
from typing import Any

from django.core.cache import caches

from prasyarat.instruments.data import IndicatorData
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.rules import AnswerType, Choice, IndicatorRule, TargetRule

KEPT_SECONDS = 3600


def rules_of(instrument: Instrument) -> tuple[IndicatorRule, ...]:
    """All rules in the order of the instrument. What is published never changes."""
    key = f"rules:{instrument.pk}:{instrument.published_at.isoformat()}"
    found: tuple[IndicatorRule, ...] | None = caches["local"].get(key)
    if found is None:
        found = _read_rules(instrument)
        caches["local"].set(key, found, KEPT_SECONDS)
    return found


def _read_rules(instrument: Instrument) -> tuple[IndicatorRule, ...]:
    indicators = Indicator.objects.filter(prerequisite__instrument=instrument)
    return tuple(
        rule_of(indicator)
        for indicator in indicators.select_related("prerequisite").order_by(
            "prerequisite__order", "order"
        )
    )


def rule_of(indicator: Indicator) -> IndicatorRule:
    stored = indicator.rule
    return IndicatorRule(
        code=indicator.code,
        prerequisite=indicator.prerequisite.code,
        answer_type=AnswerType(indicator.answer_type),
        choices=tuple(
            Choice(choice["code"], choice["label"], Decimal(choice["score"]))
            for choice in stored["choices"]
        ),
        target_rule=TargetRule(stored["target_rule"]),
        target=None if stored["target"] is None else Decimal(stored["target"]),
        target_period=stored["target_period"],
        unit=indicator.unit,
        weight=indicator.weight,
        max=indicator.max_score,
        document_mandatory=indicator.needs_document,
        text_label=stored["text_label"],
        may_exceed=stored["may_exceed"],
        levels=tuple(indicator.levels),
    )


def stored_rule(indicator: IndicatorData) -> dict[str, Any]:
    """What has no column of its own. Decimals as text: JSON numbers are not exact."""
    rule = indicator.rule
    return {
        "choices": [
            {"code": choice.code, "label": choice.label, "score": str(choice.score)}
            for choice in rule.choices
        ],
        "target_rule": rule.target_rule.value,
        "target": None if rule.target is None else str(rule.target),
        "target_period": rule.target_period,
        "text_label": rule.text_label,
        "may_exceed": rule.may_exceed,
        "numerator_label": indicator.numerator_label,
        "denominator_label": indicator.denominator_label,
        "denominator_kinds": [
            {"code": kind.code, "label": kind.label}
            for kind in indicator.denominator_kinds
        ],
        "responsible_tags": list(indicator.responsible_tags),
        "fact": indicator.fact,
        "opd_fact": indicator.opd_fact,
    }
