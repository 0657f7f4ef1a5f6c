"""Rows that earlier steps ask for: an action per cause, an indicator per gap."""

from __future__ import annotations

from typing import Any

from focal_points.pprg.fields import Content, Field, is_filled, lines
from focal_points.pprg.gap import CAUSES, FACTORS, GAPS

Row = dict[str, Any]
SPARE_ROWS = 2


def causes_of(content: Content) -> list[str]:
    """Nine steps name causes inside and outside; four steps name them per factor."""
    found = lines(content.get("internal_causes")) + lines(
        content.get("external_causes")
    )
    if not found and not is_nine_steps(content):
        found = [line for key in FACTORS for line in lines(content.get(key))]
    return list(dict.fromkeys(found))


def is_nine_steps(content: Content) -> bool:
    return "internal_causes" in content or "external_causes" in content


def gaps_of(content: Content) -> list[str]:
    """Keys of the factors that this document says something about."""
    return [key for key in FACTORS if is_filled(content.get(key))]


def asked_about(field: Field, content: Content) -> list[str]:
    if field.frame == CAUSES:
        return causes_of(content)
    if field.frame == GAPS:
        return gaps_of(content)
    return []


def shown_about(field: Field, about: str) -> str:
    return FACTORS.get(about, about) if field.frame == GAPS else about


def framed(field: Field, content: Content) -> list[Row]:
    """What the page shows: asked-for rows first, then the others, then empty ones."""
    stored: list[Row] = list(content.get(field.key) or [])
    asked = asked_about(field, content)
    rows: list[Row] = []
    for about in asked:
        same = [row for row in stored if row.get("about") == about]
        rows += same or [{"about": about}]
    rows += [row for row in stored if row.get("about", "") not in asked]
    return rows + [{} for _ in range(SPARE_ROWS)]


def says_nothing(row: Row) -> bool:
    return not any(
        is_filled(value)
        for key, value in row.items()
        if key not in {"about", "library"}
    )
