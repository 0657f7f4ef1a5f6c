"""Choosing an indicator from the library of the region instead of typing it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from focal_points.indicators.models import Indicator
from focal_points.pprg.fields import Content, Field, Shape, is_filled, lines

CODE = "library"  # in a row: the code of the indicator it was taken from
Row = dict[str, Any]
Choices = list[tuple[str, Any]]


def choices(rows: Iterable[Indicator], opd_id: int) -> Choices:
    """The OPD's own first: a phone shows them on top of its list."""
    own: Choices = []
    others: Choices = []
    for row in rows:
        told = (row.code, f"{row.code} {row.called}")
        (own if row.owner_id == opd_id else others).append(told)
    groups = [("OPD ini", own), ("OPD lain dan daerah", others)]
    return [("", "Tidak diambil"), *((name, made) for name, made in groups if made)]


def take(field: Field, row: Row, chosen: Indicator, stored_code: str | None) -> Row:
    """The row with what the library knows, where nothing was typed.

    A row that was taken before keeps what its writer emptied since.
    """
    main = field.picks
    if chosen.code == stored_code and is_filled(row.get(main)):
        return row
    known = known_of(main, chosen)
    kept = {key: value for key, value in row.items() if is_filled(value)}
    return {**row, **known, **kept}


def known_of(main: str, chosen: Indicator) -> Row:
    if main != "label":
        return {main: chosen.called}
    when = str(chosen.baseline_year or "")
    found: Row = {
        "label": chosen.numerator or chosen.called,
        "men": _people(chosen.men_top),
        "women": _people(chosen.women_top),
        "source": ", ".join(filter(None, (when, chosen.source))),
    }
    # What nobody counted is left out: the box stays empty, it is no zero.
    return {key: value for key, value in found.items() if is_filled(value)}


def add_line(text: Any, chosen: Indicator) -> str:
    """A list with the indicator at its end, once."""
    found = str(text or "").rstrip()
    if chosen.called in lines(found):
        return found
    return f"{found}\n{chosen.called}" if found else chosen.called


def used(
    fields: Iterable[Field], content: Content, rows: Sequence[Indicator]
) -> list[Indicator]:
    """Indicators of the library that a document names, in rows or as a line."""
    codes: set[str] = set()
    said: set[str] = set()
    for field in fields:
        value = content.get(field.key)
        if not field.picks or not value:
            continue
        if field.shape == Shape.ROWS:
            codes |= {row[CODE] for row in value if row.get(CODE)}
        else:
            said |= set(lines(value))
    return [row for row in rows if row.code in codes or row.called in said]


def codes_in(content: Content) -> set[str]:
    return {
        row[CODE]
        for value in content.values()
        if isinstance(value, list)
        for row in value
        if isinstance(row, dict) and row.get(CODE)
    }


def _people(number: Decimal | None) -> int | None:
    whole = number is not None and number == number.to_integral_value()
    return int(number) if whole and number is not None else None
