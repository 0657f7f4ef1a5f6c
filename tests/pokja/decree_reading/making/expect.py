"""What a person reads off a sample: written beside it as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parent.parent / "samples"


def row(
    name: str,
    position: str,
    kedudukan: str,
    standing: str,
    *,
    institution: str = "",
    nip: str = "",
    sex: str = "",
) -> dict[str, str]:
    """`kedudukan` as printed, `standing` the portal's code ("" where it has none)."""
    return {
        "name": name,
        "position": position,
        "institution": institution,
        "kedudukan": kedudukan,
        "standing": standing,
        "nip": nip,
        "sex": sex,
    }


def write(stem: str, content: bytes, suffix: str, told: dict[str, Any]) -> None:
    (SAMPLES / f"{stem}.{suffix}").write_bytes(content)
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (SAMPLES / f"{stem}.json").write_text(text + "\n", encoding="utf-8")
