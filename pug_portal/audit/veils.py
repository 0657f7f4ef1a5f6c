"""Names that not every reader of the trail may read: the slice that owns them veils them.

A title says what is in a document. Who may not open it reads its kind and office instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from pug_portal.access.actor import Actor
from pug_portal.audit.models import Event

# Object ids that the actor may not read → the name to be told instead.
Veil = Callable[[Actor, Collection[str]], dict[str, str]]
_veils: dict[str, Veil] = {}


def register(object_type: str, veil: Veil) -> None:
    """`object_type`: as Event holds it, such as «focal_points.pprgdocument»."""
    _veils[object_type] = veil


def veiled_types() -> list[str]:
    return sorted(_veils)


def veil(events: Iterable[Event], actor: Actor) -> None:
    """One query per table that veils and occurs; the events are changed in memory alone."""
    by_type: dict[str, list[Event]] = {}
    for event in events:
        if event.object_type in _veils:
            by_type.setdefault(event.object_type, []).append(event)
    for object_type, rows in by_type.items():
        names = _veils[object_type](actor, {row.object_id for row in rows})
        for row in rows:
            if (name := names.get(row.object_id)) is not None:
                row.says = renamed(row.says, row.object_label, name)
                row.object_label = name


def renamed(says: str, label: str, name: str) -> str:
    """`says` may have been cut at its end, in the middle of the label."""
    if label in says:
        return says.replace(label, name)
    for length in range(len(label) - 1, 0, -1):
        if says.endswith(label[:length]):
            return says[:-length] + name
    return says
