"""Two people in one text: merged where they can be, asked about where they cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pokja.meetings.draft import SUMMARY, Item, marks_of, merge, straighten

SECTIONS = ["pembukaan", "pembahasan", "keputusan"]


def item(key: str, text: str, section: str = "pembahasan", depth: int = 0) -> Item:
    return Item(key, section, depth, text)


A, B, C = item("a", "Definisi"), item("b", "Prasyarat"), item("c", "Peran")


def texts(merged) -> list[str]:
    return [i.text for i in merged.items]


def test_changes_to_different_points_both_stay():
    stored = [A, replace(B, text="Tujuh prasyarat"), C]
    sent = [replace(A, text="Definisi PUG"), B, C]

    merged = merge(stored, sent, marks_of([A, B, C]))

    assert texts(merged) == ["Definisi PUG", "Tujuh prasyarat", "Peran"]
    assert merged.conflicts == []


def test_one_point_changed_by_both_is_a_conflict_and_the_stored_text_stays():
    theirs = replace(A, text="Punya Joko", writer="Joko")
    merged = merge([theirs, B], [replace(A, text="Punya Siti"), B], marks_of([A, B]))

    (conflict,) = merged.conflicts
    assert (conflict.mine.text, conflict.theirs.text) == ("Punya Siti", "Punya Joko")
    assert conflict.who == "Joko"
    assert texts(merged) == ["Punya Joko", "Prasyarat"]


def test_a_point_i_changed_and_the_other_removed_is_asked_about():
    merged = merge([B], [replace(A, text="Definisi baru"), B], marks_of([A, B]))

    (conflict,) = merged.conflicts
    assert (conflict.mine.text, conflict.theirs) == ("Definisi baru", None)


def test_a_point_i_removed_and_the_other_changed_stays():
    stored = [replace(A, text="Definisi, dilengkapi"), B]
    assert texts(merge(stored, [B], marks_of([A, B]))) == [
        "Definisi, dilengkapi",
        "Prasyarat",
    ]


def test_new_points_of_both_stand_behind_their_neighbours():
    stored = [A, item("j", "dari Joko"), B]
    sent = [A, B, item("s", "dari Siti")]

    assert texts(merge(stored, sent, marks_of([A, B]))) == [
        "Definisi",
        "dari Joko",
        "Prasyarat",
        "dari Siti",
    ]


def test_moving_and_writing_at_once_keeps_the_order_of_one_and_the_words_of_the_other():
    stored = [A, replace(B, text="Tujuh prasyarat"), C]
    merged = merge(stored, [C, A, B], marks_of([A, B, C]))
    assert texts(merged) == ["Peran", "Definisi", "Tujuh prasyarat"]


def test_a_save_whose_answer_got_lost_is_no_conflict_with_oneself():
    stored = [replace(A, text="Definisi P", page="laman-1")]
    sent = [replace(A, text="Definisi PUG")]

    merged = merge(stored, sent, marks_of([A]), page="laman-1")

    assert (texts(merged), merged.conflicts) == (["Definisi PUG"], [])


def test_the_summary_keeps_its_paragraphs_and_never_goes_away():
    summary = item(SUMMARY, "Dibuka.\nDitutup.", SUMMARY)
    merged = merge([summary], [replace(summary, text="")], marks_of([summary]))
    assert [(i.key, i.text) for i in merged.items] == [(SUMMARY, "")]


def test_no_point_hangs_in_the_air():
    rows = [replace(A, depth=2), replace(B, depth=2), replace(C, depth=2)]
    assert [i.depth for i in straighten(rows)] == [0, 1, 2]


words = st.text(alphabet="abcde", min_size=1, max_size=3)
start = st.lists(
    st.tuples(st.sampled_from(SECTIONS), st.integers(0, 2), words), max_size=6
)


@st.composite
def changed(draw, rows, prefix: str):
    """Some points taken away, some rewritten, some new, perhaps in another order."""
    kept = [
        replace(row, text=draw(words)) if draw(st.booleans()) else row
        for row in rows
        if draw(st.integers(0, 4))
    ]
    new = [
        item(f"{prefix}{n}", draw(words), draw(st.sampled_from(SECTIONS)))
        for n in range(draw(st.integers(0, 2)))
    ]
    whole = kept + new
    return straighten(draw(st.permutations(whole)) if draw(st.booleans()) else whole)


@pytest.mark.slow
@given(data=st.data(), rows=start)
def test_whatever_two_people_do_no_changed_word_is_lost(data, rows):
    base = straighten(
        Item(f"k{n}", section, depth, text)
        for n, (section, depth, text) in enumerate(rows)
    )
    theirs = data.draw(changed(base, "t"))
    mine = data.draw(changed(base, "m"))
    before = {i.key: i.text for i in base}

    merged = merge(theirs, mine, marks_of(base))

    stands = {i.key: i.text for i in merged.items}
    asked = {c.mine.key: c.mine.text for c in merged.conflicts}
    assert len(stands) == len(merged.items)
    assert merged.items == straighten(merged.items)
    for found in mine:
        if found.text != before.get(found.key):
            assert found.text in {stands.get(found.key), asked.get(found.key)}
    for found in theirs:
        if found.text != before.get(found.key):
            assert stands[found.key] == found.text
