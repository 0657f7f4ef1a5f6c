"""A sheet of every kind of column, and workbooks made by hand."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
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


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same workbook with one part put in place of another, or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for kept in old.namelist():
            if kept != name:
                new.writestr(kept, old.read(kept))
        new.writestr(name, part)
    return target.getvalue()


def with_sheet(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with the text of its first sheet changed by hand."""
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read(name)
    assert change(sheet) != sheet
    return with_part(content, name, change(sheet))
