"""Rules that hold data against data. A rule is a pure function over what was loaded.

Each app registers chapters at start-up: what to load, and the rules over it. The page
asks the registry; it knows none of the apps above.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from pug_portal.regions.models import Region

T = TypeVar("T")


class Severity(IntEnum):
    """The heaviest first on the page."""

    HEAVY = 3
    MIDDLE = 2
    LIGHT = 1

    @property
    def badge(self) -> tuple[str, str, str]:
        return _BADGES[self]


_BADGES = {
    Severity.HEAVY: ("lat", "Berat", "alert-triangle"),
    Severity.MIDDLE: ("kem", "Sedang", "alert-circle"),
    Severity.LIGHT: ("aju", "Ringan", "info-circle"),
}


@dataclass(frozen=True)
class Case:
    """One thing found: what it is, what is wrong with it, and where it is mended."""

    subject: str
    sentence: str
    url: str


@dataclass(frozen=True)
class Rule(Generic[T]):
    code: str
    title: str
    why: str
    severity: Severity
    check: Callable[[T], Iterable[Case]]


@dataclass(frozen=True)
class Chapter(Generic[T]):
    """`load` asks the database a constant number of times; the rules ask it never."""

    name: str
    load: Callable[[Region, dt.date], T]
    rules: tuple[Rule[T], ...]


@dataclass(frozen=True)
class Finding:
    rule: Rule[Any]
    chapter: str
    cases: tuple[Case, ...]


_chapters: dict[str, Chapter[Any]] = {}


def register(chapter: Chapter[Any]) -> None:
    taken = {
        rule.code
        for name, known in _chapters.items()
        for rule in known.rules
        if name != chapter.name
    }
    for rule in chapter.rules:
        if rule.code in taken:
            raise ValueError(f"two rules are called {rule.code}")
        taken.add(rule.code)
    _chapters[chapter.name] = chapter


def chapters() -> tuple[Chapter[Any], ...]:
    return tuple(_chapters.values())


def all_rules() -> tuple[Rule[Any], ...]:
    return tuple(rule for chapter in chapters() for rule in chapter.rules)


def cases_of(region: Region, on: dt.date) -> dict[str, tuple[Case, ...]]:
    """By rule, every rule named: plain values that may be kept."""
    found: dict[str, tuple[Case, ...]] = {}
    for chapter in chapters():
        loaded = chapter.load(region, on)
        for rule in chapter.rules:
            found[rule.code] = tuple(rule.check(loaded))
    return found


def findings(found: dict[str, tuple[Case, ...]]) -> list[Finding]:
    """The heaviest first, then the most cases; rules without a case last."""
    rows = [
        Finding(rule, chapter.name, found.get(rule.code, ()))
        for chapter in chapters()
        for rule in chapter.rules
    ]
    return sorted(
        rows, key=lambda row: (not row.cases, -row.rule.severity, -len(row.cases))
    )
