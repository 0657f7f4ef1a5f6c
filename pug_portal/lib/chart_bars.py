"""Bars from 0 to 100, up to three per label: solid, framed and hatched."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_marks import (
    LEGEND_ROW,
    MOST_SERIES,
    Series,
    frame,
    spoken,
)
from pug_portal.lib.chart_paint import Number, fill, join, px, within
from pug_portal.lib.numbers import angka

WIDTH, LABEL, BAR, GAP = 320.0, 17.0, 13.0, 10.0
ROOM = 270.0
LEGEND_GAP = 10.0


def bars(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    title: str,
    chart_id: str,
    for_print: bool = False,
) -> SafeString:
    """Each bar has its number at its end; a missing value says so and has no bar."""
    drawn = series[:MOST_SERIES]
    row = LABEL + BAR * len(drawn) + GAP
    top = LEGEND_ROW * len(drawn) + LEGEND_GAP
    inside = join(
        [
            _hatch(chart_id),
            _legend(drawn, chart_id, for_print),
            *(
                _group(
                    label,
                    [one.values[place] for one in drawn],
                    top + row * place,
                    chart_id,
                    for_print,
                )
                for place, label in enumerate(labels)
            ),
        ]
    )
    return frame(
        inside,
        width=WIDTH,
        height=top + row * len(labels),
        title=title,
        desc=spoken(labels, drawn),
        chart_id=chart_id,
        for_print=for_print,
    )


def _hatch(chart_id: str) -> SafeString:
    return format_html(
        '<pattern id="{}-a" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<path d="M0 5L5 0" fill="none" stroke="currentColor" stroke-width="1.3"/>'
        "</pattern>",
        chart_id,
    )


def _group(
    label: str,
    values: Sequence[Number | None],
    y: float,
    chart_id: str,
    for_print: bool,
) -> SafeString:
    found = [format_html('<text x="0" y="{}">{}</text>', px(y + LABEL - 4), label)]
    for place, value in enumerate(values):
        top = y + LABEL + BAR * place
        width = ROOM * within(value) / 100
        if width:
            found.append(_box(0, top + 1, width, place, chart_id, for_print))
        found.append(
            format_html(
                '<text x="{}" y="{}" font-size="11">{}</text>',
                px(width + 6),
                px(top + BAR - 2),
                "belum ada" if value is None else angka(value, 1),
            )
        )
    return join(found)


def _box(
    x: float, y: float, width: float, place: int, chart_id: str, for_print: bool
) -> SafeString:
    if place == 0:
        paint = fill("tr-c", for_print=for_print)
    else:
        paint = format_html(
            'fill="{}" stroke="currentColor" stroke-width="1.2"',
            "none" if place == 1 else f"url(#{chart_id}-a)",
        )
    return format_html(
        '<rect {} x="{}" y="{}" width="{}" height="{}"/>',
        paint,
        px(x + 0.6),
        px(y),
        px(max(width - 0.6, 0.8)),
        px(BAR - 2.5),
    )


def _legend(series: Sequence[Series], chart_id: str, for_print: bool) -> SafeString:
    return join(
        _box(0, y + 4, 24, place, chart_id, for_print)
        + format_html('<text x="32" y="{}">{}</text>', px(y + 13.5), one.name)
        for place, one in enumerate(series)
        for y in (LEGEND_ROW * place,)
    )
