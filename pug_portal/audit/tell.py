"""An event as an Indonesian sentence, and its changes as readable lines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from pug_portal.audit.models import Event
from pug_portal.lib.dates import EMPTY, tanggal
from pug_portal.lib.numbers import angka


def sentence(event: Event) -> str:
    """«Siti Rahmawati (Sekretariat Pokja) membuka periode Semester II 2020.»"""
    who = event.actor_name
    if event.actor_role:
        who = f"{who} ({event.actor_role})"
    return f"{who} {event.says}."


def changes(event: Event) -> list[tuple[str, str, str]]:
    """(label, old, new) in words; the model's own Indonesian field names."""
    return [
        (
            label_of(event.object_type, name),
            *(_amount(event.object_type, name, each) for each in pair),
        )
        for name, pair in event.changes.items()
    ]


def label_of(object_type: str, name: str) -> str:
    field = _field(object_type, name)
    if field is None:
        return name.replace("_", " ")
    return str(getattr(field, "verbose_name", name))


def _field(object_type: str, name: str) -> object | None:
    try:
        found: object = apps.get_model(object_type)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist, ValueError):
        return None
    return found


def _amount(object_type: str, name: str, value: Any) -> str:
    """Rupiah and bytes are the big integers here; a year or a count needs no dots."""
    if isinstance(value, int) and isinstance(
        _field(object_type, name), models.BigIntegerField
    ):
        return angka(value)
    return shown(value)


def shown(value: Any) -> str:
    if value is None or value == "" or value == []:
        return EMPTY
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, str):
        try:
            return tanggal(dt.date.fromisoformat(value))
        except ValueError:
            return value
    return str(value)
