"""The radar: one axis per label, 0 in the middle and 100 at the rim."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from textwrap import wrap

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_marks import (
    LEGEND_ROW,
    MOST_SERIES,
    Series,
    frame,
    legend,
    line_of,
    mark,
    spoken,
)
from pug_portal.lib.chart_paint import Number, join, px, stroke, within

WIDTH, RADIUS, ABOVE, BELOW = 320.0, 84.0, 38.0, 34.0
LABELS_AT = RADIUS + 14
LABEL_WIDTH, LABEL_ROW = 12, 14  # letters in a line, room of a line
STEPS = (25, 50, 75, 100)
FEWEST_AXES = 3


def radar(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    title: str,
    chart_id: str,
    for_print: bool = False,
) -> SafeString:
    """At most three series; nothing below three axes, which make no surface. A missing
    value has no mark and the line passes it by."""
    if len(labels) < FEWEST_AXES:
        return SafeString("")
    drawn = series[:MOST_SERIES]
    web = _Web(len(labels), LEGEND_ROW * len(drawn) + ABOVE + RADIUS)
    inside = join(
        [
            legend([one.name for one in drawn], 8, for_print=for_print),
            _grid(web, for_print),
            _labels(web, labels),
            *(_ring(web, one, place, for_print) for place, one in enumerate(drawn)),
        ]
    )
    return frame(
        inside,
        width=WIDTH,
        height=web.middle + RADIUS + BELOW,
        title=title,
        desc=spoken(labels, drawn),
        chart_id=chart_id,
        for_print=for_print,
    )


class _Web:
    def __init__(self, count: int, middle: float) -> None:
        self.count, self.middle = count, middle

    def angle(self, place: int) -> float:
        return 2 * math.pi * place / self.count

    def at(self, place: int, radius: float) -> tuple[float, float]:
        angle = self.angle(place)
        return (
            WIDTH / 2 + radius * math.sin(angle),
            self.middle - radius * math.cos(angle),
        )

    def point(self, place: int, value: Number) -> tuple[float, float]:
        return self.at(place, RADIUS * within(value) / 100)

    def outline(self, value: Number) -> str:
        corners = (self.point(place, value) for place in range(self.count))
        return _closed(corners)


def _closed(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{px(x)} {px(y)}" for x, y in points) + "Z"


def _grid(web: _Web, for_print: bool) -> SafeString:
    paint = stroke("tr-g", for_print=for_print)
    rims = (format_html('<path {} d="{}"/>', paint, web.outline(s)) for s in STEPS)
    rays = "".join(
        f"M{px(WIDTH / 2)} {px(web.middle)}L{px(x)} {px(y)}"
        for x, y in (web.at(place, RADIUS) for place in range(web.count))
    )
    numbers = (
        format_html(
            '<text font-size="10" x="{}" y="{}">{}</text>',
            px(WIDTH / 2 + 3),
            px(web.middle - RADIUS * step / 100 + 10),
            step,
        )
        for step in (50, 100)
    )
    return join([*rims, format_html('<path {} d="{}"/>', paint, rays), *numbers])


def _labels(web: _Web, labels: Sequence[str]) -> SafeString:
    found = []
    for place, label in enumerate(labels):
        x, y = web.at(place, LABELS_AT)
        side = math.sin(web.angle(place))
        anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
        # Below the middle the lines run down from the rim, above it up to it.
        parts = wrap(label, LABEL_WIDTH)
        rise = (len(parts) - 1) * (1 + math.cos(web.angle(place))) / 2
        found += [
            format_html(
                '<text font-size="13" x="{}" y="{}" text-anchor="{}">{}</text>',
                px(x),
                px(y + 4 + (row - rise) * LABEL_ROW),
                anchor,
                part,
            )
            for row, part in enumerate(parts)
        ]
    return join(found)


def _ring(web: _Web, one: Series, place: int, for_print: bool) -> SafeString:
    points = [
        web.point(axis, value)
        for axis, value in enumerate(one.values)
        if value is not None
    ]
    if not points:
        return SafeString("")
    marks = join(mark(x, y, place, for_print=for_print) for x, y in points)
    return line_of(_closed(points), place, for_print=for_print) + marks
