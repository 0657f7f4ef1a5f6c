"""Rows of several tables counted in one query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value


def count_together(rows: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """name → how many rows; one statement, however many tables."""
    parts = [_part(name, each) for name, each in rows.items()]
    found = dict.fromkeys(rows, 0)
    if parts:
        found |= dict(parts[0].union(*parts[1:], all=True))
    return found


def _part(name: str, rows: QuerySet[Any]) -> QuerySet[Any]:
    # The rows as they are chosen, without what they were chosen with.
    plain = rows.model._base_manager.filter(pk__in=rows.order_by().values("pk"))
    named = plain.annotate(which=Value(name, output_field=CharField())).order_by()
    return named.values_list("which").annotate(number=Count("pk"))
