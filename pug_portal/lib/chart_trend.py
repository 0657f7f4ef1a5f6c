"""The trend: three to eight points in time."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pug_portal.lib.chart_paint import Number, fill, join, letters, px, said, stroke
from pug_portal.lib.numbers import angka

WIDTH, BASE, TOP, MARGIN = 320.0, 96.0, 28.0, 24.0


def trend(
    values: Sequence[Number | None],
    labels: Sequence[str],
    *,
    chart_id: str = "tren",
    for_print: bool = False,
) -> SafeString:
    """Three to eight points in time; the line passes over a missing one."""
    spoken = ", ".join(
        f"{label} {said(value, 1)}" for label, value in zip(labels, values, strict=True)
    )
    return format_html(
        '<svg class="trend" font-size="11" viewBox="0 0 320 120" role="img" '
        'aria-labelledby="{id}-t"><title id="{id}-t">Perkembangan nilai: {}</title>'
        '<path {} d="M24 96H296M24 62H296M24 28H296"/>{}</svg>',
        spoken,
        stroke("tr-g", for_print=for_print),
        join(_trend_parts(values, labels, for_print)),
        id=chart_id,
    )


def _trend_parts(
    values: Sequence[Number | None], labels: Sequence[str], for_print: bool
) -> list[SafeString]:
    xs = _spread(len(values))
    ys = _heights(values)
    known = [(x, y) for x, y in zip(xs, ys, strict=True) if y is not None]
    line = "L".join(f"{px(x)} {px(y)}" for x, y in known)
    parts = []
    if len(known) > 1:
        area = f"M{line}L{px(known[-1][0])} 96L{px(known[0][0])} 96Z"
        parts.append(
            format_html('<path {} d="{}"/>', fill("tr-a", for_print=for_print), area)
        )
        parts.append(
            format_html('<path {} d="M{}"/>', stroke("tr-l", for_print=for_print), line)
        )
    for x, y, value, label in zip(xs, ys, values, labels, strict=True):
        if y is not None:
            parts.append(_trend_point(x, y, value, for_print))
        parts.append(
            format_html(
                '<text {} x="{}" y="113" text-anchor="middle">{}</text>',
                letters("tr-x", for_print=for_print),
                px(x),
                label,
            )
        )
    return parts


def _trend_point(
    x: float, y: float, value: Number | None, for_print: bool
) -> SafeString:
    return format_html(
        '<circle {} cx="{x}" cy="{}" r="4"/>'
        '<text {} x="{x}" y="{}" text-anchor="middle">{}</text>',
        fill("tr-c", for_print=for_print),
        px(y),
        letters("tr-v", for_print=for_print, bold=True),
        px(y - 9),
        angka(value, 1),
        x=px(x),
    )


def _spread(count: int) -> list[float]:
    if count < 2:
        return [WIDTH / 2] * count
    step = (WIDTH - 2 * MARGIN) / (count - 1)
    return [MARGIN + index * step for index in range(count)]


def _heights(values: Sequence[Number | None]) -> list[float | None]:
    known = [float(value) for value in values if value is not None]
    if not known:
        return [None for _ in values]
    low, high = min(known) - 6, max(known) + 1
    return [
        None if v is None else BASE - (float(v) - low) / (high - low) * (BASE - TOP)
        for v in values
    ]
