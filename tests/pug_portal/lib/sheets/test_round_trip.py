"""An export imported unchanged changes nothing, whatever people have typed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_portal.lib.sheets import Lines, compare, export, read, template
from pug_portal.lib.sheets.book import EXAMPLE_NOTE, LISTS, MARK
from pug_portal.lib.sheets.paper import LINE_HEIGHT
from pug_portal.lib.sheets.safe_text import guarded, unguarded
from tests.pug_portal.lib.sheets.samples import SHEET, opened, reading, saved, thing

DANGEROUS = re.compile(r"[=+\-@\t\r]")
openings = st.sampled_from(
    ["", "=", "+", "-", "@", "\t", "\r", "'", "'=", "''+", "=cmd|' /C'!A0", "_x000D_"]
)
texts = st.builds(str.__add__, openings, st.text(max_size=30))
things = st.builds(
    thing,
    name=texts,
    sex=st.sampled_from(["", "L", "P"]),
    role=st.sampled_from(["ketua", "anggota"]),
    start=st.none() | st.dates(dt.date(1945, 1, 1), dt.date(2100, 12, 31)),
    people=st.none() | st.integers(0, 10**9),
    money=st.none() | st.integers(0, 10**15),
    active=st.booleans(),
    aliases=st.lists(texts, max_size=3),
    note=texts,
)


def compared(content: bytes, objects: list[SimpleNamespace]):
    return compare(SHEET, reading(content), objects)


@settings(max_examples=60, deadline=None)
@given(st.lists(things, min_size=1, max_size=6))
@pytest.mark.slow
def test_an_unchanged_export_changes_nothing(objects):
    for number, each in enumerate(objects, 1):
        each.pk = number
        # A stored required field is never blank.
        each.name = f"{each.name}a"

    found = compared(export(SHEET, objects), objects)

    assert [str(problem) for problem in found.problems] == []
    assert found.counts["sama"] == len(objects)
    assert found.untouched == 0


def test_an_empty_text_before_a_guarded_one_changes_nothing():
    kind, stored = Lines(1000), ["", "'="]

    assert kind.same(stored, kind.read(kind.write(stored)))


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_line_end_inside_one_of_several_texts_changes_nothing(end):
    objects = [thing(aliases=[f"0{end}0"])]

    assert compared(export(SHEET, objects), objects).counts["sama"] == 1


@pytest.mark.slow
@given(texts)
def test_a_neutralised_text_is_read_back_as_it_was(text):
    assert unguarded(guarded(text)) == re.sub(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text
    )


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(texts)
def test_no_exported_cell_is_a_formula_or_begins_like_one(text):
    page = opened(
        export(SHEET, [thing(name=text, note=text, aliases=[text])])
    ).worksheets[0]

    for cell in page[2]:
        assert cell.data_type != "f"
        assert not (isinstance(cell.value, str) and DANGEROUS.match(cell.value))


def test_what_is_saved_by_a_spreadsheet_program_in_between_stays_the_same():
    objects = [thing(1, name="=1+1", note="-5 orang"), thing(2, money=1_000)]

    again = saved(opened(export(SHEET, objects)))

    assert compared(again, objects).counts["sama"] == 2


def test_rows_may_be_sorted_and_removed():
    objects = [thing(1), thing(2), thing(3)]
    book = opened(export(SHEET, objects))
    page = book.worksheets[0]
    page.move_range("A2:J2", rows=5)
    page.delete_rows(3)

    found = compared(saved(book), objects)

    assert found.counts["sama"] == 2
    assert found.untouched == 1


def test_a_changed_cell_tells_old_and_new():
    book = opened(export(SHEET, [thing(1), thing(2)]))
    book.worksheets[0]["B3"] = "Nama Baru"

    found = compared(saved(book), [thing(1), thing(2)])

    (row,) = found.changed
    assert (row.number, row.changed) == (3, {"name": ("Orang 2", "Nama Baru")})


def test_a_copied_row_is_told_with_the_cell_to_empty():
    book = opened(export(SHEET, [thing(1)]))
    page = book.worksheets[0]
    page.append([cell.value for cell in page[2]])

    (problem,) = compared(saved(book), [thing(1)]).problems

    assert "baris 2; kosongkan sel A3" in str(problem)


def test_a_row_whose_object_is_gone_is_told():
    (problem,) = compared(export(SHEET, [thing(7)]), [thing(1)]).problems

    assert "tidak ada lagi di portal" in str(problem)


def test_a_row_without_a_key_is_known_again_by_what_it_says():
    book = opened(export(SHEET, [thing(1)]))
    book.worksheets[0]["A2"] = None
    book.worksheets[0]["J2"] = "Catatan baru"

    found = compared(saved(book), [thing(1)])

    assert found.counts["berubah"] == 1
    assert found.counts["baru"] == 0


def test_the_fingerprint_follows_the_data_of_the_portal():
    content = export(SHEET, [thing(1)])

    before = compared(content, [thing(1)]).fingerprint

    assert compared(content, [thing(1)]).fingerprint == before
    assert compared(content, [thing(1, note="diubah orang lain")]).fingerprint != before


@pytest.fixture
def book():
    return opened(template(SHEET))


def test_the_template_has_lists_a_frozen_header_and_a_hidden_key(book):
    page = book.worksheets[0]

    assert page.freeze_panes == "C2"
    assert page.column_dimensions["A"].hidden
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert rules["D2:D1001"].type == "list"
    assert rules["D2:D1001"].formula1.startswith(f"'{LISTS}'!")
    assert [cell.value for cell in page[1]][1:3] == ["Nama *", "L/P"]
    assert book[MARK].sheet_state == book[LISTS].sheet_state == "veryHidden"


def test_the_instructions_are_protected_and_name_every_column(book):
    page = book["Petunjuk"]

    assert page.protection.sheet
    written = {cell.value for row in page.iter_rows() for cell in row}
    assert {column.header for column in SHEET.columns} <= written


def test_the_instructions_print_in_one_strip_with_room_for_every_line():
    long = "Kolom ini dijelaskan panjang lebar. " * 10
    page = opened(template(replace(SHEET, notes=(long,))))["Petunjuk"]

    assert page.sheet_properties.pageSetUpPr.fitToPage
    tall = {str(row[0].value)[:3]: row[0].row for row in page.iter_rows()}
    assert page.row_dimensions[tall["1. "]].height == LINE_HEIGHT
    assert page.row_dimensions[tall["8. "]].height == 3 * LINE_HEIGHT


def test_the_example_is_marked_and_is_not_imported_as_it_stands(book):
    page = book.worksheets[0]
    assert EXAMPLE_NOTE in [cell.value for cell in page[2]]
    page.append(["", "Sri Baru", "P", "Anggota"])

    assert [line.number for line in reading(saved(book)).lines] == [3]


def test_an_example_that_was_typed_over_is_a_row(book):
    book.worksheets[0]["B2"] = "Sri Sungguhan"

    found = compared(saved(book), [])

    assert [row.values["name"] for row in found.new] == ["Sri Sungguhan"]


def test_a_title_no_tab_can_hold_is_still_found_again():
    sheet = replace(SHEET, title="OPD/SKPD: daftar [semua] yang panjang sekali")

    content = export(sheet, [thing()])

    assert len(read(content, "isi.xlsx", sheet).lines) == 1
