"""Two bars per category: told apart without colour, on screen and on paper."""

from __future__ import annotations

import re

from pug_portal.lib.chart_lines import Line, lines
from pug_portal.lib.chart_pairs import Pair, pairs

FOUND = [
    Pair("SD & MI", 10, 20, "L 10", "P 20"),
    Pair("SMP", 0, None, "L 0", "P *"),
]


def drawn(**more) -> str:
    return pairs(FOUND, title="Murid <2025>", chart_id="x", **more)


def test_women_are_filled_and_men_are_framed():
    bars = drawn().split('<rect class="tr-c"')

    assert len(bars) == 3  # the legend and one bar
    assert drawn().count('fill="none" stroke="currentColor"') == 2


def test_a_hidden_number_has_words_and_no_bar():
    assert ">P *</text>" in drawn()
    assert ">L 0</text>" in drawn()


def test_the_title_is_read_aloud_and_words_stay_words():
    assert 'role="img" aria-labelledby="x-t"' in drawn()
    assert "Murid &lt;2025&gt;" in drawn()
    assert "SD &amp; MI" in drawn()


def test_paper_carries_its_own_colours():
    for picture in (
        drawn(for_print=True),
        lines(
            [Line("Blora", {2019: 1, 2020: 2}), Line("Jateng", {2019: 2})],
            title="IPG",
            chart_id="y",
            for_print=True,
        ),
    ):
        assert picture.startswith("<svg ")
        assert 'xmlns="http://www.w3.org/2000/svg"' in picture
        assert re.findall('class="([^"]*)"', picture) == ["trend"]
