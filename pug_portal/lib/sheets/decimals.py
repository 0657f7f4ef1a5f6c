"""A number with a comma in a cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pug_portal.lib.numbers import (
    BIGGEST_DECIMAL,
    NumberRefused,
    angka,
    parse_decimal,
)
from pug_portal.lib.sheets.kinds import CellRefused, Kind
from pug_portal.lib.sheets.safe_text import unguarded


@dataclass(frozen=True)
class Number(Kind):
    """From zero on; an empty cell is unknown, which is not zero."""

    places: int = 2
    number_format: str = "#,##0.##"
    hint: str = "Angka dari nol; kosong berarti belum ada."

    def read(self, cell: Any) -> Decimal | None:
        if isinstance(cell, bool | dt.date):
            raise CellRefused("bukan angka, tulis misalnya 12,5")
        if isinstance(cell, int | float):
            return self._checked(Decimal(str(cell)))
        try:
            return parse_decimal(unguarded(cell), self.places)
        except NumberRefused as refused:
            raise CellRefused(refused.sentence) from refused

    def _checked(self, value: Decimal) -> Decimal:
        if value < 0:
            raise CellRefused("tidak boleh kurang dari nol")
        if not value <= BIGGEST_DECIMAL:
            raise CellRefused(f"paling besar {angka(BIGGEST_DECIMAL)}")
        if value.as_tuple().exponent < -self.places:  # type: ignore[operator]
            raise CellRefused(f"paling banyak {self.places} angka di belakang koma")
        return value

    def write(self, value: Any) -> Any:
        if value is None:
            return None
        return int(value) if value == value.to_integral_value() else float(value)

    def shown(self, value: Any) -> str:
        return "" if value is None else angka(value)
