"""Minutes as typed text: read, write, and back again."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pokja.meetings.minutes import Point, one_line, read_minutes, write_minutes

words = st.text(max_size=12).map(one_line)
filled = words.filter(bool)
points = st.lists(
    st.builds(Point, text=filled, subs=st.lists(filled, max_size=3)), max_size=6
)

# Text of any script is slow to draw on a busy machine; what it proves is not.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@patient
@given(points)
def test_what_is_written_is_read_back_unchanged(written):
    assert read_minutes(write_minutes(written)) == written


@pytest.mark.slow
@patient
@given(st.text(max_size=200))
def test_any_text_settles_after_one_reading(typed):
    once = write_minutes(read_minutes(typed))

    assert write_minutes(read_minutes(once)) == once


def test_numbers_begin_points_and_dashes_begin_sub_items():
    typed = "1. Tujuh prasyarat\n- Komitmen\n- Kebijakan\n2) Peran Bappeda"

    assert read_minutes(typed) == [
        Point("Tujuh prasyarat", ["Komitmen", "Kebijakan"]),
        Point("Peran Bappeda"),
    ]


def test_a_pasted_line_break_continues_the_line_before():
    typed = "1. Definisi PUG\nmenurut narasumber\n- perempuan dan\n  laki-laki"

    assert read_minutes(typed) == [
        Point("Definisi PUG menurut narasumber", ["perempuan dan laki-laki"])
    ]


def test_without_numbers_a_blank_line_begins_a_new_point():
    assert read_minutes("Definisi PUG\n\nTujuh prasyarat\n• Komitmen") == [
        Point("Definisi PUG"),
        Point("Tujuh prasyarat", ["Komitmen"]),
    ]


def test_blank_text_has_no_points():
    assert read_minutes(" \n\r\n \t") == []
