"""Rules over the sex-disaggregated tables, and what they read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.urls import reverse

from prasyarat.consistency.core import Case, Chapter, Rule, Severity
from prasyarat.gender_data.models import HANDED_IN, TableYear
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Region

YEARS = 2
LEAP = 10
HUNDRED = Decimal(100)
SEXES = ("L", "P")
Pair = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True)
class Filled:
    """One table of one year that was handed in; figures by axis, then category."""

    code: str
    title: str
    year: int
    url: str
    is_count: bool = True
    unit: str = ""
    source: str = ""
    is_verified: bool = False
    writers: frozenset[int] = frozenset()
    verified_by: int | None = None
    figures: Mapping[str, Mapping[str, Pair]] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        return f"{self.code} {self.title} {self.year}"

    def total(self, axis: str, sex: int) -> Decimal | None:
        """None while a category is unknown."""
        values = [pair[sex] for pair in self.figures.get(axis, {}).values()]
        known = [value for value in values if value is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(values) else None


@dataclass(frozen=True)
class Tables:
    tables: tuple[Filled, ...] = ()


def load(region: Region, on: dt.date) -> Tables:
    rows = TableYear.objects.filter(
        region=region,
        year__gt=on.year - YEARS - 1,
        year__lte=on.year,
        state__in=HANDED_IN,
    ).prefetch_related("figures")
    return Tables(tuple(filled_of(row) for row in rows.order_by("table", "year")))


def filled_of(row: TableYear) -> Filled:
    figures: dict[str, dict[str, Pair]] = {}
    for figure in row.figures.all():
        figures.setdefault(figure.axis, {})[figure.category] = figure.pair
    known = row.definition
    address = reverse("gender-table", kwargs={"kode": row.table})
    return Filled(
        code=row.table,
        title=row.title,
        year=row.year,
        url=f"{address}?tahun={row.year}",
        is_count=known.is_count if known else False,
        unit=known.unit if known else "",
        source=row.source,
        is_verified=row.verified_at is not None,
        writers=frozenset(filter(None, (row.touched_by_id, row.submitted_by_id))),
        verified_by=row.verified_by_id,
        figures=figures,
    )


def parts_differ_from_the_whole(seen: Tables) -> Iterator[Case]:
    for row in seen.tables:
        for axis in row.figures if row.is_count else ():
            for sex, name in enumerate(SEXES):
                whole, part = row.total("", sex), row.total(axis, sex)
                if axis and whole is not None and part is not None and whole != part:
                    yield _case(
                        row,
                        f"Jumlah {name} menurut {axis} {angka(part)}, tabel utama {angka(whole)}.",
                    )


def rate_above_hundred(seen: Tables) -> Iterator[Case]:
    for row in seen.tables:
        for pair in _pairs(row) if row.unit == "%" else ():
            for value in pair:
                if value is not None and value > HUNDRED:
                    yield _case(row, f"Tertulis {angka(value)}%.")


def without_source(seen: Tables) -> Iterator[Case]:
    for row in seen.tables:
        if not row.source.strip():
            yield _case(row, "Sumber data kosong.")


def verified_by_its_writer(seen: Tables) -> Iterator[Case]:
    for row in seen.tables:
        if row.verified_by is not None and row.verified_by in row.writers:
            yield _case(row, "Yang memverifikasi ikut mengisi tabel ini.")


def leaps_from_last_year(seen: Tables) -> Iterator[Case]:
    before = {(row.code, row.year): row for row in seen.tables}
    for row in seen.tables:
        earlier = before.get((row.code, row.year - 1))
        for sex, name in enumerate(SEXES):
            new = row.total("", sex)
            old = earlier.total("", sex) if earlier and row.is_count else None
            if new and old and (new >= old * LEAP or old >= new * LEAP):
                yield _case(
                    row, f"{name} dari {angka(old)} menjadi {angka(new)} dalam setahun."
                )


def _pairs(row: Filled) -> Iterator[Pair]:
    for categories in row.figures.values():
        yield from categories.values()


def _case(row: Filled, sentence: str) -> Case:
    return Case(row.subject, sentence, row.url)


H, M, L = Severity.HEAVY, Severity.MIDDLE, Severity.LIGHT
CHAPTER = Chapter(
    "Data terpilah",
    load,
    (
        Rule(
            "T01",
            "Perempuan dan laki-laki tidak sama dengan jumlahnya",
            "Pilahan menurut umur, wilayah, atau disabilitas harus berjumlah sama dengan tabel utama.",
            H,
            parts_differ_from_the_whole,
        ),
        Rule(
            "T02",
            "Persentase tabel di atas 100",
            "Bagian tidak mungkin melebihi keseluruhan.",
            H,
            rate_above_hundred,
        ),
        Rule(
            "T03",
            "Tabel tanpa sumber",
            "Angka tanpa sumber tidak dapat dicetak dalam profil gender.",
            M,
            without_source,
        ),
        Rule(
            "T04",
            "Tabel diverifikasi oleh pengisinya",
            "Tidak seorang pun memverifikasi tabelnya sendiri.",
            H,
            verified_by_its_writer,
        ),
        Rule(
            "T05",
            "Angka melonjak dari tahun sebelumnya",
            f"Perubahan {LEAP} kali lipat biasanya salah ketik atau salah satuan.",
            L,
            leaps_from_last_year,
        ),
    ),
)
