"""An indicator's rule in words, for the list of the instrument and the indicator's page."""

from __future__ import annotations

from decimal import Decimal

from prasyarat.instruments.models import AnswerType, Indicator
from prasyarat.scoring_words import amount
from pug_portal.lib.numbers import angka

LEVELS = {"P": "provinsi", "K": "kabupaten/kota", "O": "OPD"}


def aim(indicator: Indicator, own_target: Decimal | None = None) -> str:
    """«30%», «2 rapat per semester», «di atas Rp 0»; empty where there is none."""
    rule = indicator.rule
    unit = "%" if indicator.answer_type == AnswerType.PERCENT else indicator.unit
    if rule["target_rule"] == "region":
        if not own_target:
            return "diisi daerah"
        return f"{amount(own_target, unit)} (target daerah)"
    if rule["target"] is None:
        return ""
    word = "di atas " if rule["target_rule"] == "above" else ""
    period = f" per {rule['target_period']}" if rule["target_period"] else ""
    return f"{word}{amount(Decimal(rule['target']), unit)}{period}"


def scores(indicator: Indicator) -> str:
    """How an answer becomes a score."""
    if choices := indicator.rule["choices"]:
        return "; ".join(
            f"{c['label']} = {angka(Decimal(c['score']))}" for c in choices
        )
    most = angka(indicator.max_score)
    if indicator.answer_type == AnswerType.TEXT:
        return f"Terisi dan berbukti = {most}"
    if indicator.rule["target_rule"] == "above":
        return f"{aim(indicator).capitalize()} = {most}, selain itu 0"
    return f"Hasil dibagi target ({aim(indicator)}), paling besar {most}"


def levels(indicator: Indicator) -> str:
    return ", ".join(LEVELS[letter] for letter in indicator.levels)


def points(indicator: Indicator) -> str:
    """What the item is worth at most: weight × most."""
    return angka(indicator.weight * indicator.max_score)
