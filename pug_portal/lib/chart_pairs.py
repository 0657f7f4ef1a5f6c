"""Two bars per category, men and women: told apart by fill and frame, not by colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_paint import FAMILY, INK, Number, fill, join, px

WIDTH, LABEL, BAR, GAP, TOP = 420.0, 15.0, 12.0, 9.0, 26.0
ROOM = 330.0
ROW = LABEL + 2 * BAR + GAP


@dataclass(frozen=True)
class Pair:
    """`men_text` stands behind the bar, also where there is no bar to draw."""

    label: str
    men: Number | None
    women: Number | None
    men_text: str
    women_text: str


def pairs(
    found: Sequence[Pair], *, title: str, chart_id: str, for_print: bool = False
) -> SafeString:
    """`title` is read aloud: the caller prints the numbers as a table beside it."""
    highest = max(
        (float(v) for each in found for v in (each.men, each.women) if v is not None),
        default=0.0,
    )
    return format_html(
        '<svg class="trend" {}font-size="12" viewBox="0 0 {} {}" role="img" '
        'aria-labelledby="{id}-t"><title id="{id}-t">{}</title>{}{}</svg>',
        _letters(for_print=for_print),
        px(WIDTH),
        px(TOP + ROW * len(found)),
        title,
        _legend(for_print),
        join(
            _rows(each, TOP + ROW * place, highest or 1.0, for_print)
            for place, each in enumerate(found)
        ),
        id=chart_id,
    )


def _letters(*, for_print: bool) -> SafeString:
    if not for_print:
        return SafeString("")
    return format_html(
        'xmlns="http://www.w3.org/2000/svg" font-family="{}" fill="{}" color="{}" ',
        FAMILY,
        INK,
        INK,
    )


def _rows(each: Pair, y: float, highest: float, for_print: bool) -> SafeString:
    return format_html(
        '<text x="0" y="{}">{}</text>{}{}',
        px(y + LABEL - 4),
        each.label,
        _bar(each.men, each.men_text, y + LABEL, highest, False, for_print),
        _bar(each.women, each.women_text, y + LABEL + BAR, highest, True, for_print),
    )


def _bar(
    value: Number | None,
    text: str,
    y: float,
    highest: float,
    is_solid: bool,
    for_print: bool,
) -> SafeString:
    width = 0.0 if value is None else float(value) / highest * ROOM
    drawn = _box(0.5, y + 1, width, BAR - 2, is_solid, for_print)
    return format_html(
        '{}<text x="{}" y="{}" font-size="10.5">{}</text>',
        drawn if width else "",
        px(width + 6),
        px(y + BAR - 2),
        text,
    )


def _box(
    x: float, y: float, width: float, height: float, is_solid: bool, for_print: bool
) -> SafeString:
    paint = (
        fill("tr-c", for_print=for_print)
        if is_solid
        else SafeString('fill="none" stroke="currentColor" stroke-width="1.2"')
    )
    return format_html(
        '<rect {} x="{}" y="{}" width="{}" height="{}"/>',
        paint,
        px(x),
        px(y),
        px(max(width - 0.5, 0.8)),
        px(height),
    )


def _legend(for_print: bool) -> SafeString:
    return join(
        format_html(
            '{}<text x="{}" y="14">{}</text>',
            _box(x, 6, 22, 9, is_solid, for_print),
            px(x + 28),
            name,
        )
        for x, is_solid, name in ((0.5, False, "Laki-laki"), (110.0, True, "Perempuan"))
    )
