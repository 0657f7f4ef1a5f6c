"""Who may read a file is known by the slice that points at it: it registers a gate."""

from __future__ import annotations

from collections.abc import Callable

from pug_portal.access.actor import Actor
from pug_portal.files.models import StoredFile

Gate = Callable[[Actor, StoredFile], bool]
_gates: list[Gate] = []


def register(gate: Gate) -> None:
    """Called from AppConfig.ready(). A gate says yes or knows nothing; none says no."""
    if gate not in _gates:
        _gates.append(gate)


def may_read(actor: Actor, file: StoredFile) -> bool:
    return any(gate(actor, file) for gate in _gates)
