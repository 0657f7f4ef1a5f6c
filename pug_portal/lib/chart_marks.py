"""Up to three series in one picture, told apart by dash and mark, so never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_paint import (
    FAMILY,
    INK,
    Number,
    fill,
    join,
    letters,
    px,
    said,
    stroke,
)

DASHES = ("", "7 4", "2 4")
MOST_SERIES = len(DASHES)
LEGEND_ROW = 17.0


@dataclass(frozen=True)
class Series:
    """One name and a value for each label of the picture."""

    name: str
    values: Sequence[Number | None]


def spoken(labels: Sequence[str], series: Sequence[Series], places: int = 1) -> str:
    """Every number of the picture in words, for those who do not see it."""
    return " ".join(
        f"{one.name}: "
        + ", ".join(
            f"{label} {said(value, places)}"
            for label, value in zip(labels, one.values, strict=True)
        )
        + "."
        for one in series
    )


def frame(
    inside: SafeString,
    *,
    width: float,
    height: float,
    title: str,
    desc: str,
    chart_id: str,
    for_print: bool,
) -> SafeString:
    """The picture with its name and its numbers in words."""
    return format_html(
        '<svg class="trend" {}font-size="12" viewBox="0 0 {} {}" role="img" '
        'aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{}</title>'
        '<desc id="{id}-d">{}</desc>{}</svg>',
        paper() if for_print else "",
        px(width),
        px(height),
        title,
        desc,
        inside,
        id=chart_id,
    )


def paper() -> SafeString:
    return format_html(
        'xmlns="http://www.w3.org/2000/svg" font-family="{}" fill="{}" color="{}" ',
        FAMILY,
        INK,
        INK,
    )


def line_of(path: str, place: int, *, for_print: bool) -> SafeString:
    if place == 0:
        return format_html(
            '<path {} d="{}"/>', stroke("tr-l", for_print=for_print), path
        )
    return format_html(
        '<path fill="none" stroke="currentColor" stroke-width="1.6" '
        'stroke-dasharray="{}" d="{}"/>',
        DASHES[place],
        path,
    )


def mark(x: float, y: float, place: int, *, for_print: bool) -> SafeString:
    """Circle, square, triangle: each lies on its point."""
    if place == 0:
        return format_html(
            '<circle {} cx="{}" cy="{}" r="4"/>',
            fill("tr-c", for_print=for_print),
            px(x),
            px(y),
        )
    if place == 1:
        return format_html(
            '<rect fill="currentColor" x="{}" y="{}" width="6" height="6"/>',
            px(x - 3),
            px(y - 3),
        )
    return format_html(
        '<path fill="currentColor" d="M{} {}l4 7h-8z"/>', px(x), px(y - 4)
    )


def legend(names: Sequence[str], left: float, *, for_print: bool) -> SafeString:
    """One name to a row: names of regions may be long."""
    return join(
        format_html(
            '{}<text{} x="{}" y="{}">{}</text>',
            line_of(f"M{px(left)} {px(y)}h34", place, for_print=for_print)
            + mark(left + 17, y, place, for_print=for_print),
            format_html(" {}", letters("tr-v", for_print=for_print, bold=True))
            if place == 0
            else "",
            px(left + 44),
            px(y + 4),
            name,
        )
        for place, name in enumerate(names)
        for y in (place * LEGEND_ROW + LEGEND_ROW / 2,)
    )
