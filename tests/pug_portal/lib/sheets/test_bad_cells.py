"""Cells people really type: what is understood, and what is refused with its address."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pug_portal.imports.codec import packed
from pug_portal.lib.sheets import BookRefused, CellRefused, Year, compare
from tests.pug_portal.lib.sheets.samples import (
    SHEET,
    one,
    opened,
    reading,
    saved,
    typed,
    with_sheet,
)


def plan(content: bytes):
    return compare(SHEET, reading(content), [])


def told(content: bytes) -> list[str]:
    return [str(problem) for problem in plan(content).problems]


def value(key: str, content: bytes):
    (row,) = plan(content).rows
    assert row.problems == []
    return row.values[key]


@pytest.mark.parametrize(
    "typed_date",
    [
        "26 Oktober 2020",
        "26 okt 2020",
        "Senin, 26 Oktober 2020",
        "Jum'at 26 Oktober 2020",
        "26/10/2020",
        "26-10-2020",
        "26.10.2020",
        " 26 / 10 / 2020 ",
        "2020-10-26",
        "2020-10-26 00:00:00",
        44130,
        44130.0,
        dt.date(2020, 10, 26),
        dt.datetime(2020, 10, 26, 14, 30),  # noqa: DTZ001 (a workbook has no zones)
    ],
)
def test_a_date_is_understood(typed_date):
    assert value("start", one(start=typed_date)) == dt.date(2020, 10, 26)


def test_a_serial_number_of_an_old_macintosh_is_understood():
    book = opened(one(start=44130 - 1462))
    book.epoch = CALENDAR_MAC_1904

    assert value("start", saved(book)) == dt.date(2020, 10, 26)


@pytest.mark.parametrize(
    ("typed_date", "sentence"),
    [
        ("kemarin", "D2: tanggal tidak dikenal, tulis 26/10/2020"),
        ("26 Oktobar 2020", "D2: tanggal tidak dikenal, tulis 26/10/2020"),
        ("26/10/20", "D2: tanggal tidak dikenal, tulis 26/10/2020"),
        (True, "D2: tanggal tidak dikenal, tulis 26/10/2020"),
        (9_999_999, "D2: tanggal tidak dikenal, tulis 26/10/2020"),
        ("31/2/2020", "D2: tanggal 31/2/2020 tidak ada"),
        ("10/26/2020", "D2: tanggal 10/26/2020 tidak ada"),
        (2020, "D2: tahun 1905 tidak mungkin"),
        (dt.time(9, 30), "D2: berisi jam"),
    ],
)
def test_a_date_that_is_none_is_refused_at_its_cell(typed_date, sentence):
    (problem,) = told(one(start=typed_date))

    assert problem.startswith(sentence)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("Laki-laki", "L"), ("perempuan", "P"), ("p", "P"), (" Wanita ", "P"), (None, "")],
)
def test_sex_is_understood_as_people_write_it(cell, meant):
    assert value("sex", one(sex=cell)) == meant


def test_a_choice_outside_the_list_says_what_is_near_or_what_there_is():
    assert told(one(role="Anggotaa")) == [
        "C2: «Anggotaa» tidak ada dalam daftar, mungkin maksudnya «Anggota»"
    ]
    assert told(one(role="xyz")) == [
        "C2: «xyz» tidak ada dalam daftar, pilih Ketua atau Anggota"
    ]


@pytest.mark.parametrize(
    ("key", "cell", "meant"),
    [
        ("people", 12, 12),
        ("people", "1.284", 1284),
        ("money", 1_500_000, 1_500_000),
        ("money", "Rp 1.500.000", 1_500_000),
        ("active", "ya", True),
        ("active", "Tidak", False),
        ("active", False, False),
        ("active", None, True),
        ("aliases", "Dinkes; DKK;Dinkes", ["Dinkes", "DKK"]),
        ("note", 812, "812"),
        ("name", "  Sri   Contoh ", "Sri Contoh"),
    ],
)
def test_other_kinds_are_understood(key, cell, meant):
    assert value(key, one(**{key: cell})) == meant


@pytest.mark.parametrize(
    ("key", "cell", "part"),
    [
        ("people", 1.5, "E2: harus bilangan bulat"),
        ("people", -1, "E2: harus bilangan bulat"),
        ("people", "dua belas", "E2: “dua belas” bukan angka"),
        ("money", "1.234.567,89", "F2: Tulis rupiah bulat"),
        ("money", dt.date(2020, 1, 1), "F2: bukan angka"),
        ("name", None, "A2: nama wajib diisi"),
        ("name", "x" * 61, "A2: terlalu panjang (61 karakter)"),
        ("note", 1970_0101_1995_032_001, "I2: terbaca sebagai angka"),
        ("active", "mungkin", "G2: «mungkin» tidak ada dalam daftar"),
    ],
)
def test_other_kinds_are_refused_at_their_cell(key, cell, part):
    (problem,) = told(one(**{key: cell}))

    assert problem.startswith(part)


@pytest.mark.parametrize("formula", ["=1+1", "=HYPERLINK(1)", '=IF(A1="",1,2)'])
def test_a_formula_is_refused_at_its_cell(formula):
    (problem,) = told(one(note=formula))

    assert problem.startswith("I2: berisi rumus")


def test_an_error_of_excel_is_refused_at_its_cell():
    assert told(one(note="#REF!")) == ["I2: berisi galat Excel, tulis isian yang benar"]


@pytest.mark.parametrize("key", [column.key for column in SHEET.columns])
@pytest.mark.parametrize("endless", [b"1e999", b"-1E999"])
def test_a_number_without_end_is_refused_at_its_cell(key, endless):
    content = with_sheet(
        one(**{key: 77}), lambda s: s.replace(b">77<", b">%b<" % endless)
    )

    (problem,) = told(content)

    assert problem.endswith("berisi galat Excel, tulis isian yang benar")


@pytest.mark.slow
def test_a_text_longer_than_a_cell_of_excel_is_refused_and_not_kept():
    rows = [[f"Sri {at}", "P", "Anggota", *[None] * 5, "QQQ"] for at in range(30)]
    content = with_sheet(typed(*rows), lambda s: s.replace(b"QQQ", b"x" * 300_000))

    found = reading(content)

    assert len(str(packed(found))) < 10_000
    assert told(content)[0] == "I2: terlalu panjang (300.000 karakter), ringkaskan"


@pytest.mark.slow
def test_texts_that_are_too_much_altogether_are_refused():
    rows = [["x" * 9_000] * 9 for _ in range(100)]

    with pytest.raises(BookRefused, match="terlalu banyak teks"):
        reading(typed(*rows))


def test_merged_cells_are_refused_at_every_row_they_cover():
    book = opened(typed(["Sri", "P", "Anggota"], ["Siti", "P", "Ketua"]))
    book.active.merge_cells("B2:B3")

    assert [line.split(":")[0] for line in told(saved(book))] == ["B2", "B3"]


def test_all_problems_are_known_at_once():
    content = typed([None, "X", "Raja", "besok"], ["Sri", "P", "Ketua", "26/10/2020"])

    found = plan(content)

    assert [problem.address for problem in found.problems] == ["A2", "B2", "C2", "D2"]
    assert found.counts == {"salah": 1, "berubah": 0, "baru": 1, "sama": 0}


def test_columns_may_stand_in_another_order_and_unknown_ones_are_told():
    headers = ["Kedudukan", "Warna", "Nama", "Mulai"]
    content = typed(["Ketua", "biru", "Sri", "kemarin"], headers=headers)

    assert told(content) == ["D2: tanggal tidak dikenal, tulis 26/10/2020"]
    assert reading(content).ignored == ["Warna"]


def test_empty_rows_in_between_are_no_rows():
    content = typed(["Sri", "P", "Ketua"], [], ["Siti", "P", "Anggota"])

    assert [row.number for row in plan(content).rows] == [2, 4]


def test_one_stray_cell_at_the_bottom_of_the_sheet_costs_nothing():
    book = opened(one())
    book.active["A1048576"] = " "

    assert len(reading(saved(book)).lines) == 1


@pytest.mark.parametrize("cell", [2024, 2024.0, "2024", " 2024 "])
def test_a_year_is_read_however_excel_holds_it(cell):
    assert Year().read(cell) == 2024


@pytest.mark.parametrize("cell", ["abad", "2.024", 24, 2024.5, True, 20245])
def test_what_is_no_year_is_told_as_a_year(cell):
    with pytest.raises(CellRefused) as refused:
        Year().read(cell)

    assert refused.value.sentence == "tulis tahun dengan empat angka, misalnya 2025"
