"""What slices above hang on a stage of the calendar: registered when they start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from focal_points.planning.models import Stage
from pug_portal.access.actor import Actor


@dataclass(frozen=True)
class Hung:
    title: str
    url: str
    note: str
    tone: str
    label: str
    icon: str


Hanger = Callable[[Iterable[Stage], Actor], dict[int, list[Hung]]]
_hangers: list[Hanger] = []


def register(hanger: Hanger) -> None:
    """`hanger` gives, per stage, what this actor may open."""
    if hanger not in _hangers:
        _hangers.append(hanger)


def hung_on(stages: Iterable[Stage], actor: Actor) -> dict[int, list[Hung]]:
    stages = list(stages)
    found: dict[int, list[Hung]] = {stage.pk: [] for stage in stages}
    for hanger in _hangers:
        for key, things in hanger(stages, actor).items():
            found[key] += things
    return found
