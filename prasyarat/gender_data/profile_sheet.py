"""The profile as a workbook: one row per category and year, the indices on a second sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from prasyarat.gender_data.grid import HIDDEN, HIDDEN_NOTE
from prasyarat.gender_data.profile_content import Profile, TablePart
from pug_portal.lib.numbers import angka
from pug_portal.lib.sheets import Column, Kind, Text, listing


@dataclass(frozen=True)
class Shown(Kind):
    """A number where there is one to show, else the mark that stands for it."""

    number_format: str = "#,##0.##"

    def write(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True)
class Row:
    domain: str
    table: str
    year: int
    breakdown: str
    category: str
    men: Decimal | str | None
    women: Decimal | str | None
    both: Decimal | str | None
    share: str
    ratio: str
    source: str


COLUMNS = (
    Column("domain", "Ranah", Text(), width=24),
    Column("table", "Tabel", Text(), width=40),
    Column("year", "Tahun", Shown("0"), width=8),
    Column("breakdown", "Pemilahan", Text(), width=18),
    Column("category", "Kategori", Text(), width=32),
    Column("men", "L", Shown(), width=12),
    Column("women", "P", Shown(), width=12),
    Column("both", "Jumlah", Shown(), width=12),
    Column("share", "Perempuan", Text(), width=12),
    Column("ratio", "Rasio P/L", Text(), width=12),
    Column("source", "Sumber", Text(), width=48),
)


def profile_sheet(profile: Profile) -> bytes:
    title = f"Profil gender {profile.region.short_name}"
    return listing(title, COLUMNS, _rows(profile), _indices(profile))


def _rows(profile: Profile) -> Iterator[Row]:
    for chapter in profile.chapters:
        for part in chapter.parts:
            for year in sorted(part.grids, reverse=True):
                yield from _of_year(chapter.domain.label, part, year)


def _of_year(domain: str, part: TablePart, year: int) -> Iterator[Row]:
    for slab in part.grids[year].slabs:
        for line in slab.lines:
            men, women = line.values
            yield Row(
                domain,
                part.table.title,
                year,
                slab.axis.label or "Tabel utama",
                line.label,
                HIDDEN if line.men == HIDDEN else men,
                HIDDEN if line.women == HIDDEN else women,
                HIDDEN if line.both == HIDDEN else line.total,
                line.share,
                line.ratio,
                f"{part.source} ({part.supplier})" if part.supplier else part.source,
            )


def _indices(profile: Profile) -> list[tuple[str, int | str]]:
    found: list[tuple[str, int | str]] = [
        ("Daerah", profile.region.name),
        ("Sampai tahun data", profile.year),
        ("Catatan", HIDDEN_NOTE),
    ]
    for part in profile.indices:
        for name, values in part.columns:
            for year in sorted(values, reverse=True):
                value = angka(values[year], part.index.places)
                found.append((f"{part.name} {name} {year}", value))
        found.append((f"Sumber {part.name}", "; ".join(part.sources)))
        found.append((f"Arah {part.name}", part.index.direction))
    return found
