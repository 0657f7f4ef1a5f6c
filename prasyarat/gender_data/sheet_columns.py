"""The columns of the workbook of sex-disaggregated tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pug_portal.lib.numbers import NumberRefused, angka, parse_decimal
from pug_portal.lib.sheets import CellRefused, Column, Kind, Text

FIXED = ("table", "breakdown", "category")
PLACES = 2


@dataclass(frozen=True)
class Number(Kind):
    """People, or a rate with a comma; empty is unknown."""

    number_format: str = "#,##0.##"
    hint: str = "Angka dari nol; kosong berarti belum diketahui."

    def read(self, cell: Any) -> Decimal | None:
        if isinstance(cell, bool | dt.date):
            raise CellRefused("bukan angka, tulis misalnya 12")
        if isinstance(cell, int | float):
            return self._checked(Decimal(str(cell)))
        try:
            return parse_decimal(cell, PLACES)
        except NumberRefused as refused:
            raise CellRefused(refused.sentence) from refused

    def _checked(self, value: Decimal) -> Decimal:
        if value < 0:
            raise CellRefused("tidak boleh kurang dari nol")
        if value.as_tuple().exponent < -PLACES:  # type: ignore[operator]
            raise CellRefused(f"paling banyak {PLACES} angka di belakang koma")
        return value

    def write(self, value: Any) -> Any:
        if value is None:
            return None
        return int(value) if value == value.to_integral_value() else float(value)

    def shown(self, value: Any) -> str:
        return "" if value is None else angka(value)


COLUMNS = (
    Column("table", "Tabel", Text(200), "Jangan diubah.", width=40, is_kept_when_empty=True),
    Column("breakdown", "Pemilahan", Text(60), "Jangan diubah.", width=18, is_kept_when_empty=True),
    Column("category", "Kategori", Text(80), "Jangan diubah.", width=32, is_kept_when_empty=True),
    Column("men", "L", Number(), "Laki-laki.", width=12),
    Column("women", "P", Number(), "Perempuan.", width=12),
    Column(
        "control",
        "Jumlah di sumber",
        Number(),
        "Boleh kosong; bila diisi harus sama dengan L + P.",
        width=16,
        of=lambda row: None,
    ),
    Column("source", "Sumber", Text(200), width=40, is_kept_when_empty=True),
)  # fmt: skip
