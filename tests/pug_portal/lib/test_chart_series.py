"""Radar and bars: what is drawn is the number given, told apart without colour."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from pug_portal.lib.chart_bars import ROOM, bars
from pug_portal.lib.chart_lines import Line, lines
from pug_portal.lib.chart_marks import LEGEND_ROW, Series
from pug_portal.lib.chart_radar import ABOVE, LABEL_ROW, RADIUS, radar

LABELS = ("Komitmen", "Kebijakan", "Lembaga", "Peran")
PROVEN = Series("Terverifikasi", [Decimal("20.6"), Decimal(0), Decimal(100), None])
CLAIMED = Series("Mandiri", [Decimal(55), Decimal("12.5"), None, Decimal(80)])
FINAL = Series("Akhir", [Decimal(21), Decimal(1), Decimal(99), Decimal(5)])
ALL = (PROVEN, CLAIMED, FINAL)


def circles(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'<circle [^>]*cx="([\d.]+)" cy="([\d.]+)"', svg)
    return [(float(x), float(y)) for x, y in found][1:]  # the first is the legend's


def test_the_radar_lays_each_mark_at_its_number():
    svg = radar(LABELS, [PROVEN], title="Radar", chart_id="r")
    middle = LEGEND_ROW + ABOVE + LABEL_ROW + RADIUS
    width = float(re.search(r'viewBox="0 0 ([\d.]+)', svg).group(1))

    far = [math.hypot(x - width / 2, y - middle) for x, y in circles(svg)]

    assert [round(100 * one / RADIUS, 1) for one in far] == [20.6, 0, 100]


def test_both_name_themselves_and_say_every_number():
    for draw in (radar, bars):
        svg = draw(LABELS, ALL, title="Nilai <Blora>", chart_id="g")
        assert 'aria-labelledby="g-t g-d"><title id="g-t">Nilai &lt;Blora&gt;' in svg
        desc = re.search(r"<desc[^>]*>(.*?)</desc>", svg).group(1)
        assert "Terverifikasi: Komitmen 20,6, Kebijakan 0,0" in desc
        assert "Peran belum ada" in desc
        assert "Akhir: Komitmen 21,0" in desc
        assert " style=" not in svg


def test_without_colour_three_series_stay_three():
    web = radar(LABELS, ALL, title="Radar", chart_id="r")
    rows = bars(LABELS, ALL, title="Batang", chart_id="b")

    assert set(re.findall(r'stroke-dasharray="([^"]+)"', web)) == {"7 4", "2 4"}
    for shape in ("<circle", 'width="6" height="6"', "l4 7h-8z"):
        assert shape in web
    assert 'class="tr-c"' in rows
    assert 'fill="none" stroke="currentColor"' in rows
    assert 'fill="url(#b-a)"' in rows
    assert '<pattern id="b-a"' in rows


def test_each_bar_is_as_long_as_the_number_at_its_end():
    svg = bars(LABELS, [PROVEN], title="Batang", chart_id="b")
    wide = re.findall(r'<rect class="tr-c" [^>]*width="([\d.]+)"', svg)[1:]

    assert [round(100 * (float(w) + 0.6) / ROOM, 1) for w in wide] == [20.6, 100]
    assert re.findall(r">([\d,]+|belum ada)</text>", svg) == [
        "20,6", "0,0", "100,0", "belum ada",
    ]  # fmt: skip


def test_two_axes_make_no_radar_and_nothing_makes_no_ring():
    assert radar(LABELS[:2], [], title="Radar", chart_id="r") == ""
    empty = Series("Terverifikasi", [None] * 4)
    assert "nan" not in radar(LABELS, [empty], title="Radar", chart_id="r")


def test_long_names_are_broken_and_stay_inside():
    names = ("Data dan Informasi Terpilah", "Kepemimpinanperempuan", "Alat")
    svg = radar(names, [], title="Radar", chart_id="r")

    width, height = map(
        float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)', svg).groups()
    )
    for x, y, anchor, text in re.findall(
        r'<text font-size="13" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]+)',
        svg,
    ):
        room = 7 * len(text)
        left = {"start": 0, "middle": room / 2, "end": room}[anchor]
        assert float(x) - left >= 0
        assert float(x) - left + room <= width
        assert 10 <= float(y) <= height
    assert ">Data dan<" in svg


def test_on_paper_colours_are_attributes():
    for draw in (radar, bars):
        svg = draw(LABELS, ALL, title="x", chart_id="g", for_print=True)
        assert "class=" not in svg.split(">", 1)[1]
        assert 'xmlns="http://www.w3.org/2000/svg"' in svg


def test_the_same_numbers_make_the_same_bytes():
    for draw in (radar, bars):
        once, again = (draw(LABELS, ALL, title="x", chart_id="g") for _ in range(2))
        assert once == again


def test_a_trend_may_name_its_points_and_keep_its_bounds():
    svg = lines(
        [Line("Terverifikasi", {0: 20, 1: 40})],
        title="Nilai",
        chart_id="n",
        labels={0: "Sem. I 2026", 1: "Sem. II 2026"},
        bounds=(0, 100),
    )

    assert ">Sem. I 2026<" in svg
    assert ">100<" in svg
    assert ">0<" in svg
