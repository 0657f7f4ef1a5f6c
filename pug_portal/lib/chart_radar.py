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

WIDTH, RADIUS, ABOVE, BELOW = 320.0, 84.0, 24.0, 20.0
LABELS_AT = RADIUS + 14
LABEL_WIDTH, LABEL_ROW, LETTER = 12, 14.0, 7.0  # letters in a line, its room, theirs
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
    web = _Web([wrap(label, LABEL_WIDTH) or [label] for label in labels], len(drawn))
    inside = join(
        [
            legend([one.name for one in drawn], 8, for_print=for_print),
            _grid(web, for_print),
            _labels(web),
            *(_ring(web, one, place, for_print) for place, one in enumerate(drawn)),
        ]
    )
    return frame(
        inside,
        width=web.width,
        height=web.height,
        title=title,
        desc=spoken(labels, drawn),
        chart_id=chart_id,
        for_print=for_print,
    )


class _Web:
    """Where things lie. Long names, of a region's own instrument, get the room they need."""

    def __init__(self, labels: Sequence[Sequence[str]], legends: int) -> None:
        self.labels, self.count = labels, len(labels)
        longest = max(len(part) for parts in labels for part in parts)
        rows = max(len(parts) for parts in labels) * LABEL_ROW
        self.width = max(WIDTH, 2 * (LABELS_AT + LETTER * longest))
        self.middle = LEGEND_ROW * legends + ABOVE + rows + RADIUS
        self.height = self.middle + RADIUS + BELOW + rows

    def angle(self, place: int) -> float:
        return 2 * math.pi * place / self.count

    def at(self, place: int, radius: float) -> tuple[float, float]:
        angle = self.angle(place)
        return (
            self.width / 2 + radius * math.sin(angle),
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
        f"M{px(web.width / 2)} {px(web.middle)}L{px(x)} {px(y)}"
        for x, y in (web.at(place, RADIUS) for place in range(web.count))
    )
    numbers = (
        format_html(
            '<text font-size="10" x="{}" y="{}">{}</text>',
            px(web.width / 2 + 3),
            px(web.middle - RADIUS * step / 100 + 10),
            step,
        )
        for step in (50, 100)
    )
    return join([*rims, format_html('<path {} d="{}"/>', paint, rays), *numbers])


def _labels(web: _Web) -> SafeString:
    found = []
    for place, parts in enumerate(web.labels):
        x, y = web.at(place, LABELS_AT)
        side = math.sin(web.angle(place))
        anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
        # Below the middle the lines run down from the rim, above it up to it.
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
