"""The canonical form of an instrument: one JSON text, the same for the same content."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from prasyarat.instruments.data import IndicatorData, InstrumentData
from prasyarat.instruments.loading import SCHEMA
from prasyarat.rules import AnswerType, TargetRule

Document = dict[str, Any]


def canonical(data: InstrumentData) -> str:
    return as_text(document_of(data))


def as_text(document: Document) -> str:
    return json.dumps(document, default=_number, ensure_ascii=False, indent=1)


def document_of(data: InstrumentData) -> Document:
    """As in a file, but every choice stands with its item: there are no shared sets."""
    return {
        "schema": SCHEMA,
        "code": data.code,
        "version": data.version,
        "name": data.name,
        "issuer": data.issuer,
        "year": data.year,
        "source": data.source,
        "note": data.note,
        "method": data.method,
        "band_edges": list(data.band_edges),
        "sources": dict(data.sources),
        "choice_sets": {"YN": [], "YNP": []},
        "prerequisites": [
            {
                "order": each.order,
                "code": each.code,
                "label": each.label,
                "short_label": each.short_label,
                "icon": each.icon,
            }
            for each in data.prerequisites
        ],
        "indicators": [_indicator(each) for each in data.indicators],
    }


def _indicator(item: IndicatorData) -> Document:
    rule = item.rule
    found: Document = {
        "code": item.code,
        "prerequisite": rule.prerequisite,
        "order": item.order,
        "text": item.text,
        "type": rule.answer_type.value,
        "weight": rule.weight,
        "max": rule.max,
        "document_mandatory": rule.document_mandatory,
        "evidence": item.evidence,
        "responsible": {
            "text": item.responsible,
            "tags": list(item.responsible_tags),
            "filled_by": item.filled_by,
        },
        "levels": list(rule.levels),
        "basis": list(item.basis),
    }
    if rule.answer_type.is_choice:
        found["choices"] = [
            {"code": each.code, "label": each.label, "score": each.score}
            for each in rule.choices
        ]
    if rule.answer_type.is_number:
        found |= {"unit": rule.unit, "target": _target(item)}
    if rule.answer_type is AnswerType.PCT:
        found |= {
            "numerator": item.numerator_label,
            "denominator": item.denominator_label,
        }
    return found | _optional(item)


def _target(item: IndicatorData) -> Document:
    rule = item.rule
    found: Document = {"rule": rule.target_rule.value}
    if rule.target_rule is not TargetRule.REGION:
        found["value"] = rule.target
    if rule.target_period:
        found["per"] = rule.target_period
    return found


def _optional(item: IndicatorData) -> Document:
    kinds = [{"code": k.code, "label": k.label} for k in item.denominator_kinds]
    asked = {
        "denominator_kinds": kinds,
        "text_label": item.rule.text_label,
        "may_exceed": item.rule.may_exceed,
        "legal_basis": item.legal_basis,
        "fact": item.fact,
        "opd_fact": item.opd_fact,
    }
    return {key: value for key, value in asked.items() if value}


def _number(number: Decimal) -> int | float:
    """Fifteen digits come back from a float as they went in."""
    return int(number) if number == number.to_integral_value() else float(number)
