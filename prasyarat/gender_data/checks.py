"""The rules of a table: what may be saved, and what more is needed to hand it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from prasyarat.gender_data.definitions import MAIN, Axis, Table
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import BIGGEST_COUNT, angka

FIRST_YEAR = 2010
BIGGEST_RATE = Decimal(999_999_999)

Key = tuple[str, str]
Pair = tuple[Decimal | None, Decimal | None]


def check_year(year: int) -> None:
    """Data of a year that has begun; the future has none."""
    if not FIRST_YEAR <= year <= today().year:
        raise Refusal(
            f"Tahun data {FIRST_YEAR} sampai {today().year}. Tahun {year} belum dapat diisi.",
            field="year",
        )


def check_known(
    table: Table, axes: Sequence[Axis], figures: Mapping[Key, Pair]
) -> None:
    known = {(axis.code, each.code) for axis in axes for each in axis.categories}
    for key, (men, women) in figures.items():
        if key not in known:
            raise Refusal(
                f"Kategori «{'/'.join(filter(None, key))}» tidak ada pada tabel ini."
            )
        for value in (men, women):
            _check_value(table, value)
        if men is not None and not table.has_men:
            raise Refusal("Tabel ini hanya memuat perempuan; kosongkan kolom L.")


def _check_value(table: Table, value: Decimal | None) -> None:
    if value is None:
        return
    if value < 0:
        raise Refusal("Angka tidak boleh kurang dari nol.")
    if value > BIGGEST_COUNT:
        raise Refusal(f"Angka paling besar {angka(BIGGEST_COUNT)}. Periksa kembali.")
    if table.is_count and value != value.to_integral_value():
        raise Refusal("Jumlah harus bilangan bulat.")
    if table.unit == "%" and value > 100:
        raise Refusal("Persentase paling besar 100.")


def why_not_total(pair: Pair, typed: Decimal | None) -> str:
    """A total typed for control must be what L and P give."""
    men, women = pair
    if typed is None:
        return ""
    if men is None or women is None:
        return "Jumlah tidak dapat diperiksa: isi L dan P, atau kosongkan jumlahnya."
    if men + women == typed:
        return ""
    return (
        f"L {angka(men)} + P {angka(women)} = {angka(men + women)}, bukan "
        f"{angka(typed)}. Perbaiki salah satunya."
    )


def filled(pair: Pair) -> bool:
    return any(value is not None for value in pair)


def check_ready(
    table: Table, axes: Sequence[Axis], figures: Mapping[Key, Pair], source: str
) -> None:
    if not any(filled(pair) for (axis, _), pair in figures.items() if axis == MAIN):
        raise Refusal("Tabel ini belum berisi angka. Isi dahulu, lalu ajukan.")
    if not source.strip():
        raise Refusal("Sebutkan sumber datanya sebelum mengajukan.", field="source")
    if not table.is_count:
        return
    sums = {axis.code: _sums(axis, figures) for axis in axes}
    for axis in axes[1:]:
        for sex, main, part in zip("LP", sums[MAIN], sums[axis.code], strict=True):
            if main is not None and part is not None and main != part:
                raise Refusal(
                    f"Jumlah {sex} menurut {axis.label.lower()} {angka(part)}, "
                    f"sedangkan tabel utamanya {angka(main)}. Samakan keduanya."
                )


def _sums(axis: Axis, figures: Mapping[Key, Pair]) -> list[Decimal | None]:
    """Of L and of P; None while a category is unknown."""
    pairs = [
        figures.get((axis.code, each.code), (None, None)) for each in axis.categories
    ]
    found: list[Decimal | None] = []
    for values in zip(*pairs, strict=True):
        known = [value for value in values if value is not None]
        found.append(sum(known, Decimal(0)) if len(known) == len(values) else None)
    return found
