"""A sheet of every kind of column, and workbooks made by hand."""

from __future__ import annotations

import datetime as dt
import io
from types import SimpleNamespace
from typing import Any

from openpyxl import Workbook, load_workbook

from pug_portal.lib.sheets import (
    Choice,
    Column,
    Count,
    Date,
    Lines,
    Reading,
    Rupiah,
    Sheet,
    Text,
    read,
    sex,
    yes_no,
)

SHEET = Sheet(
    code="contoh",
    title="Anggota contoh",
    subject="contoh:1",
    subject_name="SK 1/2020",
    columns=(
        Column("name", "Nama", Text(60), is_required=True, example="Sri Contoh"),
        Column("sex", "L/P", sex(), example="P"),
        Column(
            "role",
            "Kedudukan",
            Choice((("ketua", "Ketua"), ("anggota", "Anggota"))),
            is_required=True,
            example="anggota",
        ),
        Column("start", "Mulai", Date(), example=dt.date(2020, 10, 26)),
        Column("people", "Orang", Count()),
        Column("money", "Pagu", Rupiah()),
        Column("active", "Aktif", yes_no(), default=True),
        Column("aliases", "Nama lain", Lines(200)),
        Column("note", "Catatan", Text(2000)),
    ),
    named_by=("name",),
    identity=("name", "role"),
)
HEADERS = [column.header for column in SHEET.columns]


def thing(pk: int = 1, **facts: Any) -> SimpleNamespace:
    usual = {"name": f"Orang {pk}", "sex": "L", "role": "anggota", "start": None}
    usual |= {"people": None, "money": None, "active": True, "aliases": [], "note": ""}
    return SimpleNamespace(pk=pk, **{**usual, **facts})


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def typed(*rows: list[Any], headers: list[str] | None = None) -> bytes:
    """A workbook as somebody makes it without our template."""
    book = Workbook()
    book.active.title = SHEET.title
    book.active.append(headers or HEADERS)
    for row in rows:
        book.active.append(row)
    return saved(book)


def one(**cells: Any) -> bytes:
    """One row in which only the given columns are filled, besides the required ones."""
    given = {"name": "Sri Contoh", "role": "Anggota", **cells}
    return typed([given.get(column.key) for column in SHEET.columns])


def reading(content: bytes) -> Reading:
    return read(content, "isi.xlsx", SHEET)
