"""Which sex is too few in a room: the threshold is data, with its source beside it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "data" / "keseimbangan_hadir.json"
WORDS = {"men": "laki-laki", "women": "perempuan"}


@cache
def rule() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def least_percent() -> int:
    return int(rule()["paling_sedikit_persen"])


def short_sex(men: int, women: int) -> str:
    """«perempuan» or «laki-laki» when that sex is under the threshold, else nothing."""
    total = men + women
    if total < int(rule()["mulai_dari_orang"]):
        return ""
    # Whole numbers: exactly thirty per cent is enough.
    fewer, count = ("women", women) if women <= men else ("men", men)
    return WORDS[fewer] if 100 * count < least_percent() * total else ""


def imbalance(men: int, women: int) -> str:
    """The sentence pages and minutes show when a sex is too few, or nothing."""
    short = short_sex(men, women)
    return f"Kurang dari {least_percent()}% peserta adalah {short}." if short else ""
