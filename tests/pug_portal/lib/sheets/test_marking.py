"""The rejected file goes back with everything that was typed."""

from __future__ import annotations

from pug_portal.lib.sheets import compare, marked
from tests.pug_portal.lib.sheets.samples import SHEET, opened, reading, saved, typed


def rejected(content: bytes) -> bytes:
    read = reading(content)
    return marked(content, read.tab, compare(SHEET, read, []).problems)


def content() -> bytes:
    book = opened(
        typed(["Sri", "X", "Ketua", "kemarin"], ["Siti", "P", "Anggota", "=1+1"])
    )
    book.create_sheet("Coretan")["B7"] = "catatan sendiri"
    return saved(book)


def test_every_wrong_cell_is_coloured_and_says_why():
    page = opened(rejected(content())).worksheets[0]

    for address, word in (
        ("B2", "dalam daftar"),
        ("D2", "tidak dikenal"),
        ("D3", "rumus"),
    ):
        assert page[address].fill.fgColor.rgb == "00FBD0CA"
        assert word in page[address].comment.text
    assert page["A2"].comment is None


def test_everything_that_was_typed_is_kept():
    before, after = opened(content()), opened(rejected(content()))

    assert before.sheetnames == after.sheetnames
    for page in before:
        for row in page.iter_rows():
            for cell in row:
                assert after[page.title][cell.coordinate].value == cell.value


def test_a_mended_cell_loses_its_mark_in_the_next_round():
    book = opened(rejected(content()))
    book.worksheets[0]["B2"] = "P"

    page = opened(rejected(saved(book))).worksheets[0]

    assert page["B2"].comment is None
    assert page["B2"].fill.fill_type is None
    assert page["D2"].comment is not None


def test_a_problem_inside_merged_cells_is_painted_where_it_can_be_seen():
    book = opened(typed(["Sri", "P", "Ketua"], ["Siti", "P", "Ketua"]))
    book.active.merge_cells("B2:B3")

    page = opened(rejected(saved(book))).worksheets[0]

    assert "gabungan" in page["B2"].comment.text
