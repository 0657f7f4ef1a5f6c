"""Lines over the years: a region beside its province and the nation.

Told apart by dash and mark, so never by colour alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_marks import MOST_SERIES, legend, line_of, mark, paper
from pug_portal.lib.chart_paint import Number, join, px, stroke
from pug_portal.lib.numbers import angka

WIDTH, HEIGHT = 420.0, 246.0
LEFT, MARGIN, TOP, BASE = 46.0, 16.0, 66.0, 216.0


@dataclass(frozen=True)
class Line:
    name: str
    values: Mapping[int, Number]


def lines(
    found: Sequence[Line],
    *,
    title: str,
    chart_id: str,
    for_print: bool = False,
    labels: Mapping[int, str] | None = None,
    bounds: tuple[int, int] | None = None,
    width: float = WIDTH,
) -> SafeString:
    """At most three lines; a missing year is bridged. `title` is read aloud: the caller
    prints the numbers as a table beside it. `labels` name other points than years."""
    drawn = [line for line in found if line.values][:MOST_SERIES]
    scale = _Scale(drawn, bounds, width - MARGIN)
    return format_html(
        '<svg class="trend" {}font-size="12" viewBox="0 0 {} {}" role="img" '
        'aria-labelledby="{id}-t"><title id="{id}-t">{}</title>{}{}{}</svg>',
        paper() if for_print else "",
        px(width),
        px(HEIGHT),
        title,
        _grid(scale, for_print),
        _years(scale) if labels is None else _named(scale, labels),
        join(_line(line, scale, place, for_print) for place, line in enumerate(drawn))
        + legend([line.name for line in drawn], LEFT, for_print=for_print),
        id=chart_id,
    )


class _Scale:
    def __init__(
        self, drawn: Sequence[Line], bounds: tuple[int, int] | None, right: float
    ) -> None:
        self.right = right
        values = [float(v) for line in drawn for v in line.values.values()]
        values += bounds or ()
        years = sorted({year for line in drawn for year in line.values})
        self.first, self.last = years[0], years[-1]
        low, high = min(values), max(values)
        self.step = _round_step((high - low) or abs(high) or 1.0)
        self.low = math.floor(low / self.step) * self.step
        self.high = math.ceil(high / self.step) * self.step
        if self.low == self.high:
            self.high += self.step

    def x(self, year: int) -> float:
        if self.first == self.last:
            return (LEFT + self.right) / 2
        return LEFT + (year - self.first) / (self.last - self.first) * (
            self.right - LEFT
        )

    def y(self, value: Number) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return BASE - share * (BASE - TOP)


def _round_step(span: float) -> float:
    """1, 2 or 5 times a power of ten: three to six steps over the span."""
    power: float = 10 ** math.floor(math.log10(span / 3))
    return max(part * power for part in (1, 2, 5) if part * power <= span / 3)


def _grid(scale: _Scale, for_print: bool) -> SafeString:
    count = round((scale.high - scale.low) / scale.step)
    places = max(0, -math.floor(math.log10(scale.step)))
    steps = [scale.low + scale.step * part for part in range(count + 1)]
    return join(
        format_html(
            '<path {} d="M{} {y}H{}"/><text x="{}" y="{}" text-anchor="end">{}</text>',
            stroke("tr-g", for_print=for_print),
            px(LEFT),
            px(scale.right),
            px(LEFT - 6),
            px(scale.y(value) + 4),
            angka(value, places),
            y=px(scale.y(value)),
        )
        for value in steps
    )


def _years(scale: _Scale) -> SafeString:
    step = max(1, -(-(scale.last - scale.first) // 7))
    return join(
        format_html(
            '<text x="{}" y="{}" text-anchor="middle">{}</text>',
            px(scale.x(year)),
            px(BASE + 22),
            year,
        )
        for year in range(scale.last, scale.first - 1, -step)
    )


def _named(scale: _Scale, labels: Mapping[int, str]) -> SafeString:
    """The outer names stay inside the picture."""
    anchors = {scale.first: "start", scale.last: "end"}
    if scale.first == scale.last:
        anchors = {}
    return join(
        format_html(
            '<text x="{}" y="{}" text-anchor="{}">{}</text>',
            px(scale.x(place)),
            px(BASE + 22),
            anchors.get(place, "middle"),
            label,
        )
        for place, label in labels.items()
        if scale.first <= place <= scale.last
    )


def _line(line: Line, scale: _Scale, place: int, for_print: bool) -> SafeString:
    points = [(scale.x(y), scale.y(line.values[y])) for y in sorted(line.values)]
    path = "L".join(f"{px(x)} {px(y)}" for x, y in points)
    marks = join(mark(x, y, place, for_print=for_print) for x, y in points)
    return line_of(f"M{path}", place, for_print=for_print) + marks
