"""Files that cannot be used as a whole: each gets a sentence that says what to do."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from pug_portal.lib.sheets import BookRefused, Sheet, export, read, template
from pug_portal.lib.sheets.book import MARK
from pug_portal.lib.sheets.foreign import grid
from pug_portal.lib.sheets.guard import BIGGEST_FILE
from pug_portal.lib.sheets.marks import GIVEN, read_marks
from tests.pug_portal.lib.sheets.samples import (
    HEADERS,
    SHEET,
    one,
    opened,
    reading,
    saved,
    thing,
    typed,
    with_part,
    with_sheet,
)


def refusal(content: bytes, name: str = "isi.xlsx") -> str:
    with pytest.raises(BookRefused) as refused:
        read(content, name, SHEET)
    return refused.value.sentence


def other_sheet(**facts) -> Sheet:
    given = {"code": SHEET.code, "subject": SHEET.subject, "subject_name": "SK 2"}
    return Sheet(
        title=SHEET.title,
        columns=SHEET.columns,
        named_by=("name",),
        **{**given, **facts},
    )


@pytest.mark.parametrize(
    "content", [b"nama;jabatan\nSri;Ketua\n", b"%PDF-1.7\n%%EOF", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_workbook_is_refused(content):
    assert "bukan buku kerja Excel" in refusal(content, "isi")


def test_an_old_or_locked_workbook_is_refused():
    assert "kata sandi" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "isi.xls")


def test_an_empty_file_is_refused():
    assert "kosong" in refusal(b"")


def test_a_workbook_with_macros_is_refused():
    content = with_part(one(), "xl/vbaProject.bin", b"makro")

    assert "makro" in refusal(content)


def test_a_file_too_large_is_refused_before_it_is_opened():
    assert "paling besar 3" in refusal(b"PK\x03\x04" + bytes(BIGGEST_FILE))


@pytest.mark.slow
def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = with_part(one(), "xl/media/kosong.xml", bytes(30 * 1024**2))

    assert len(bomb) < BIGGEST_FILE
    assert "terlalu besar bila dibuka" in refusal(bomb)


def test_a_part_with_entities_is_refused():
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'

    assert "simpan ulang" in refusal(with_part(one(), "xl/sharedStrings.xml", evil))


def test_a_part_that_hides_its_text_is_refused():
    evil = '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")

    assert "simpan ulang" in refusal(with_part(one(), "xl/sharedStrings.xml", evil))


def test_too_many_cells_are_refused():
    cells = b"<worksheet><sheetData><row>" + b'<c r="A1"/>' * 130_000

    assert "terlalu banyak sel" in refusal(
        with_part(one(), "xl/worksheets/sheet9.xml", cells)
    )


def in_sheet(part: bytes) -> bytes:
    """The first sheet with something put behind its rows."""
    end = b"</sheetData>"
    return with_sheet(one(), lambda sheet: sheet.replace(end, end + part))


@pytest.mark.parametrize(
    "part",
    [
        b'<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>',
        b'<mergeCells><mergeCell ref="A2:&#88;FD1048576"/></mergeCells>',
        b"<mergeCells>" + b'<mergeCell ref="A3:Z2000"/>' * 9 + b"</mergeCells>",
        b'<hyperlinks><hyperlink display="a>b" ref="A2:XFD1048576"/></hyperlinks>',
        b'<hyperlinks><hyperlink ref="A:XFD" location="x"/></hyperlinks>',
    ],
)
def test_an_area_that_stands_for_very_many_cells_is_refused(part):
    assert "terlalu banyak sel" in refusal(in_sheet(part))


def test_a_usual_merge_and_link_are_no_bomb():
    part = b'<mergeCells><mergeCell ref="$A$9:$Z$9"/></mergeCells>'
    part += b'<hyperlinks><hyperlink ref="A2:B2" location="x"/></hyperlinks>'

    assert reading(in_sheet(part)).lines


@pytest.mark.parametrize("cell", [b"<c/>", b"<c\n/>", b"<x:c/>"])
@pytest.mark.parametrize("name", ["xl/worksheets/sheet9.xml", "xl/lain/data.bin"])
def test_cells_are_counted_however_they_are_written_and_wherever_they_lie(name, cell):
    start = b'\xef\xbb\xbf<worksheet xmlns:x="urn:x"><sheetData><row>'

    content = with_part(one(), name, start + cell * 130_000)

    assert "terlalu banyak sel" in refusal(content)


def test_many_tags_that_are_no_cells_are_no_bomb():
    tags = b"<a>" + b"<b></b>" * 130_000 + b"</a>"

    assert reading(with_part(one(), "xl/lain/data.xml", tags)).lines


def test_cells_of_several_parts_are_counted_together():
    merge = b'<a><mergeCell ref="A1:Z2000"/></a>'
    content = with_part(one(), "xl/lain/satu.xml", b"<a>" + b"<c></c>" * 70_000)

    assert "terlalu banyak sel" in refusal(with_part(content, "xl/lain/b.xml", merge))


def test_garbage_is_looked_for_again_after_a_book_good_or_bad():
    reading(one())
    assert gc.isenabled()

    refusal(with_part(one(), "xl/workbook.xml", b"<workbook"))
    assert gc.isenabled()


@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_entities_are_found_in_a_part_of_any_name(coding):
    evil = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(coding)

    assert "simpan ulang" in refusal(with_part(one(), "xl/lain/data.bin", evil))


def test_a_broken_workbook_is_refused():
    content = with_part(one(), "xl/workbook.xml", b"<workbook")

    assert "tidak terbaca" in refusal(content)


@pytest.mark.slow
def test_too_many_rows_are_refused():
    rows = [["Sri", "P", "Anggota"]] * (SHEET.most_rows + 1)

    assert f"paling banyak {SHEET.most_rows}" in refusal(typed(*rows))


def test_the_template_of_another_slice_is_refused():
    content = export(other_sheet(code="lain"), [thing()])

    assert "templat lain" in refusal(content)


def test_the_workbook_of_another_subject_is_refused_and_named():
    content = export(other_sheet(subject="contoh:2"), [thing()])

    assert "milik SK 2" in refusal(content)


def test_a_workbook_without_our_sheet_is_refused():
    book = Workbook()
    book.active.title = "Belanja"
    book.active.append(["Barang", "Harga"])

    assert "«Anggota contoh» tidak ditemukan" in refusal(saved(book))


def test_a_chart_in_place_of_the_mark_is_no_mark():
    book = opened(one())
    book.create_chartsheet(MARK).add_chart(BarChart())

    assert reading(saved(book)).lines


def test_a_renamed_sheet_is_known_by_its_headers():
    book = opened(one())
    book.active.title = "Lembar1"

    assert len(reading(saved(book)).lines) == 1


def test_a_missing_required_column_is_named():
    content = typed(["Sri"], headers=["Nama"])

    assert "«Kedudukan»" in refusal(content)


def test_a_column_given_twice_is_refused():
    content = typed(["Sri", "Siti"], headers=["Nama", "nama *", *HEADERS[1:]])

    assert "«Nama» ada dua kali" in refusal(content)


@pytest.mark.parametrize(
    "content", [template(SHEET), typed(), typed(["  ", None, " "])]
)
def test_a_workbook_without_rows_is_refused(content):
    assert "belum berisi baris" in refusal(content)


def test_a_stray_cell_far_away_makes_no_empty_ones():
    """Two cells of a file must not become a sheet full of them in the memory."""
    book = Workbook()
    page = book.create_sheet(GIVEN)
    page.append([SHEET.tab, "", "name"])
    page.append([SHEET.tab, "7", "abcd"])
    page.cell(700, 700, "x")

    assert read_marks(book, replace(SHEET, keeps_marks=True)) == {"7": {"name": "abcd"}}
    assert len(page._cells) <= 7

    page.cell(1, 1, "Kode")
    page.cell(700, 2, "x")
    rows = grid(saved(book), "sipd.xlsx")
    assert (len(rows), rows[0][0], rows[500] is rows[501]) == (700, "Kode", True)


def test_an_export_of_another_system_is_not_asked_back_on_our_template():
    with pytest.raises(BookRefused, match="sistem asalnya") as refused:
        grid(b"<html>", "ekspor.xlsx")

    assert "templat" not in refused.value.sentence
