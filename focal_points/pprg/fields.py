"""What a PPRG document is made of: fields, their labels word for word, steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

Content = Mapping[str, Any]


class Shape(StrEnum):
    LINE = "line"
    TEXT = "text"
    # One thing per line; each line is counted by itself.
    LIST = "list"
    MONEY = "money"
    COUNT = "count"
    DATE = "date"
    ROWS = "rows"


@dataclass(frozen=True)
class Cell:
    """One box in a row of a table."""

    key: str
    label: str
    shape: Shape = Shape.LINE


@dataclass(frozen=True)
class Field:
    """`label` is the column title of the official form; `key` its name in the store."""

    key: str
    label: str
    shape: Shape = Shape.TEXT
    hint: str = ""
    is_required: bool = True
    cells: tuple[Cell, ...] = ()
    # Rows that the earlier steps ask for: one per cause or per gap.
    frame: str = ""
    # May be taken from the library of indicators; in a table into this cell.
    picks: str = ""


@dataclass(frozen=True)
class Step:
    key: str
    title: str
    lead: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Template:
    """The form of one kind of document."""

    title: str
    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    @cached_property
    def fields(self) -> dict[str, Field]:
        return {field.key: field for step in self.steps for field in step.fields}

    def step(self, key: str) -> Step | None:
        return next((step for step in self.steps if step.key == key), None)

    def step_of(self, field_key: str) -> Step:
        return next(
            step
            for step in self.steps
            if any(field.key == field_key for field in step.fields)
        )

    def after(self, step: Step) -> Step | None:
        place = self.steps.index(step) + 1
        return self.steps[place] if place < len(self.steps) else None

    def before(self, step: Step) -> Step | None:
        place = self.steps.index(step)
        return self.steps[place - 1] if place else None


def is_filled(value: Any) -> bool:
    return value not in (None, "", [])


def lines(value: Any) -> list[str]:
    """The things of a LIST: one per line, without the numbers people put before them."""
    found = (_without_mark(line) for line in str(value or "").splitlines())
    return [line for line in found if line]


def _without_mark(line: str) -> str:
    bare = line.strip()
    head, dot, rest = bare.partition(".")
    if dot and head.isdecimal() and len(head) < 3 and rest[:1].isspace():
        return rest.strip()
    return bare.removeprefix("- ").removeprefix("• ").strip()
