"""What a column holds: how it is read from a cell, written into one and told on the screen."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import (
    BIGGEST_COUNT,
    BIGGEST_RUPIAH,
    NumberRefused,
    angka,
    parse_count,
    parse_rupiah,
    rupiah,
)
from pug_portal.lib.sheets.safe_text import guarded, tidy, unguarded
from pug_portal.lib.sheets.typed_dates import (
    NOT_KNOWN,
    DateRefused,
    parse_date,
    within_years,
)

# Excel keeps fifteen digits of a number and turns the rest to zeros, without a word.
EXACT_DIGITS = 15
_APART = re.compile(r"[;\r\n]")
Scalar = str | int | float | bool | dt.date


class CellRefused(ValueError):
    """`sentence`: what is wrong and what to write, behind the address of the cell."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Kind:
    """A stored value is what `read` returns; an empty cell is `empty`."""

    empty: Any = None
    number_format = "@"
    hint = ""
    # A list in the cell, and whether anything else is refused by the program.
    options: tuple[str, ...] = ()
    is_strict = True

    def read(self, cell: Scalar) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        return None if value == self.empty else value

    def shown(self, value: Any) -> str:
        return "" if value is None else str(value)

    def same(self, old: Any, new: Any) -> bool:
        return bool(old == new)


@dataclass(frozen=True)
class Text(Kind):
    longest: int = 250
    empty: Any = ""
    hint: str = ""

    def read(self, cell: Scalar) -> str:
        text = tidy(unguarded(cell_text(cell)))
        if len(text) > self.longest:
            raise CellRefused(
                f"terlalu panjang ({len(text)} karakter), paling banyak {self.longest}"
            )
        return text

    def write(self, value: Any) -> str | None:
        return guarded(str(value)) if value else None

    def same(self, old: Any, new: Any) -> bool:
        return tidy(old or "") == tidy(new or "")


@dataclass(frozen=True)
class ListedText(Text):
    """Free text with a list to choose from: what stands in the list is offered, not forced."""

    options: tuple[str, ...] = ()
    is_strict: bool = False


@dataclass(frozen=True)
class Lines(Text):
    """Several texts in one cell, apart by a semicolon; kept as a list."""

    empty: Any = field(default_factory=list)
    hint: str = "Beberapa isian dipisahkan dengan titik koma."

    def read(self, cell: Scalar) -> list[str]:  # type: ignore[override]
        found = _parts(unguarded(cell_text(cell)))
        if sum(map(len, found)) > self.longest:
            raise CellRefused(f"terlalu panjang, paling banyak {self.longest} karakter")
        return found

    def write(self, value: Any) -> str | None:
        return guarded("; ".join(value)) if value else None

    def shown(self, value: Any) -> str:
        return "; ".join(value or [])

    def same(self, old: Any, new: Any) -> bool:
        """As the cell would hold them: a stored text may hold a semicolon itself."""
        return _parts("; ".join(old or [])) == _parts("; ".join(new or []))


@dataclass(frozen=True)
class Count(Kind):
    biggest: int = BIGGEST_COUNT
    number_format: str = "0"
    hint: str = "Bilangan bulat."

    def read(self, cell: Scalar) -> int | None:
        return _whole(cell, self.biggest, parse_count, "12")

    def shown(self, value: Any) -> str:
        return "" if value is None else angka(value)


@dataclass(frozen=True)
class Year(Kind):
    number_format: str = "0"
    hint: str = "Tahun dengan empat angka."

    def read(self, cell: Scalar) -> int | None:
        # Excel hands a whole number over as 2024.0.
        text = f"{cell:g}" if isinstance(cell, float) else unguarded(str(cell)).strip()
        if not text:
            return None
        if isinstance(cell, bool) or not re.fullmatch(r"[0-9]{4}", text):
            raise CellRefused("tulis tahun dengan empat angka, misalnya 2025")
        return int(text)

    def shown(self, value: Any) -> str:
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Rupiah(Kind):
    biggest: int = BIGGEST_RUPIAH
    number_format: str = '"Rp" #,##0'
    hint: str = "Rupiah bulat tanpa sen."

    def read(self, cell: Scalar) -> int | None:
        return _whole(cell, self.biggest, parse_rupiah, "1.500.000")

    def shown(self, value: Any) -> str:
        return "" if value is None else rupiah(value)


@dataclass(frozen=True)
class Date(Kind):
    number_format: str = "dd/mm/yyyy"
    hint: str = "Tanggal, misalnya 26/10/2020 atau 26 Oktober 2020."

    def read(self, cell: Scalar) -> dt.date | None:
        try:
            if isinstance(cell, dt.date):
                return within_years(cell)
            if isinstance(cell, str):
                typed = unguarded(cell).strip()
                return parse_date(typed) if typed else None
        except DateRefused as refused:
            raise CellRefused(refused.sentence) from refused
        raise CellRefused(NOT_KNOWN)

    def shown(self, value: Any) -> str:
        return tanggal(value) if value else ""


@dataclass(frozen=True)
class Choice(Kind):
    """`pairs`: stored value and its label; the label stands in the cell."""

    pairs: tuple[tuple[Any, str], ...] = ()
    also: tuple[tuple[str, Any], ...] = ()
    empty: Any = ""
    hint: str = "Pilih dari daftar."

    @property
    def options(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(label for _, label in self.pairs)

    @cached_property
    def _by_word(self) -> dict[str, Any]:
        words = {_word(word): value for word, value in self.also}
        words |= {
            _word(value): value for value, _ in self.pairs if isinstance(value, str)
        }
        return words | {_word(label): value for value, label in self.pairs}

    @cached_property
    def _labels(self) -> dict[Any, str]:
        return dict(self.pairs)

    def read(self, cell: Scalar) -> Any:
        typed = tidy(unguarded(cell_text(cell)))
        if not typed:
            return self.empty
        try:
            return self._by_word[typed.casefold()]
        except KeyError:
            raise CellRefused(self._advice(typed)) from None

    def _advice(self, typed: str) -> str:
        near = difflib.get_close_matches(typed, self.options, n=1, cutoff=0.6)
        if near:
            advice = f"mungkin maksudnya «{near[0]}»"
        elif not self.options:
            advice = "daftarnya masih kosong"
        elif len(self.options) <= 10:
            advice = "pilih " + _either(self.options)
        else:
            advice = "pilih dari daftar pada selnya"
        return f"«{typed[:40]}» tidak ada dalam daftar, {advice}"

    def write(self, value: Any) -> str | None:
        label = self._labels.get(value)
        return guarded(label) if label else None

    def shown(self, value: Any) -> str:
        return self._labels.get(value, "")


def sex(**more: Any) -> Choice:
    """L or P, and the words people write for them."""
    male, female = (
        ("lk", "laki-laki", "laki laki", "pria"),
        ("pr", "perempuan", "wanita"),
    )
    also = tuple((word, "L") for word in male) + tuple((word, "P") for word in female)
    return Choice(pairs=(("L", "L"), ("P", "P")), also=also, hint="L atau P.", **more)


def yes_no(**more: Any) -> Choice:
    yes, no = ("benar", "true", "y"), ("salah", "false", "t")
    also = tuple((word, True) for word in yes) + tuple((word, False) for word in no)
    return Choice(pairs=((True, "Ya"), (False, "Tidak")), also=also, empty=None, **more)


def cell_text(cell: Scalar) -> str:
    """A number typed into a text column, as long as no digit was lost."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if abs(cell) >= 10**EXACT_DIGITS:
        raise CellRefused(
            "terbaca sebagai angka sehingga angka terakhirnya hilang; ubah format sel "
            "menjadi Teks, lalu ketik ulang"
        )
    return str(int(cell)) if cell == int(cell) else str(cell)


def _whole(cell: Scalar, biggest: int, parse: Any, example: str) -> int | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if cell != int(cell) or cell < 0 or cell > biggest:
            raise CellRefused(f"harus bilangan bulat dari nol, misalnya {example}")
        return int(cell)
    if isinstance(cell, bool | dt.date):
        raise CellRefused(f"bukan angka, tulis misalnya {example}")
    try:
        found: int | None = parse(unguarded(cell), biggest)
    except NumberRefused as refused:
        raise CellRefused(refused.sentence) from refused
    return found


def _parts(text: str) -> list[str]:
    # A workbook turns every line end into a single one.
    parts = map(tidy, _APART.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def _word(text: Any) -> str:
    return tidy(str(text)).casefold()


def _either(options: Iterable[str]) -> str:
    *first, last = options
    return (
        f"{', '.join(first)}, atau {last}"
        if len(first) > 1
        else " atau ".join([*first, last])
    )
