"""Images of table rows: what a verb changed, kept so that it can be undone exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models

Image = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """One row before and after; None where it did not exist.

    Of a row that stays only the columns that changed: what else happens to it later
    neither is undone nor stands in the way.
    """

    label: str
    pk: Any
    before: Image | None
    after: Image | None

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)

    def as_json(self) -> list[Any]:
        return [self.label, self.pk, self.before, self.after]


def image_of(row: models.Model) -> Image:
    """The row's columns as JSON holds them."""
    fields = row._meta.concrete_fields
    return {field.attname: _plain(getattr(row, field.attname)) for field in fields}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


class Watch:
    """Takes the images of rows before a verb, and compares them after it."""

    def __init__(self, rows: Iterable[models.Model]) -> None:
        self._before = {(row._meta.label, row.pk): image_of(row) for row in rows}

    def changes(self, made: Iterable[models.Model] = ()) -> list[Change]:
        """`made`: rows that came into being meanwhile, in the order of their making."""
        found = []
        for (label, pk), before in self._before.items():
            after = _stored(apps.get_model(label), pk)
            if after != before:
                found.append(Change(label, pk, *differing(before, after)))
        for row in made:
            stored = _stored(type(row), row.pk)
            found.append(Change(row._meta.label, row.pk, None, stored))
        return found


def differing(before: Image, after: Image | None) -> tuple[Image, Image | None]:
    if after is None:
        return before, None
    names = [name for name in before if before[name] != after[name]]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _stored(model: type[models.Model], pk: Any) -> Image | None:
    row = model._base_manager.filter(pk=pk).first()
    return image_of(row) if row is not None else None


def read(stored: Iterable[list[Any]]) -> list[Change]:
    """What `as_json` wrote."""
    return [Change(*each) for each in stored]


def collisions(changes: Iterable[Change]) -> list[str]:
    """Rows that somebody changed, removed or leaned upon since, in words."""
    changes = list(changes)
    ours = {(change.label, change.pk) for change in changes}
    found = []
    for change in changes:
        stored = change.model._base_manager.filter(pk=change.pk).first()
        if not _stands(change, stored):
            found.append(str(stored) if stored is not None else _gone(change))
        elif change.before is None and stored is not None:
            found += _leaning(stored, ours)
    return found


def _gone(change: Change) -> str:
    image = change.before or change.after or {}
    return f"{image.get('name') or change.label} (sudah dihapus)"


def _stands(change: Change, stored: models.Model | None) -> bool:
    """The columns are still as the verb left them."""
    if stored is None or change.after is None:
        return stored is None and change.after is None
    now = image_of(stored)
    return all(now[name] == value for name, value in change.after.items())


def _leaning(row: models.Model, ours: set[tuple[str, Any]]) -> list[str]:
    """Rows of others that point at a row which the undoing would take away."""
    found = []
    for model, name in pointing_at(type(row)):
        others = model._base_manager.filter(**{name: row.pk})
        found += [
            str(other) for other in others if (model._meta.label, other.pk) not in ours
        ]
    return found


def pointing_at(target: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """Every column of every table that refers to `target`, also of hidden link tables.

    Asked of the models themselves, so that a later foreign key is never forgotten.
    """
    return sorted(
        (
            (model, field.name)
            for model in apps.get_models(include_auto_created=True)
            if not model._meta.proxy
            for field in model._meta.local_concrete_fields
            if field.related_model is target
        ),
        key=lambda found: (found[0]._meta.label, found[1]),
    )


def put_back(changes: Iterable[Change]) -> None:
    """Every row as it was before. The caller has locked and has asked `collisions`."""
    changes = list(changes)
    for change in changes:
        if change.before is not None and change.after is None:
            change.model._base_manager.bulk_create([_row(change)])
    for change in changes:
        if change.before is not None and change.after is not None:
            values = _values(change.model, change.before)
            change.model._base_manager.filter(pk=change.pk).update(**values)
    for change in reversed(changes):
        if change.before is None:
            change.model._base_manager.filter(pk=change.pk).delete()


def _row(change: Change) -> models.Model:
    return change.model(**_values(change.model, change.before or {}))


def _values(model: type[models.Model], image: Image) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: fields[name].to_python(value) if not _is_json(fields[name]) else value
        for name, value in image.items()
    }


def _is_json(field: models.Field[Any, Any]) -> bool:
    return isinstance(field, models.JSONField)
