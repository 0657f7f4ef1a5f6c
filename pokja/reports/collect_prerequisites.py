"""The region's answers on a day, scored twice: as answered, and as verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Prefetch

from pokja.reports.rows import Assessment, IndicatorRow, PrerequisiteRow
from prasyarat.assessments.models import Answer, Evidence, RegionTarget, State
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.instruments.stored import rule_of
from prasyarat.rules import AnswerType, GivenAnswer, IndicatorRule, asked_at
from prasyarat.scoring import ItemScore, Sheet, rounded, score_sheet
from pug_portal.lib.numbers import angka, persen
from pug_portal.regions.models import Level, Region

_LEVELS = {Level.PROVINCE: "P", Level.NATION: "P"}
_UNANSWERED = "Belum diisi"


def assessment(region: Region, on: dt.date) -> Assessment | None:
    """None where no instrument has been loaded."""
    instrument = Instrument.objects.order_by("-year", "-published_at").first()
    if instrument is None:
        return None
    indicators = {
        indicator.code: indicator
        for indicator in Indicator.objects.filter(prerequisite__instrument=instrument)
        .select_related("prerequisite")
        .order_by("prerequisite__order", "order")
    }
    rules = tuple(rule_of(indicator) for indicator in indicators.values())
    rules = asked_at(rules, _LEVELS.get(Level(region.level), "K"))
    answers = _answers(region, instrument, on)
    given = {code: _given(answer, on) for code, answer in answers.items()}
    targets = _targets(region, instrument)
    own = score_sheet(rules, given, region_targets=targets)
    verified = score_sheet(rules, given, region_targets=targets, verified_only=True)
    return Assessment(
        instrument=instrument.name,
        as_of=on,
        self_value=rounded(own.total),
        verified_value=rounded(verified.total),
        prerequisites=_prerequisites(rules, indicators, answers, own, verified),
    )


def _answers(region: Region, instrument: Instrument, on: dt.date) -> dict[str, Answer]:
    """The latest answer to each indicator that holds on the day."""
    rows = (
        Answer.objects.filter(
            region=region, opd=None, indicator__prerequisite__instrument=instrument
        )
        .as_of(on)
        .select_related("indicator")
        .prefetch_related(Prefetch("evidence", Evidence.objects.select_related("file")))
        .order_by("as_of", "pk")
    )
    return {answer.indicator.code: answer for answer in rows}


def _targets(region: Region, instrument: Instrument) -> dict[str, Decimal]:
    rows = RegionTarget.objects.filter(
        region=region, indicator__prerequisite__instrument=instrument
    )
    return dict(rows.values_list("indicator__code", "target"))


def _given(answer: Answer, on: dt.date) -> GivenAnswer:
    return GivenAnswer(
        choice=answer.choice,
        value=answer.value,
        numerator=answer.numerator,
        denominator=answer.denominator,
        text=answer.text,
        not_applicable=answer.state == State.NOT_APPLICABLE,
        note=answer.not_applicable_reason or answer.note,
        has_valid_evidence=any(_is_valid(e, on) for e in answer.evidence.all()),
        verified=answer.verified_at is not None,
        as_of=answer.as_of,
    )


def _is_valid(evidence: Evidence, on: dt.date) -> bool:
    file = evidence.file
    return file is None or file.valid_until is None or file.valid_until >= on


def _prerequisites(
    rules: Iterable[IndicatorRule],
    indicators: dict[str, Indicator],
    answers: dict[str, Answer],
    own: Sheet,
    verified: Sheet,
) -> tuple[PrerequisiteRow, ...]:
    by_code = {rule.code: rule for rule in rules}
    checked = {item.code: item for item in verified.items}
    verified_values = {p.code: p.value for p in verified.prerequisites}
    rows = []
    for tally in own.prerequisites:
        first = indicators[tally.items[0].code].prerequisite
        rows.append(
            PrerequisiteRow(
                code=tally.code,
                order=first.order,
                name=first.name,
                applicable=tally.applicable,
                filled=tally.filled,
                self_value=rounded(tally.value),
                verified_value=rounded(verified_values[tally.code]),
                indicators=tuple(
                    _indicator(
                        by_code[item.code],
                        indicators[item.code].text,
                        answers.get(item.code),
                        item,
                        checked[item.code],
                    )
                    for item in tally.items
                ),
            )
        )
    return tuple(sorted(rows, key=lambda row: row.order))


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
        state=answer.get_state_display() if answer else _UNANSWERED,
        note=_note(answer) if answer else "",
        evidence=len(answer.evidence.all()) if answer else 0,
    )


def _note(answer: Answer) -> str:
    return answer.not_applicable_reason or answer.note


def _words(rule: IndicatorRule, answer: Answer) -> str:
    """The answer as people read it; a share carries its two numbers."""
    if rule.answer_type.is_choice:
        choice = rule.choice(answer.choice)
        return choice.label if choice else ""
    if rule.answer_type is AnswerType.N:
        value = answer.value
        return "" if value is None else f"{angka(value)} {rule.unit}".strip()
    if rule.answer_type is AnswerType.PCT and answer.denominator:
        share = persen(answer.numerator, answer.denominator)
        parts = f"{angka(answer.numerator)} dari {angka(answer.denominator)}"
        return f"{share} ({parts})"
    return answer.text
