"""Buttons of the editor without a script: move, indent, remove, add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pokja.meetings.choices import Section
from pokja.meetings.draft import DEEPEST, Item, straighten

COMMANDS = frozenset({"naik", "turun", "masuk", "keluar", "hapus"})


def apply(items: Sequence[Item], command: str, key: str) -> list[Item]:
    """An unknown command or point changes nothing: another may have taken it away."""
    found = next((n for n, item in enumerate(items) if item.key == key), None)
    if found is None or command not in COMMANDS or items[found].is_fixed:
        return list(items)
    if command == "hapus":
        return straighten([item for item in items if item.key != key])
    start, end = found, _end_of(items, found)
    if command == "masuk":
        return _deeper(items, start, end, 1)
    if command == "keluar":
        return _deeper(items, start, end, -1)
    move = _up if command == "naik" else _down
    return straighten(move(items, start, end))


def _end_of(items: Sequence[Item], start: int) -> int:
    """One past the last point that hangs below it."""
    end = start + 1
    while end < len(items) and _hangs(items[end], items[start]):
        end += 1
    return end


def _hangs(item: Item, above: Item) -> bool:
    return item.section == above.section and item.depth > above.depth


def _deeper(items: Sequence[Item], start: int, end: int, step: int) -> list[Item]:
    first = items[start]
    above = items[start - 1] if start else None
    same = above is not None and above.section == first.section
    if step > 0 and (not same or above.depth < first.depth):  # type: ignore[union-attr]
        return list(items)
    if step < 0 and not first.depth:
        return list(items)
    block = [
        replace(item, depth=max(0, min(item.depth + step, DEEPEST)))
        for item in items[start:end]
    ]
    return straighten([*items[:start], *block, *items[end:]])


def _up(items: Sequence[Item], start: int, end: int) -> list[Item]:
    block, first = list(items[start:end]), items[start]
    place = start - 1
    while place >= 0 and _hangs(items[place], first):
        place -= 1
    if place < 0 or items[place].section != first.section:
        return _to_section(items, start, end, -1)
    if items[place].depth < first.depth:
        return list(items)
    return [*items[:place], *block, *items[place:start], *items[end:]]


def _down(items: Sequence[Item], start: int, end: int) -> list[Item]:
    block, first = list(items[start:end]), items[start]
    if end >= len(items) or items[end].section != first.section:
        return _to_section(items, start, end, 1)
    if items[end].depth < first.depth:
        return list(items)
    after = _end_of(items, end)
    return [*items[:start], *items[end:after], *block, *items[after:]]


def _to_section(items: Sequence[Item], start: int, end: int, step: int) -> list[Item]:
    """Over the edge of its section into the next one, or the one before."""
    names = Section.values
    place = names.index(items[start].section) + step
    if items[start].depth or not 0 <= place < len(names):
        return list(items)
    block = [replace(item, section=names[place]) for item in items[start:end]]
    rest = [*items[:start], *items[end:]]
    return [*rest, *block] if step < 0 else [*block, *rest]
