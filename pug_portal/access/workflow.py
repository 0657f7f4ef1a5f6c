"""States as one table per document: buttons, checks, tests and docs all read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal


@dataclass(frozen=True)
class Step:
    """One legal move. Any one of `permissions` is enough to make it."""

    source: str
    target: str
    permissions: tuple[Permission, ...]
    label: str

    def __init__(
        self,
        source: str,
        target: str,
        permissions: Permission | tuple[Permission, ...],
        label: str,
    ) -> None:
        held = permissions if isinstance(permissions, tuple) else (permissions,)
        object.__setattr__(self, "source", str(source))
        object.__setattr__(self, "target", str(target))
        object.__setattr__(self, "permissions", held)
        object.__setattr__(self, "label", label)


class Workflow:
    """The table of legal moves of one kind of document."""

    def __init__(self, name: str, *steps: Step) -> None:
        self.name = name
        self.steps = steps
        self._by_move = {(step.source, step.target): step for step in steps}
        if len(self._by_move) != len(steps):
            raise ValueError(f"{name}: the same move stands twice")

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def offered(self, state: str, actor: Actor) -> list[Step]:
        """The moves this actor may be shown from `state`, in table order."""
        return [
            step
            for step in self.steps
            if step.source == state and any(can(actor, p) for p in step.permissions)
        ]

    def check(self, state: str, target: str, *, by: Actor) -> Step:
        """The step, or a refusal: the move is not in the table, or not this role's."""
        step = self._by_move.get((str(state), str(target)))
        if step is None:
            raise Refusal(
                f"Status «{self.label_of(state)}» tidak dapat berubah menjadi "
                f"«{self.label_of(target)}». Muat ulang halaman ini; mungkin sudah "
                "ada orang lain yang memprosesnya."
            )
        require(by, *step.permissions)
        return step

    @staticmethod
    def label_of(state: str) -> str:
        return str(getattr(state, "label", state)).replace("_", " ")

    def mermaid(self) -> str:
        lines = ["stateDiagram-v2"]
        lines += [f"    {s.source} --> {s.target}: {s.label}" for s in self.steps]
        return "\n".join(lines)
