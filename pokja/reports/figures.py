"""Pictures of the report as SVG. Colours are attributes: print CSS does not reach them."""

from __future__ import annotations

import math
from decimal import Decimal

from django.utils.html import escape

from pokja.reports.content import ReportContent
from pokja.reports.rows_opd import (
    EXEMPT,
    GROUPS,
    IN_REPAIR,
    IN_VERIFICATION,
    NOT_REPORTED,
    VERIFIED,
)
from pug_portal.lib import qr
from pug_portal.lib.chart_paint import COLORS
from pug_portal.lib.numbers import angka

_HUES = [color for name, color in COLORS.items() if name.startswith("k-")]
_STATUS = {
    VERIFIED: COLORS["sk-set"],
    IN_VERIFICATION: COLORS["sk-aju"],
    IN_REPAIR: COLORS["sk-kem"],
    NOT_REPORTED: COLORS["sk-draf"],
    EXEMPT: COLORS["sk-bel"],
}
_FONT = 'font-family="Plus Jakarta Sans"'


def assets(content: ReportContent) -> dict[str, bytes]:
    pictures = {
        "mawar.svg": rose(),
        "pita.svg": ribbon(),
        "status.svg": status_bar(content),
        "prasyarat.svg": prerequisite_bars(content),
    }
    made = {name: picture.encode() for name, picture in pictures.items()}
    return made | {"qr.svg": qr.svg_for_print(content.stamp.verify_url)}


def rose() -> str:
    """Mawar tujuh: one petal per prerequisite."""
    petals = "".join(
        f'<ellipse cx="0" cy="-48" rx="26" ry="48" fill="{hue}" fill-opacity=".16" '
        f'stroke="{hue}" stroke-opacity=".7" stroke-width=".6" '
        f'transform="rotate({360 * place / 7:.3f})"/>'
        for place, hue in enumerate(_HUES)
    )
    return _svg(200, 200, f'<g transform="translate(100 100)">{petals}</g>')


def ribbon() -> str:
    stripes = "".join(
        f'<rect x="{place * 30}" y="0" width="30" height="5" fill="{hue}"/>'
        for place, hue in enumerate(_HUES)
    )
    return _svg(210, 5, stripes)


def status_bar(content: ReportContent) -> str:
    """Shares of the OPD by group, with the counts in words beneath."""
    counts = [(name, len(content.in_group(name))) for name in GROUPS]
    total = sum(count for _, count in counts) or 1
    parts, x = [], 0.0
    for name, count in counts:
        width = 600 * count / total
        if count:
            parts.append(
                f'<rect x="{x:.2f}" y="0" width="{max(width - 1.5, 1):.2f}" height="16" '
                f'fill="{_STATUS[name]}"/>'
            )
        x += width
    parts += [_legend(place, *count) for place, count in enumerate(counts)]
    return _svg(600, 44, "".join(parts))


def _legend(place: int, name: str, count: int) -> str:
    x = place * 122
    return (
        f'<rect x="{x}" y="28" width="8" height="8" fill="{_STATUS[name]}"/>'
        f'<text x="{x + 12}" y="36" font-size="9.5" fill="#18203a" {_FONT}>'
        f"{escape(name)}: {count}</text>"
    )


def prerequisite_bars(content: ReportContent) -> str:
    """Verified value as a full bar, self-assessed value as a line on it."""
    if content.assessment is None:
        return _svg(600, 1, "")
    rows = content.assessment.prerequisites
    bars = "".join(
        _bar(place, row.code, row.name, row.verified_value, row.self_value)
        for place, row in enumerate(rows)
    )
    height = 24 * len(rows) + 22
    legend = (
        f'<text x="190" y="{height - 6}" font-size="9" fill="#465069" {_FONT}>'
        "Bidang: nilai terverifikasi. Garis tegak: nilai mandiri. "
        "Nilai internal, bukan nilai APE resmi.</text>"
    )
    return _svg(600, height, bars + legend)


def _bar(
    place: int, code: str, name: str, verified: Decimal | None, own: Decimal | None
) -> str:
    y, hue = place * 24, COLORS.get(f"k-{code.lower()}", COLORS["b-f"])
    full = 350.0
    parts = [
        (
            f'<text x="0" y="{y + 12}" font-size="9.5" fill="#18203a" {_FONT}>'
            f"{escape(name)}</text>"
        ),
        f'<rect x="190" y="{y + 3}" width="{full}" height="11" fill="#eaeef5"/>',
        (
            f'<text x="600" y="{y + 12}" font-size="9.5" font-weight="600" '
            f'text-anchor="end" fill="#18203a" {_FONT}>{angka(verified, 1)}</text>'
        ),
    ]
    if verified is not None:
        width = full * float(verified) / 100
        parts.insert(
            2,
            f'<rect x="190" y="{y + 3}" width="{width:.2f}" height="11" fill="{hue}"/>',
        )
    if own is not None:
        x = 190 + full * float(own) / 100
        parts.append(
            f'<rect x="{x:.2f}" y="{y}" width="1.6" height="17" fill="#18203a"/>'
        )
    return "".join(parts)


def _svg(width: float, height: float, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{math.ceil(width)}" height="{math.ceil(height)}">{inside}</svg>'
    )
