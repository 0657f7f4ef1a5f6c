"""Reads the file of table definitions strictly: every fault is named with its row."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path

from prasyarat.gender_data.definitions import (
    KECAMATAN,
    Axis,
    Catalogue,
    Category,
    Domain,
    Table,
)
from prasyarat.instruments.loading import InstrumentFileError, read_json
from prasyarat.instruments.row import Row

SCHEMA = 1
SHIPPED = Path(__file__).resolve().parents[1] / "data" / "data_terpilah.json"
COUNT, RATE = "jumlah", "angka"
_CODE = re.compile(r"[A-Z]{3}-[0-9]{1,3}")
_LONGEST = 24


@cache
def catalogue() -> Catalogue:
    """The shipped definitions, read once per process."""
    return read_catalogue(SHIPPED)


def read_catalogue(path: Path) -> Catalogue:
    problems: list[str] = []
    found = _catalogue(Row("Berkas", read_json(path), problems), problems)
    if problems:
        raise InstrumentFileError(problems)
    return found


def _catalogue(row: Row, problems: list[str]) -> Catalogue:
    if row.whole("schema") != SCHEMA:
        row.refuse(f"schema harus {SCHEMA}.")
    sets = _sets(row)
    domains = {each.code: each for each in map(_domain, row.rows("domains", "ranah"))}
    axes = {
        each.code: each for each in (_axis(a, sets) for a in row.rows("axes", "sumbu"))
    }
    tables = tuple(
        _table(table, domains, axes, sets) for table in row.rows("tables", "tabel")
    )
    made = Catalogue(
        version=row.whole("version"),
        source=row.text("source"),
        hidden_below=row.whole("hidden_below"),
        domains=tuple(domains.values()),
        tables=tables,
    )
    row.finish()
    codes = [table.code for table in tables]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        problems.append(f"Berkas: kode tabel {code} tertulis lebih dari sekali.")
    return made


def _domain(row: Row) -> Domain:
    made = Domain(row.text("code"), row.text("label"))
    row.finish()
    return made


def _sets(row: Row) -> dict[str, tuple[Category, ...]]:
    held = row.row("category_sets")
    if held is None:
        return {}
    found = {
        name: tuple(_category(each) for each in held.rows(name, "kategori"))
        for name in list(held.raw)
    }
    for name, categories in found.items():
        codes = [category.code for category in categories]
        if not codes or len(set(codes)) < len(codes):
            held.refuse(f"{name} kosong atau memuat kode yang sama dua kali.")
    held.finish()
    return found


def _category(row: Row) -> Category:
    made = Category(row.text("code"), row.text("label"))
    if len(made.code) > _LONGEST:
        row.refuse(f"code paling panjang {_LONGEST} karakter.")
    row.finish()
    return made


def _axis(row: Row, sets: dict[str, tuple[Category, ...]]) -> Axis:
    code, label, name = row.text("code"), row.text("label"), row.text("categories")
    if code != KECAMATAN and name not in sets:
        row.refuse(f"categories «{name}» tidak ada di category_sets.")
    row.finish()
    return Axis(code, label, () if code == KECAMATAN else sets.get(name, ()))


def _table(
    row: Row,
    domains: dict[str, Domain],
    axes: dict[str, Axis],
    sets: dict[str, tuple[Category, ...]],
) -> Table:
    code = row.text("code")
    if code and not _CODE.fullmatch(code):
        row.refuse("code harus seperti KES-2.")
    rows = row.one_of("rows", tuple(sets) or ("",))
    supplier = row.row("supplier") or Row(row.name, {}, row.problems)
    domain = row.one_of("domain", tuple(domains) or ("",))
    made = Table(
        code=code,
        domain=domains.get(domain, Domain(domain, domain)),
        title=row.text("title"),
        is_count=row.one_of("kind", (COUNT, RATE)) == COUNT,
        unit=row.text("unit"),
        rows=sets.get(rows, ()),
        axes=tuple(
            axes[name]
            for name in row.texts("axes", allowed=tuple(axes), filled=False)
            if name in axes
        ),
        has_men=row.one_of("sexes", ("LP", "P")) == "LP",
        supplier=supplier.text("text"),
        supplier_words=supplier.words("words"),
        due=_due(row),
        is_public_office=row.flag("public_office"),
        note=row.text("note", required=False),
    )
    if not made.is_count and made.axes:
        row.refuse("tabel angka tidak dijumlahkan, jadi tidak punya axes.")
    supplier.finish()
    row.finish()
    return made


def _due(row: Row) -> tuple[int, int]:
    """Of a year that is no leap year, so that it exists every year."""
    typed = row.text("due")
    try:
        day = dt.date.fromisoformat(f"2001-{typed}")
    except ValueError:
        row.refuse("due harus bulan dan tanggal seperti 03-31.")
        return 12, 31
    return day.month, day.day
