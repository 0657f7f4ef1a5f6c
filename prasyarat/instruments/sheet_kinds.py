"""Cells of an instrument's workbook: texts as they are, exact numbers, lists of words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pug_portal.lib.numbers import NumberRefused, angka, parse_decimal
from pug_portal.lib.sheets import CellRefused, Kind, Text
from pug_portal.lib.sheets.kinds import cell_text
from pug_portal.lib.sheets.safe_text import tidy, unguarded

PLACES = 6


@dataclass(frozen=True)
class Words(Text):
    """As typed, line ends and double spaces included: the content is to come back equal."""

    def read(self, cell: Any) -> str:
        text = unguarded(cell_text(cell)).strip()
        if len(text) > self.longest:
            raise CellRefused(
                f"terlalu panjang ({len(text)} karakter), paling banyak {self.longest}"
            )
        return text

    def same(self, old: Any, new: Any) -> bool:
        return bool(old == new)


@dataclass(frozen=True)
class Number(Kind):
    number_format: str = "General"
    hint: str = "Angka dari nol, misalnya 1 atau 0,5."
    smallest: Decimal = Decimal(0)

    def read(self, cell: Any) -> Decimal | None:
        if isinstance(cell, bool | dt.date):
            raise CellRefused("bukan angka, tulis misalnya 1 atau 0,5")
        if isinstance(cell, int | float):
            cell = format(Decimal(str(cell)), "f").replace(".", ",")
        try:
            value = parse_decimal(unguarded(cell), PLACES, None)
        except NumberRefused as refused:
            raise CellRefused(refused.sentence) from refused
        if value is not None and value < self.smallest:
            raise CellRefused("tidak boleh kurang dari nol")
        return value

    def write(self, value: Any) -> Any:
        if value is None:
            return None
        return int(value) if value == int(value) else float(value)

    def shown(self, value: Any) -> str:
        return "" if value is None else angka(value)


@dataclass(frozen=True)
class Several(Kind):
    """Several words of a list, apart by a semicolon: stored value and its label."""

    pairs: tuple[tuple[str, str], ...] = ()
    empty: Any = field(default_factory=list)

    @property
    def hint(self) -> str:  # type: ignore[override]
        words = ", ".join(label for _, label in self.pairs)
        return f"Satu atau beberapa, dipisahkan titik koma: {words}."

    def read(self, cell: Any) -> list[str]:
        known = {label.casefold(): value for value, label in self.pairs}
        known |= {value.casefold(): value for value, _ in self.pairs}
        found = []
        for word in unguarded(cell_text(cell)).split(";"):
            if not tidy(word):
                continue
            value = known.get(tidy(word).casefold())
            if value is None:
                raise CellRefused(f"«{tidy(word)[:40]}» tidak dikenal. {self.hint}")
            found.append(value)
        return list(dict.fromkeys(found))

    def write(self, value: Any) -> str | None:
        labels = dict(self.pairs)
        return "; ".join(labels.get(v, v) for v in value) if value else None

    def shown(self, value: Any) -> str:
        return self.write(value) or ""


@dataclass(frozen=True)
class Codes(Kind):
    """Codes of another tab, apart by a semicolon."""

    hint: str = "Kode dari lembar Sumber, dipisahkan titik koma."
    empty: Any = field(default_factory=list)

    def read(self, cell: Any) -> list[str]:
        parts = map(tidy, unguarded(cell_text(cell)).split(";"))
        return list(dict.fromkeys(part for part in parts if part))

    def write(self, value: Any) -> str | None:
        return "; ".join(value) if value else None

    def shown(self, value: Any) -> str:
        return "; ".join(value or [])
