"""Indicators of the library, through the real actions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from focal_points.indicators.actions import add_indicator
from focal_points.indicators.formulas import Formula
from focal_points.indicators.models import Indicator
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region

FACTS: dict[str, Any] = {
    "code": "KES-01",
    "name": "Kehadiran suami di kelas ibu hamil",
    "definition": "Suami yang hadir paling sedikit satu kali.",
    "unit": "persen",
    "formula": Formula.PERCENT,
    "formula_text": "",
    "numerator": "Peserta kelas ibu hamil",
    "denominator": "Sasaran kelas ibu hamil",
    "axes": ["jenis_kelamin"],
    "owner": None,
    "source": "Profil kesehatan",
    "baseline_year": 2019,
    "men_top": Decimal(12),
    "men_bottom": Decimal(50),
    "women_top": Decimal(88),
    "women_bottom": Decimal(100),
    "total_top": None,
    "total_bottom": None,
    "is_offered": True,
}


def indicator(region: Region, by: Actor, **facts: Any) -> Indicator:
    return add_indicator(region=region, by=by, **{**FACTS, **facts})
