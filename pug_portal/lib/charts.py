"""Charts as SVG text: no script, no inline style, the same bytes for the same numbers.

The rose and the trend name their numbers in a title. Bars and stacks are hidden from
screen readers: the caller prints their numbers beside them.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pug_portal.lib.chart_paint import Number, fill, join, px, said, within
from pug_portal.lib.chart_rose import Petal, rose
from pug_portal.lib.chart_trend import trend
from pug_portal.lib.numbers import angka

__all__ = ["Petal", "bar", "rose", "stack", "strip", "trend"]


def bar(
    value: Number | None,
    css_class: str = "",
    target: Number | None = None,
    *,
    claimed: Number | None = None,
    for_print: bool = False,
) -> SafeString:
    """0 to 100. `claimed` is drawn pale behind `value`; `target` is a thin mark."""
    parts = [_bar_part("b-t", 100, for_print)]
    css = f"b-f {css_class}".strip() if for_print else "b-f"
    paint = fill(_color_first(css), for_print=for_print)
    if claimed is not None:
        parts.append(
            format_html(
                '<rect {} fill-opacity=".35" width="{}" height="10"/>',
                paint,
                px(within(claimed)),
            )
        )
    parts.append(
        format_html('<rect {} width="{}" height="10"/>', paint, px(within(value)))
    )
    if target is not None:
        mark = fill("b-m", for_print=for_print)
        x = min(max(within(target) - 0.5, 0), 99)
        parts.append(
            format_html('<rect {} x="{}" width="1" height="10"/>', mark, px(x))
        )
    return _strip_of_rects(f"bar {css_class}".strip(), parts)


def stack(parts: Iterable[tuple[str, int]], *, for_print: bool = False) -> SafeString:
    """(status, count): the status is a tone of the badges (set, ver, aju, kem …)."""
    counted = [(tone, count) for tone, count in parts if count > 0]
    whole = sum(count for _, count in counted)
    rects, x = [_bar_part("b-t", 100, for_print)] if not counted else [], 0.0
    for tone, count in counted:
        width = 100 * count / whole
        rects.append(
            format_html(
                '<rect {} x="{}" width="{}" height="10"/>',
                fill(f"sk-{tone}", for_print=for_print),
                px(x),
                px(max(width - 0.35, 0.1)),
            )
        )
        x += width
    return _strip_of_rects("stack", rects)


def strip(cells: Iterable[tuple[str, Number | None, str]]) -> SafeString:
    """(name, value, band class n0 … n4): small numbered cells inside one table cell."""
    known = list(cells)
    spoken = ", ".join(f"{name} {said(value, 0)}" for name, value, _ in known)
    return format_html(
        '<span class="strip" role="img" aria-label="{}">{}</span>',
        spoken,
        format_html_join(
            "",
            '<i class="{}">{}</i>',
            ((css, angka(value, 0)) for _, value, css in known),
        ),
    )


def _bar_part(css: str, width: Number, for_print: bool) -> SafeString:
    return format_html(
        '<rect {} width="{}" height="10"/>', fill(css, for_print=for_print), width
    )


def _strip_of_rects(css: str, parts: Iterable[SafeString]) -> SafeString:
    return format_html(
        '<svg class="{}" viewBox="0 0 100 10" preserveAspectRatio="none" '
        'aria-hidden="true">{}</svg>',
        css,
        join(parts),
    )


def _color_first(css: str) -> str:
    """On paper the prerequisite's own colour wins over the bar's."""
    return " ".join(sorted(css.split(), key=lambda name: not name.startswith("k-")))
