"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pokja.meetings.draft import Item
from pokja.meetings.holders import from_rows
from pokja.meetings.sections import LABELS, lines_of
from pug_portal.lib.wording import Piece, words


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
