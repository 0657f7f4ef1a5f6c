"""Writing many known rows in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


def duplicate(row: M) -> M:
    """The row once more, to be changed beside it; copy() of a model is ten times slower."""
    made = type(row).__new__(type(row))
    made.__dict__.update(row.__dict__)
    made._state = type(row._state)()
    made._state.__dict__.update(row._state.__dict__)
    made._state.fields_cache = dict(row._state.fields_cache)
    return made


def share(rows: Iterable[models.Model], name: str, known: Mapping[int, M]) -> None:
    """As select_related, with one object for all the rows that mean it.

    `known`: by primary key; what is not in it is read when it is asked for.
    """
    for row in rows:
        field: Any = row._meta.get_field(name)
        other = known.get(getattr(row, field.attname))
        if other is not None:
            field.set_cached_value(row, other)


def rewrite(rows: Sequence[models.Model], fields: Sequence[str]) -> None:
    """As bulk_update, five times faster; the rows must be complete and locked.

    Django writes bulk_update as one CASE per row and column; an upsert by key sends
    each value once.
    """
    if rows and fields:
        type(rows[0])._default_manager.bulk_create(
            rows, update_conflicts=True, unique_fields=["pk"], update_fields=fields
        )
