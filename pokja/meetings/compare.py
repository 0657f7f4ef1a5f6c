"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pokja.meetings.draft import Item
from pokja.meetings.holders import from_rows
from pokja.meetings.sections import LABELS, lines_of

_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Piece:
    """`kind`: same, added, removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One point that differs. `kind`: ditambah, dihapus, diubah, dipindah."""

    section: str
    number: str
    kind: str
    pieces: list[Piece]

    @property
    def place(self) -> str:
        return f"{self.section} {self.number}".strip()


def words(old: str, new: str) -> list[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    bare_old = [word.strip() for word in before]
    bare_new = [word.strip() for word in after]
    found = SequenceMatcher(None, bare_old, bare_new, autojunk=False)
    pieces = []
    for kind, i1, i2, j1, j2 in found.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(after[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece("removed", "".join(before[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("added", "".join(after[j1:j2])))
    return pieces


def changes(old: Sequence[Item], new: Sequence[Item]) -> list[Change]:
    """Point by point, in the order of the new text; what is gone stands at its old place."""
    was = {item.key: (item, number) for item, number in _numbered(old)}
    now = {item.key for item in new}
    found = []
    for item, number in _numbered(new):
        change = _change(item, number, was.get(item.key))
        if change:
            found.append(change)
    for item, number in _numbered(old):
        if item.key not in now and item.text:
            gone = [Piece("removed", item.text)]
            found.append(Change(LABELS[item.section], number, "dihapus", gone))
    return found


def _change(item: Item, number: str, before: tuple[Item, str] | None) -> Change | None:
    label = LABELS[item.section]
    if before is None:
        added = [Piece("added", item.text)]
        return Change(label, number, "ditambah", added) if item.text else None
    old, _ = before
    if old.text != item.text:
        return Change(label, number, "diubah", words(old.text, item.text))
    if (old.section, old.depth) != (item.section, item.depth):
        return Change(label, number, "dipindah", [Piece("same", item.text)])
    return None


def _numbered(items: Sequence[Item]) -> list[tuple[Item, str]]:
    numbers = lines_of(items)
    return [
        (item, "" if item.section == "ringkasan" else number)
        for item, number in zip(items, numbers, strict=True)
    ]


def as_rows(found: Sequence[Change]) -> list[dict[str, Any]]:
    """As the settled text of a correction keeps them."""
    return [
        {
            "section": change.section,
            "number": change.number,
            "kind": change.kind,
            "pieces": [[piece.kind, piece.text] for piece in change.pieces],
        }
        for change in found
    ]


def of_rows(rows: Sequence[dict[str, Any]]) -> list[Change]:
    return [
        Change(
            row["section"],
            row["number"],
            row["kind"],
            [Piece(kind, text) for kind, text in row["pieces"]],
        )
        for row in rows
    ]


def between(
    old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]
) -> list[Change]:
    return changes(from_rows(old), from_rows(new))
