"""Codes of program, kegiatan and sub kegiatan: compared as numbers, kept as typed."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "nomenklatur_208_pppa.csv"


def normal(code: str) -> str:
    """«2.08.02.2.01.0001» and «2.08.02.02.01.01» are one code: zeros in front drop off."""
    parts = [part.strip() for part in code.strip().strip(".").split(".")]
    return ".".join(part.lstrip("0") or "0" if part else "" for part in parts)


@dataclass(frozen=True, slots=True)
class Suggestion:
    level: str
    code: str
    name: str


@cache
def suggestions() -> tuple[Suggestion, ...]:
    """Sub kegiatan first, then the kegiatan and programs above them."""
    order = {"sub kegiatan": 0, "kegiatan": 1, "kegiatan provinsi": 2, "program": 3}
    with FILE.open(encoding="utf-8", newline="") as source:
        rows = [
            Suggestion(row["tingkat"], row["kode"], row["nama"])
            for row in csv.DictReader(source)
        ]
    return tuple(sorted(rows, key=lambda row: (order[row.level], row.code)))


def name_of(code: str) -> str:
    """The name in the nomenclature we know, or nothing."""
    wanted = normal(code)
    found = (row.name for row in suggestions() if normal(row.code) == wanted)
    return next(found, "")
