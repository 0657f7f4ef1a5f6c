"""How much work a step takes: an estimate kept as data, with its source beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from prasyarat.instruments.loading import InstrumentFileError, read_json
from prasyarat.instruments.row import Row

SCHEMA = 1
SHIPPED = Path(__file__).resolve().parents[1] / "data" / "usaha_perbaikan.json"


@dataclass(frozen=True)
class Effort:
    code: str
    label: str
    weight: Decimal
    meaning: str


@dataclass(frozen=True)
class Efforts:
    """`verify` and `evidence` hold where only that is left to do, whatever the item."""

    source: str
    known: tuple[Effort, ...]
    verify: Effort
    evidence: Effort
    otherwise: Effort
    by_instrument: Mapping[str, Mapping[str, Effort]]

    def of(self, instrument: str, indicator: str) -> Effort:
        """`instrument` with its version: the estimate outlives a new version."""
        named = self.by_instrument.get(instrument.rpartition("-v")[0], {})
        return named.get(indicator, self.otherwise)


@cache
def efforts() -> Efforts:
    """The shipped estimates, read once per process."""
    return read_efforts(SHIPPED)


def read_efforts(path: Path) -> Efforts:
    problems: list[str] = []
    row = Row("Berkas", read_json(path), problems)
    if row.whole("schema") != SCHEMA:
        row.refuse(f"schema harus {SCHEMA}.")
    known = {each.code: each for each in map(_effort, row.rows("efforts", "usaha"))}
    if not known:
        raise InstrumentFileError(problems or ["Berkas: efforts belum ada."])
    words = tuple(known)
    made = Efforts(
        source=row.text("source"),
        known=tuple(known.values()),
        verify=known[row.one_of("verify", words)],
        evidence=known[row.one_of("evidence", words)],
        otherwise=known[row.one_of("otherwise", words)],
        by_instrument={
            name: _named(Row(f"Instrumen {name}", raw, problems), known)
            for name, raw in row.mapping("instruments").items()
        },
    )
    row.finish()
    if problems:
        raise InstrumentFileError(problems)
    return made


def _effort(row: Row) -> Effort:
    made = Effort(
        row.text("code"), row.text("label"), row.number("weight"), row.text("meaning")
    )
    if made.weight <= 0:
        row.refuse("weight harus di atas 0.")
    row.finish()
    return made


def _named(row: Row, known: Mapping[str, Effort]) -> dict[str, Effort]:
    return {code: known[row.one_of(code, tuple(known))] for code in row.raw}
