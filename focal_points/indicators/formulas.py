"""How a value comes from what was counted. Missing stays missing: None, never 0."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

Number = Decimal | None


class Formula(models.TextChoices):
    DIRECT = "langsung", "Nilai langsung, tanpa pembagian"
    PERCENT = "persen", "Pembilang ÷ penyebut × 100"
    RATIO = "rasio", "Pembilang ÷ penyebut"
    PER_THOUSAND = "per_1000", "Pembilang ÷ penyebut × 1.000"
    PER_HUNDRED_THOUSAND = "per_100000", "Pembilang ÷ penyebut × 100.000"


_TIMES = {
    Formula.PERCENT: Decimal(100),
    Formula.RATIO: Decimal(1),
    Formula.PER_THOUSAND: Decimal(1000),
    Formula.PER_HUNDRED_THOUSAND: Decimal(100_000),
}


def divides(formula: str) -> bool:
    return formula != Formula.DIRECT


def compute(formula: str, top: Number, bottom: Number) -> Number:
    """`top` is the numerator, or the value itself where nothing is divided."""
    if not divides(formula):
        return top
    if top is None or not bottom:
        return None
    return top * _TIMES[Formula(formula)] / bottom


def added(men: Number, women: Number) -> Number:
    """One sex counted and the other not is no total."""
    return None if men is None or women is None else men + women


def gap(men: Number, women: Number) -> Number:
    """L less P; nothing can be said while one of them is missing."""
    return None if men is None or women is None else men - women
