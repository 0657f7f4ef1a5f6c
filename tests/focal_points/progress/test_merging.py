"""Two pages of one report, field by field, without a database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focal_points.progress.merging import Sent, mark_of, marks_of, merge
from focal_points.progress.typed import answers_of, as_post, read_post

SHOWN = {"obstacles": ("lama",), "gap_count": ("1",), "duties": ("a", "b")}


def sent(page: str = "satu", **texts) -> Sent:
    return Sent({**SHOWN, **texts}, marks_of(SHOWN), page)


def test_what_a_page_did_not_touch_leaves_the_others_text():
    stored = {**SHOWN, "gap_count": ("9",)}

    merged = merge(stored, sent(obstacles=("baru",)), {})

    assert merged.texts == {**stored, "obstacles": ("baru",)}
    assert merged.mine == {"obstacles"}
    assert merged.conflicts == []


def test_what_both_changed_keeps_the_stored_text_and_asks():
    stored = {**SHOWN, "obstacles": ("orang lain",)}

    merged = merge(stored, sent(obstacles=("saya",)), {"obstacles": ["dua", "Dewi"]})

    (conflict,) = merged.conflicts
    assert merged.texts["obstacles"] == ("orang lain",)
    assert (conflict.mine, conflict.theirs) == (("saya",), ("orang lain",))
    assert conflict.who == "Dewi"


def test_a_page_is_in_no_conflict_with_its_own_lost_answer():
    stored = {**SHOWN, "obstacles": ("sebagian",)}

    merged = merge(
        stored, sent(obstacles=("sebagian dan sisanya",)), {"obstacles": ["satu", "R"]}
    )

    assert merged.texts["obstacles"] == ("sebagian dan sisanya",)


@pytest.mark.parametrize(
    ("stored", "typed", "stands"),
    [
        (("lama",), (), ()),  # I emptied it, nobody else touched it
        ((), ("saya",), ("saya",)),  # somebody emptied what I went on writing
        (("lama\r\n",), ("  lama ",), ("lama",)),  # blanks and line ends are no change
    ],
)
def test_empty_and_blank_texts(stored, typed, stands):
    merged = merge({**SHOWN, "obstacles": stored}, sent(obstacles=typed), {})

    assert merged.texts["obstacles"] == stands
    assert merged.conflicts == []


def test_without_marks_only_empty_fields_are_filled():
    stored = {"obstacles": ("ada",), "gap_count": ()}

    merged = merge(stored, Sent({"obstacles": ("x",), "gap_count": ("2",)}), {})

    assert merged.texts == {"obstacles": ("ada",), "gap_count": ("2",)}
    assert [conflict.name for conflict in merged.conflicts] == ["obstacles"]


def test_what_was_typed_into_a_removed_activity_is_handed_back():
    base = {"kegiatan-7-name": mark_of(("Posyandu",))}
    texts = {"kegiatan-7-name": ("Posyandu remaja",), "kegiatan-7-result": ("",)}

    merged = merge(SHOWN, Sent(texts, base), {})

    assert merged.gone == {"kegiatan-7-name": ("Posyandu remaja",)}


@pytest.mark.parametrize("broken", ["", "[1", "[]", "7", '{"a":{}}', "[" * 9999])
def test_broken_marks_and_foreign_names_are_no_error(broken):
    post = as_post({"obstacles": ("a",), "state": ("diverifikasi",)})
    post["dasar"], post["laman"] = broken, "<script>"

    found = read_post(post)

    assert found.texts == {"obstacles": ("a",)}
    assert found.page == ""


@pytest.mark.parametrize(
    ("turn", "typed", "stands"),
    [
        (2, "lebih lama", "terbaru"),  # held up on the line, overtaken by turn 3
        (4, "lama", "lama"),  # taken back after an answer that never came
        (None, "lama", "terbaru"),  # no script: what was not touched stays out
    ],
)
def test_a_page_overtakes_itself_only_in_its_own_order(turn, typed, stands):
    stored = {**SHOWN, "obstacles": ("terbaru",)}
    late = replace(sent(obstacles=(typed,)), turn=turn)

    merged = merge(stored, late, {"obstacles": ["satu", "R", 3]})

    assert merged.texts["obstacles"] == (stands,)
    assert merged.conflicts == []


def test_two_long_texts_joined_lose_no_letter():
    both = "a" * 6000

    read = answers_of({"obstacles": (both,)}, [])

    assert read.unread == {"obstacles": both}
