"""An instrument as one workbook: out and in without loss, or refused with the cell named."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from prasyarat.instruments.data import InstrumentData
from prasyarat.instruments.document import canonical, document_of
from prasyarat.instruments.loading import read_document, read_instrument
from prasyarat.instruments.sheet import (
    InstrumentImporter,
    document_of_plan,
    workbook_of,
)
from prasyarat.instruments.sheet_columns import CHOICE, HEAD, INDICATOR, sheet
from prasyarat.instruments.sheet_rows import band_edges
from pug_portal.lib.sheets import BookRefused, Plan, read
from pug_portal.lib.sheets.headings import places_of
from tests.make.imports import saved
from tests.prasyarat.shipped import DATA

SHIPPED = (
    "daftar_periksa_internal_v1",
    "daftar_rujukan_evaluasi_v1",
    "varian_tiga_prasyarat_v1",
)
COLUMNS = {
    "Indikator": [column.key for column in INDICATOR],
    "Pilihan": [column.key for column in CHOICE],
}
HEADS = [column.key for column in HEAD]


@pytest.fixture(autouse=True)
def nothing_published(monkeypatch):
    monkeypatch.setattr("prasyarat.instruments.sheet.why_not_new", lambda *_: "")


def shipped(name: str):
    return read_instrument(DATA / f"{name}.json")


@cache
def cut() -> InstrumentData:
    """Two prerequisites of the variant: choices, shares and all."""
    data = shipped("varian_tiga_prasyarat_v1")
    items = tuple(i for i in data.indicators if i.rule.prerequisite in ("KK", "KP"))
    return replace(data, prerequisites=data.prerequisites[:2], indicators=items)


@cache
def small() -> bytes:
    return workbook_of(document_of(cut()))


def plan_of(content: bytes) -> Plan:
    reading = read(content, "instrumen.xlsx", sheet("instrumen", "Instrumen baru"))
    return InstrumentImporter(None).plan(reading)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_comes_back_equal_to_the_byte(name: str):
    comes_back(shipped(name))


@pytest.mark.slow
def test_an_export_comes_back_equal_to_the_byte():
    comes_back(cut())


def comes_back(data: InstrumentData) -> None:
    plan = plan_of(workbook_of(document_of(data)))
    again = read_document(document_of_plan(plan))

    assert list(plan.problems) == []
    assert again.content_hash == data.content_hash
    assert canonical(again) == canonical(data)


@pytest.mark.slow
def test_the_portals_own_figures_come_back_too():
    first, *rest = cut().indicators
    named = replace(first, fact="rapat_disahkan", opd_fact="gap_opd")
    data = replace(cut(), indicators=(named, *rest))
    comes_back(data)
    assert data.content_hash != cut().content_hash


@pytest.mark.slow
def test_odd_texts_and_numbers_come_back_as_they_are():
    data = cut()
    first, *rest = data.indicators
    odd = replace(
        first,
        text="=SUM(A1)  dua spasi\nbaris kedua",
        evidence="'-kutip",
        legal_basis="+62 Pasal 3",
    )
    data = replace(data, indicators=(odd, *rest), note="@catatan")

    again = read_document(document_of_plan(plan_of(workbook_of(document_of(data)))))

    assert again == data


def at(book: Workbook, tab: str, row: int, key: str) -> Any:
    if tab == "Instrumen":
        return book[tab].cell(2 + HEADS.index(key), 2)
    return book[tab].cell(row, 2 + COLUMNS[tab].index(key))


def typed(tab: str, row: int, key: str, value: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        at(book, tab, row, key).value = value

    return change


# What somebody did to the workbook → tab, cell, sentence.
BROKEN: dict[str, tuple[Callable[[Workbook], None], str]] = {
    "a weight below nothing": (
        typed("Indikator", 2, "weight", -1),
        "Indikator, F2: tidak boleh kurang dari nol",
    ),
    "a weight in words": (
        typed("Indikator", 3, "weight", "satu"),
        "Indikator, F3: ",
    ),
    "a formula": (
        typed("Indikator", 4, "weight", "=1+1"),
        "Indikator, F4: berisi rumus",
    ),
    "a code that is there twice": (
        typed("Indikator", 3, "code", "KK-1"),
        "Indikator, C3: kode «KK-1» sudah dipakai pada baris 2",
    ),
    "a prerequisite that is not there": (
        typed("Indikator", 5, "prerequisite", "XX"),
        "Indikator, B5: prasyarat «XX» tidak ada dalam daftar prasyarat",
    ),
    "a source nobody named": (
        typed("Indikator", 5, "basis", "S99"),
        "Indikator, V5: sumber «S99» tidak ada dalam daftar sumber",
    ),
    "an item without words": (
        typed("Indikator", 6, "text", None),
        "Indikator, D6: indikator wajib diisi",
    ),
    "a level nobody knows": (
        typed("Indikator", 6, "levels", "kecamatan"),
        "Indikator, M6: «kecamatan» tidak dikenal",
    ),
    "a figure the portal does not count": (
        typed("Indikator", 4, "fact", "rahasia portal"),
        "Indikator, X4: «rahasia portal» tidak ada dalam daftar",
    ),
    "a share above a hundred": (
        typed("Indikator", 7, "target", 120),
        "Indikator, P7: target persentase paling besar 100",
    ),
    "a number without a target": (
        typed("Indikator", 11, "target", None),
        "Indikator, P11: target belum diisi",
    ),
    "most points that no choice reaches": (
        typed("Indikator", 8, "max", 5),
        "Indikator, G8: tidak ada pilihan yang mencapai nilai maksimum ini",
    ),
    "an answer type nobody knows": (
        typed("Indikator", 9, "type", "Boleh"),
        "Indikator, E9: «Boleh» tidak ada dalam daftar",
    ),
    "a choice above the most points": (
        typed("Pilihan", 2, "score", 3),
        "Pilihan, E2: nilai melebihi nilai maksimum indikator «KK-1»",
    ),
    "a choice of an item that is not there": (
        typed("Pilihan", 3, "indicator", "ZZ-9"),
        "Pilihan, B3: indikator «ZZ-9» tidak ada di lembar Indikator",
    ),
    "bands out of order": (
        typed("Instrumen", 2, "bands", "70; 50"),
        "Instrumen, B10: batas warna harus naik, di antara 0 dan 100",
    ),
    "a year of two digits": (
        typed("Instrumen", 2, "year", 26),
        "Instrumen, B6: tulis tahun empat angka",
    ),
}


@cache
def told() -> tuple[str, ...]:
    """All of it in one file: every fault is told at once."""
    book = load_workbook(io.BytesIO(small()))
    for spoil, _ in BROKEN.values():
        spoil(book)
    return tuple(map(str, plan_of(saved(book)).problems))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_the_cell_named(name: str):
    sentence = BROKEN[name][1]

    assert any(line.startswith(sentence) for line in told()), told()


@pytest.mark.parametrize(
    "typed", ["NaN", "50; Infinity", ";", " ; ", "1e1", "٥٠", "-1"]
)
def test_edges_that_are_no_plain_numbers_are_refused(typed):
    with pytest.raises(ValueError, match=re.escape(typed)):
        band_edges(typed)


def test_a_tab_that_is_missing_is_named():
    book = load_workbook(io.BytesIO(small()))
    del book["Pilihan"]

    with pytest.raises(BookRefused, match="«Pilihan» tidak ditemukan"):
        plan_of(saved(book))


def test_a_missing_heading_is_named():
    book = load_workbook(io.BytesIO(small()))
    at(book, "Indikator", 1, "weight").value = None

    with pytest.raises(BookRefused, match="«Bobot»"):
        plan_of(saved(book))


LATER = ("fact", "opd_fact")


def without(book: Workbook, *keys: str) -> Workbook:
    """As versions wrote it that did not know these columns."""
    for key in sorted(keys, key=COLUMNS["Indikator"].index, reverse=True):
        book["Indikator"].delete_cols(2 + COLUMNS["Indikator"].index(key))
    return book


def test_a_file_of_an_earlier_version_is_taken_as_it_was_written():
    book = without(load_workbook(io.BytesIO(small())), *LATER)
    heads = [cell.value for cell in book["Indikator"][1]]
    assert "Angka portal" not in heads
    assert heads[-1] == "Dasar hukum"

    plan = plan_of(saved(book))

    assert list(plan.problems) == []
    assert canonical(read_document(document_of_plan(plan))) == canonical(cut())


def test_a_heading_that_may_be_a_missing_one_is_refused_and_another_passed_over():
    part = sheet("instrumen", "Instrumen baru").more[1]
    heads = dict(enumerate((column.header for column in part.columns), 2))

    places_of({**heads, 99: "Catatan tim"}, part)
    with pytest.raises(BookRefused, match=r"«Angka portl».*«Angka portal OPD»"):
        places_of({**heads, len(heads) + 1: "Angka portl"}, part)
