"""The region's sheet on a day as the report prints it: both scores, every answer."""

from __future__ import annotations

import datetime as dt

from pokja.reports.rows import Assessment, IndicatorRow, PrerequisiteRow
from prasyarat.assessments.models import Answer
from prasyarat.assessments.present import badge_of
from prasyarat.assessments.queries import SheetPair, SheetRow, sheets
from prasyarat.instruments.models import Indicator
from prasyarat.rules import AnswerType, IndicatorRule
from prasyarat.scoring import ItemScore, rounded
from pug_portal.lib.numbers import angka, persen
from pug_portal.regions.models import Region


def assessment(region: Region, on: dt.date) -> Assessment | None:
    """None where no instrument has been loaded."""
    pair = sheets(region, on)
    if pair is None:
        return None
    texts = dict(
        Indicator.objects.filter(prerequisite__instrument=pair.instrument)
        .order_by()
        .values_list("code", "text")
    )
    rules = {rule.code: rule for rule in pair.book.rules}
    return Assessment(
        instrument=pair.instrument.name,
        as_of=on,
        self_value=rounded(pair.mandiri.total),
        verified_value=rounded(pair.terverifikasi.total),
        prerequisites=tuple(
            _prerequisite(row, pair, rules, texts) for row in pair.rows
        ),
    )


def _prerequisite(
    row: SheetRow,
    pair: SheetPair,
    rules: dict[str, IndicatorRule],
    texts: dict[str, str],
) -> PrerequisiteRow:
    checked = {item.code: item for item in row.terverifikasi.items}
    return PrerequisiteRow(
        code=row.prerequisite.code,
        order=row.prerequisite.order,
        name=row.prerequisite.name,
        applicable=row.mandiri.applicable,
        filled=row.mandiri.filled,
        self_value=rounded(row.mandiri.value),
        verified_value=rounded(row.terverifikasi.value),
        indicators=tuple(
            _indicator(
                rules[own.code],
                texts[own.code],
                pair.answers.get(own.code),
                own,
                checked[own.code],
            )
            for own in row.mandiri.items
        ),
    )


def _indicator(
    rule: IndicatorRule,
    text: str,
    answer: Answer | None,
    own: ItemScore,
    verified: ItemScore,
) -> IndicatorRow:
    return IndicatorRow(
        code=rule.code,
        text=text,
        answer=_words(rule, answer) if answer else "",
        self_score=own.score if own.counts else None,
        verified_score=verified.score if verified.counts else None,
        maximum=rule.max,
        state=badge_of(answer).label,
        note=(answer.not_applicable_reason or answer.note) if answer else "",
        evidence=len(answer.evidence.all()) if answer else 0,
    )


def _words(rule: IndicatorRule, answer: Answer) -> str:
    """The answer as people read it; a share carries its two numbers."""
    if rule.answer_type.is_choice:
        choice = rule.choice(answer.choice)
        return choice.label if choice else ""
    if rule.answer_type is AnswerType.N:
        value = answer.value
        return "" if value is None else f"{angka(value)} {rule.unit}".strip()
    if rule.answer_type is AnswerType.PCT:
        return _share(answer)
    return answer.text


def _share(answer: Answer) -> str:
    if answer.numerator is None or not answer.denominator:
        return ""
    share = persen(answer.numerator, answer.denominator)
    return f"{share} ({angka(answer.numerator)} dari {angka(answer.denominator)})"
