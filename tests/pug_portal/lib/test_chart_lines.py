"""Lines over the years."""

from __future__ import annotations

import re

from pug_portal.lib.chart_lines import Line, lines

OWN = Line("Blora", {2019: 83.96, 2020: 83.88, 2021: 84.59})
ABOVE = Line("Jawa Tengah", {2020: 92.18, 2021: 92.48})


def drawn(*found: Line) -> str:
    return lines(found, title="IPG Blora", chart_id="ipg")


def test_it_is_one_picture_with_a_title():
    svg = drawn(OWN, ABOVE)

    assert svg.count("<svg") == 1
    assert (
        'role="img" aria-labelledby="ipg-t"><title id="ipg-t">IPG Blora</title>' in svg
    )


def test_each_line_has_a_name_and_a_dash_of_its_own():
    svg = drawn(OWN, ABOVE, Line("Indonesia", {2021: 91.27}))

    for name in ("Blora", "Jawa Tengah", "Indonesia"):
        assert f">{name}<" in svg
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', svg))) == 2


def test_the_axis_has_round_numbers_around_the_values():
    assert {">84<", ">92<"} <= set(re.findall(r">\d+<", drawn(OWN, ABOVE)))
    assert ">0,40<" in drawn(Line("Blora", {2021: 0.51, 2022: 0.31}))


def test_a_flat_line_and_a_single_year_are_drawn():
    flat = drawn(Line("Blora", {2020: 5, 2021: 5}))
    single = drawn(Line("Blora", {2020: 0}))

    for svg in (flat, single):
        assert "nan" not in svg
        assert "circle" in svg


def test_names_are_text_and_nothing_is_styled_inline():
    svg = drawn(Line("<script>", {2020: 1, 2021: 2}))

    assert "<script>" not in svg
    assert " style=" not in svg
