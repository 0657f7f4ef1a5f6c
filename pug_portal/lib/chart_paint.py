"""How a chart's parts are painted: classes of app.css on screen, attributes on paper.

The PDF renderer applies no document CSS to inline SVG, so print carries its own colours.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pug_portal.lib.numbers import angka

Number = int | float | Decimal

INK, TRACK = "#18203a", "#eaeef5"
FAMILY = "Plus Jakarta Sans"

# The light theme's colours: paper is always light.
COLORS = {
    "k-kom": "#34508f",
    "k-keb": "#6b3f82",
    "k-kel": "#a13d56",
    "k-psm": "#17707f",
    "k-sda": "#95571f",
    "k-dat": "#7d6100",
    "k-ala": "#2f7350",
    "ro-t": TRACK,
    "b-t": TRACK,
    "b-f": "#2b4687",
    "b-m": INK,
    "sk-set": "#1d6443",
    "sk-ver": "#0f6370",
    "sk-aju": "#4f83bd",
    "sk-kem": "#c27f12",
    "sk-draf": "#8b95aa",
    "sk-bel": "#d5dbe7",
    "tr-a": "#e5ebf8",
    "tr-c": "#2b4687",
}
STROKES = {
    "ro-p": (INK, "1.4"),
    "tr-g": ("#d5dbe7", "1"),
    "tr-l": ("#2b4687", "2.5"),
}


def fill(css: str, *, for_print: bool) -> SafeString:
    """`css` may name two classes; the first one that has a colour gives it on paper."""
    if not for_print:
        return format_html('class="{}"', css)
    known = (COLORS[name] for name in css.split() if name in COLORS)
    return format_html('fill="{}"', next(known, COLORS["b-f"]))


def stroke(css: str, *, for_print: bool) -> SafeString:
    if not for_print:
        return format_html('class="{}" fill="none"', css)
    color, width = STROKES[css.split()[0]]
    dashes = SafeString(' stroke-dasharray="3 3"') if "ro-p" in css else ""
    return format_html(
        'fill="none" stroke="{}" stroke-width="{}"{}', color, width, dashes
    )


def letters(css: str, *, for_print: bool, bold: bool = False) -> SafeString:
    if not for_print:
        return format_html('class="{}"', css)
    return format_html(
        'font-family="{}" fill="{}" font-weight="{}"',
        FAMILY,
        INK,
        "700" if bold else "400",
    )


def join(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def said(value: Number | None, places: int) -> str:
    return "belum ada" if value is None else angka(value, places)


def within(value: Number | None) -> float:
    return 0.0 if value is None else min(max(float(value), 0.0), 100.0)


def px(number: float) -> str:
    """Two decimals with a point: SVG knows no comma."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
