"""The rose: one petal per prerequisite, the whole in the middle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_paint import (
    Number,
    fill,
    join,
    letters,
    px,
    said,
    stroke,
    within,
)
from pug_portal.lib.numbers import angka

CENTRE, INNER, OUTER, LABELS_AT = 130.0, 37.0, 100.0, 114.0
GAP = 0.028  # radians between two petals


@dataclass(frozen=True)
class Petal:
    """One wedge. `claimed` is drawn pale behind `value`, `previous` as a dashed line."""

    css: str
    label: str
    value: Number | None
    icon: str = ""
    claimed: Number | None = None
    previous: Number | None = None


def rose(
    petals: Sequence[Petal],
    total: Number | None,
    *,
    chart_id: str = "mawar",
    for_print: bool = False,
) -> SafeString:
    """The wedges, their icons (on paper: their names), and `total` in the middle."""
    wedges = [
        _petal(petal, index, len(petals), for_print)
        for index, petal in enumerate(petals)
    ]
    return format_html(
        '<svg class="rose" viewBox="{}" role="img" aria-labelledby="{id}-t">'
        '<title id="{id}-t">{}</title>{}'
        '<text {} font-size="27" x="130" y="136" text-anchor="middle">{}</text>'
        '<text {} font-size="10.5" x="130" y="150" text-anchor="middle">'
        "dari 100</text></svg>",
        "-120 0 500 260" if for_print else "0 0 260 260",
        _rose_title(petals, total),
        join(wedges),
        letters("ro-n", for_print=for_print, bold=True),
        angka(total, 1),
        letters("ro-s", for_print=for_print),
        id=chart_id,
    )


def _rose_title(petals: Sequence[Petal], total: Number | None) -> str:
    each = ", ".join(f"{petal.label} {said(petal.value, 1)}" for petal in petals)
    whole = "belum ada nilai" if total is None else f"{angka(total, 1)} dari 100"
    return f"Mawar tujuh prasyarat. Keseluruhan {whole}. {each}."


def _petal(petal: Petal, index: int, count: int, for_print: bool) -> SafeString:
    start = 2 * math.pi * (index - 0.5) / count + GAP
    end = 2 * math.pi * (index + 0.5) / count - GAP
    css = f"{petal.css} kf"
    parts = [_wedge(start, end, OUTER, fill("ro-t", for_print=for_print))]
    if petal.claimed is not None:
        pale = format_html('{} fill-opacity=".35"', fill(css, for_print=for_print))
        parts.append(_wedge(start, end, _radius(petal.claimed), pale))
    if petal.value is not None:
        paint = fill(css, for_print=for_print)
        parts.append(_wedge(start, end, _radius(petal.value), paint))
    if petal.previous is not None:
        parts.append(_previous(petal, start, end, for_print))
    parts.append(_petal_name(petal, 2 * math.pi * index / count, for_print))
    return join(parts)


def _wedge(start: float, end: float, radius: float, paint: SafeString) -> SafeString:
    if radius <= INNER:
        return SafeString("")
    return format_html(
        '<path {} d="M{}L{}A{r} {r} 0 0 1 {}L{}A37 37 0 0 0 {}Z"/>',
        paint,
        _point(INNER, start),
        _point(radius, start),
        _point(radius, end),
        _point(INNER, end),
        _point(INNER, start),
        r=px(radius),
    )


def _previous(petal: Petal, start: float, end: float, for_print: bool) -> SafeString:
    radius = _radius(petal.previous)
    covered = petal.value is not None and within(petal.previous) < within(petal.value)
    return format_html(
        '<path {} d="M{}A{r} {r} 0 0 1 {}"/>',
        stroke("ro-p ro-d" if covered else "ro-p", for_print=for_print),
        _point(radius, start),
        _point(radius, end),
        r=px(radius),
    )


def _petal_name(petal: Petal, angle: float, for_print: bool) -> SafeString:
    x = CENTRE + LABELS_AT * math.sin(angle)
    y = CENTRE - LABELS_AT * math.cos(angle)
    if not for_print:
        return format_html(
            '<use class="{}" href="{}#{}" x="{}" y="{}" width="18" height="18"/>',
            petal.css,
            static("icons.svg"),
            petal.icon,
            px(x - 9),
            px(y - 9),
        )
    side = math.sin(angle)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    return format_html(
        '<text {} font-size="10" x="{}" y="{}" text-anchor="{}">{}</text>',
        letters("ro-s", for_print=True),
        px(CENTRE + (OUTER + 6) * side),
        px(y + 3),
        anchor,
        petal.label,
    )


def _radius(value: Number | None) -> float:
    return INNER + (OUTER - INNER) * within(value) / 100


def _point(radius: float, angle: float) -> str:
    x = CENTRE + radius * math.sin(angle)
    y = CENTRE - radius * math.cos(angle)
    return f"{px(x)} {px(y)}"
