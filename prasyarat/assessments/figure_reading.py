"""The portal's own figures: which fact an indicator asks for, and what stands written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from prasyarat import facts
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer
from prasyarat.facts import Fact
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.stored import rule_of
from prasyarat.rules import AnswerType

SHIPPED = "daftar-periksa-internal-"
ANSWERING = ("choice", "value", "numerator", "denominator", "documented")
NOTHING: dict[str, Any] = {
    "choice": "",
    "value": None,
    "numerator": None,
    "denominator": None,
    "documented": False,
}


def fact_named(indicator: Indicator, *, of_opd: bool) -> str:
    """The name of its fact, or nothing. Needs the instrument at hand."""
    known = facts.OPD_NAMES if of_opd else facts.NAMES
    named = str(indicator.rule.get("opd_fact" if of_opd else "fact") or "")
    if named:
        return named if named in known else ""
    if not indicator.prerequisite.instrument.code.startswith(SHIPPED):
        return ""
    return (facts.OPD_HINTS if of_opd else facts.HINTS).get(indicator.code, "")


def fact_for(item: Item, on: dt.date) -> Fact | None:
    """What the portal says of one item at this moment."""
    name = fact_named(item.indicator, of_opd=item.opd is not None)
    if not name:
        return None
    if item.opd is None:
        return facts.ask(name, item.region, on)
    return facts.ask_by_opd(name, item.region, on).get(item.opd.pk)


def answer_in(indicator: Indicator, fact: Fact) -> dict[str, Any]:
    """The fact as the answer of an indicator of this type; `NOTHING` for a hint."""
    rule = rule_of(indicator)
    documented = fact.documented or bool(fact.files)
    if rule.answer_type.is_choice and fact.yes is not None and rule.choices:
        ranked = sorted(rule.choices, key=lambda choice: choice.score)
        choice = ranked[-1] if fact.yes else ranked[0]
        return {**NOTHING, "choice": choice.code, "documented": documented}
    if fact.value is None:
        return NOTHING
    if rule.answer_type is AnswerType.N and fact.denominator is None:
        return {**NOTHING, "value": fact.value, "documented": documented}
    if rule.answer_type is AnswerType.PCT and fact.denominator:
        return {
            **NOTHING,
            "numerator": fact.value,
            "denominator": Decimal(fact.denominator),
            "documented": documented,
        }
    return NOTHING


def figure_of(item: Item, on: dt.date) -> PortalFigure | None:
    """The figure that answers the item on a day, unless a person does."""
    found = (
        PortalFigure.objects.filter(
            region=item.region, opd=item.opd, indicator=item.indicator, as_of__lte=on
        )
        .order_by("-as_of", "-pk")
        .first()
    )
    return found if found is not None and found.says_something else None


@dataclass(frozen=True)
class Moved:
    """The figure somebody had before him when he verified, and the one of today."""

    then: PortalFigure
    now: PortalFigure
    verified_on: dt.date


def moved_since(
    answer: Answer | None, figures: Iterable[PortalFigure], on: dt.date
) -> Moved | None:
    """Whether the portal counts something else since the answer was verified.

    `figures` are the item's own, oldest first. An answer stays verified: what has moved
    under it is told, and a person decides.
    """
    if answer is None or answer.verified_at is None:
        return None
    verified_on = localdate(answer.verified_at)
    then = now = None
    for figure in figures:
        if figure.as_of <= verified_on:
            then = figure
        if figure.as_of <= on:
            now = figure
    if then is None or now is None or not then.says_something:
        return None
    is_same = all(getattr(then, name) == getattr(now, name) for name in ANSWERING)
    return None if is_same else Moved(then, now, verified_on)
