"""What slices above tell about offices that close: registered by name when they start."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from focal_points.opd.models import Opd

Teller = Callable[[Iterable[Opd]], list[str]]
_tellers: dict[str, Teller] = {}


def register(title: str, teller: Teller) -> None:
    """`teller` gives one line for each open matter of these offices."""
    _tellers[title] = teller


def told(opds: Iterable[Opd]) -> list[tuple[str, list[str]]]:
    return [(title, teller(list(opds))) for title, teller in _tellers.items()]
