"""record(): the single writer of the trail, inside the verb's own transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models, transaction

from pug_portal.access.actor import Actor
from pug_portal.audit.models import Event
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Verb:
    """`code` for machines; `says` for people: «{object}» stands for the object."""

    code: str
    says: str


def record(
    *,
    by: Actor,
    verb: Verb,
    obj: models.Model,
    region: Region | None,
    changes: Mapping[str, tuple[Any, Any]] | None = None,
    reason: str = "",
    sealed: bool = False,
) -> Event:
    """Write one event. Refuses to run outside a transaction: the write must carry it.

    `sealed`: the trail of the region names what changed but not the values nor the reason.
    """
    entry = Entry(verb, obj, changes or {}, reason, sealed)
    event = _event(entry, _frame(by, region, verb))
    event.save()
    return event


@dataclass(frozen=True)
class Entry:
    """One event of many that are written at once."""

    verb: Verb
    obj: models.Model
    changes: Mapping[str, tuple[Any, Any]]
    reason: str = ""
    sealed: bool = False


def record_all(*, by: Actor, region: Region | None, entries: Iterable[Entry]) -> None:
    """As `record`, for the verbs of a bulk write: a few statements, however many rows."""
    told = list(entries)
    if told:
        frame = _frame(by, region, told[0].verb)
        events = [_event(entry, frame) for entry in told]
        Event.objects.bulk_create(events, batch_size=1000)


def _frame(by: Actor, region: Region | None, verb: Verb) -> dict[str, Any]:
    """What the events of one moment have in common."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{verb.code}: audit outside a transaction")
    return {
        "at": now(),
        "actor_id": by.user_id,
        "actor_name": by.name[:120],
        "actor_role": by.hat_label[:40],
        "region_code": region.code if region else "",
        "region_path": region.path if region else "",
    }


def _event(entry: Entry, frame: Mapping[str, Any]) -> Event:
    obj = entry.obj
    # The name of a file can tell as much as its content.
    named = getattr(obj, "sealed_label", str(obj)) if entry.sealed else str(obj)
    label = named[:250]
    return Event(
        **frame,
        verb=entry.verb.code,
        says=entry.verb.says.replace("{object}", label)[:200],
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        object_label=label,
        reason=entry.reason,
        changes={
            name: [plain(old), plain(new)]
            for name, (old, new) in entry.changes.items()
            if old != new
        },
        is_sealed=entry.sealed,
    )


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, Decimal | models.Model):
        return str(value)
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    return value


def changed(obj: models.Model, new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields of `obj` that `new` would change: {name: (old, new)}."""
    return {
        name: (getattr(obj, name), value)
        for name, value in new.items()
        if getattr(obj, name) != value
    }
