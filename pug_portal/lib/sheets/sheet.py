"""What a slice declares: its columns, and nothing else about Excel."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any

from pug_portal.lib.sheets.kinds import Kind, Text

MOST_ROWS = 1000
FIRST_ROW = 2  # below the header
_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\]")
KEY_HEADER = "ID (jangan diubah)"


@dataclass(frozen=True)
class Column:
    """One column. `of` reads the value from an object; `default` fills an empty cell."""

    key: str
    header: str
    kind: Kind = field(default_factory=Text)
    hint: str = ""
    is_required: bool = False
    width: int = 18
    example: Any = None
    default: Any = None
    # An empty cell leaves what the portal holds instead of clearing it.
    is_kept_when_empty: bool = False
    of: Callable[[Any], Any] | None = None

    def value_of(self, obj: Any) -> Any:
        value = self._reader(obj)
        return self.kind.empty if value is None else value

    @cached_property
    def _reader(self) -> Callable[[Any], Any]:
        return self.of or attrgetter(self.key)

    @cached_property
    def must_be_typed(self) -> bool:
        return self.is_required and self.default is None

    @cached_property
    def blank(self) -> Any:
        """What an empty cell stands for."""
        return self.kind.empty if self.default is None else self.default

    @property
    def explained(self) -> str:
        return " ".join(part for part in (self.hint, self.kind.hint) if part)


@dataclass(frozen=True)
class Sheet:
    """`code` names the template, `subject` whose rows they are: both travel in the file.

    `identity` names the columns by which a row without a key is known again, `named_by`
    those whose first filled one names the row on the screen.
    """

    code: str
    title: str
    subject: str
    subject_name: str
    columns: tuple[Column, ...]
    named_by: tuple[str, ...]
    identity: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    most_rows: int = MOST_ROWS
    key_of: Callable[[Any], str] = field(default=lambda obj: str(obj.pk))
    # The name of the tab, when the title is too long for one.
    tab_name: str = ""
    # «Berkas ini milik …», or «untuk …» where the subject is no owner.
    whose: str = "milik"
    # One object, its questions below each other: for who fills it like a form.
    is_upright: bool = False
    # Every cell is remembered as it was given away, so that a change of somebody else
    # is told apart from an answer that is merely old (ADR 0014).
    keeps_marks: bool = False
    # What the file does not hold is taken away: an unknown heading beside a missing one
    # is refused. Without unknown ones a file of an earlier version is taken.
    is_whole: bool = False
    # Further tabs of the same workbook.
    more: tuple[Sheet, ...] = ()

    @property
    def tab(self) -> str:
        return tab_of(self.tab_name or self.title)

    @property
    def parts(self) -> tuple[Sheet, ...]:
        return (self, *self.more)

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @cached_property
    def defaults(self) -> dict[str, Any]:
        return {column.key: column.blank for column in self.columns}

    @cached_property
    def by_header(self) -> dict[str, Column]:
        return {header_word(column.header): column for column in self.columns}

    def letter(self, key: str) -> str:
        """Where the portal itself puts the column: the hidden key stands before them."""
        return letter_of(2 + list(self.by_key).index(key))

    def address(self, key: str, number: int = FIRST_ROW) -> str:
        """The cell of one answer as the portal itself writes it."""
        place = 2 + list(self.by_key).index(key)
        letter = str(place) if self.is_upright else letter_of(place)
        return address(letter, number)

    def values_of(self, obj: Any) -> dict[str, Any]:
        return {column.key: column.value_of(obj) for column in self.columns}

    def example(self) -> Mapping[str, Any]:
        return {column.key: column.example for column in self.columns}


def letter_of(place: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while place:
        place, digit = divmod(place - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def address(letter: str, number: int) -> str:
    """`letter` of a table's column; in an upright sheet it is the number of a row."""
    if letter.isdecimal():
        return f"{letter_of(number)}{letter}"
    return f"{letter}{number}"


def tab_of(title: str) -> str:
    return _NOT_IN_A_TAB.sub(" ", title)[:31]


def header_word(text: object) -> str:
    """Headers are told apart by their words: the star of a required one does not count."""
    return " ".join(str(text).replace("*", " ").split()).casefold()
