"""The text of minutes while it is written, and how two people's changes become one.

Every point carries a key, and the page that sends it tells what it stood on: the same
point changed by both is a conflict, everything else is merged without a question.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pokja.meetings.choices import Section
from pokja.meetings.minutes import one_line

SUMMARY = "ringkasan"
RECOMMENDATION = "rekomendasi"
DEEPEST = 2
# These points always stand: they are neither moved nor removed.
FIXED = frozenset({SUMMARY, RECOMMENDATION})
ORDER = {
    name: place for place, name in enumerate([SUMMARY, *Section.values, RECOMMENDATION])
}


@dataclass(frozen=True)
class Item:
    """`page` and `writer` tell who wrote it last; they are no part of the text."""

    key: str
    section: str
    depth: int
    text: str
    page: str = field(default="", compare=False)
    writer: str = field(default="", compare=False)

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def is_fixed(self) -> bool:
        return self.section in FIXED


@dataclass(frozen=True)
class Mark:
    """A point as it stood when the page was opened or last saved."""

    key: str
    section: str
    depth: int
    mark: str


@dataclass(frozen=True)
class Conflict:
    """`theirs` is None where the other person took the point away."""

    mine: Item
    theirs: Item | None

    @property
    def who(self) -> str:
        return (self.theirs.writer if self.theirs else "") or "orang lain"


@dataclass(frozen=True)
class Merged:
    items: list[Item]
    conflicts: list[Conflict]


def marks_of(items: Iterable[Item]) -> list[Mark]:
    return [Mark(i.key, i.section, i.depth, i.mark) for i in items]


def clean(item: Item) -> Item:
    """A point is one paragraph; only the summary may have several."""
    if item.section != SUMMARY:
        return replace(item, text=one_line(item.text))
    # PostgreSQL keeps no NUL, and no form has judged this text.
    text = item.text.replace("\0", " ").strip()
    lines = [line.strip() for line in text.splitlines()]
    return replace(item, text="\n".join(lines))


def merge(
    stored: Sequence[Item], sent: Sequence[Item], base: Sequence[Mark], page: str = ""
) -> Merged:
    sent = [item for item in map(clean, sent) if item.text or item.is_fixed]
    was = {mark.key: mark for mark in base}
    now = {item.key: item for item in stored}
    mine: list[Item] = []
    conflicts: list[Conflict] = []
    for item in sent:
        found = _settle(item, was.get(item.key), now.get(item.key), page)
        if isinstance(found, Conflict):
            conflicts.append(found)
            found = found.theirs
        if found is not None:
            mine.append(found)
    theirs = _still_there(stored, sent, was, page)
    return Merged(_placed(mine, theirs, base), conflicts)


def _settle(
    item: Item, old: Mark | None, theirs: Item | None, page: str
) -> Item | Conflict | None:
    """The text that stands: mine, theirs, none, or nobody knows."""
    if theirs is None:
        if old is None:
            return item
        return None if item.mark == old.mark else Conflict(item, None)
    if item.text == theirs.text:
        return _written(item, theirs)
    if old is not None and item.mark == old.mark:
        return _written(item, theirs)
    if (old is not None and theirs.mark == old.mark) or _is_own(theirs, page):
        return item
    return Conflict(item, _written(item, theirs))


def _written(place: Item, text: Item) -> Item:
    return replace(text, section=place.section, depth=place.depth)


def _is_own(item: Item, page: str) -> bool:
    """Saved by this very page, whose answer got lost on the way: no one else's words."""
    return bool(page) and item.page == page


def _still_there(
    stored: Sequence[Item], sent: Sequence[Item], was: dict[str, Mark], page: str
) -> list[Item]:
    """Without what the page took away; a point that changed meanwhile stays."""
    kept = {item.key for item in sent}

    def stays(item: Item) -> bool:
        old = was.get(item.key)
        if item.key in kept or old is None or item.is_fixed:
            return True
        return old.mark != item.mark and not _is_own(item, page)

    return [item for item in stored if stays(item)]


def _placed(mine: list[Item], theirs: list[Item], base: Sequence[Mark]) -> list[Item]:
    """Who moved something gives the order; the other's new points follow their neighbour."""
    texts = {item.key: item for item in mine}
    known = [(m.key, m.section, m.depth) for m in base if m.key in texts]
    seen = {key for key, *_ in known}
    shown = [(i.key, i.section, i.depth) for i in mine if i.key in seen]
    if known == shown:
        stored = [
            replace(texts[i.key], section=i.section, depth=i.depth)
            if i.key in texts
            else i
            for i in theirs
        ]
        woven = weave(stored, mine)
    else:
        woven = weave(mine, theirs)
    return straighten(woven)


def weave(main: list[Item], other: list[Item]) -> list[Item]:
    there = {item.key for item in main}
    out = list(main)
    before: Item | None = None
    for item in other:
        if item.key not in there:
            out.insert(_after(out, before, item.section), item)
        before = item
    return out


def _after(items: list[Item], before: Item | None, section: str) -> int:
    if before is None or before.section != section:
        earlier = [n for n, i in enumerate(items) if ORDER[i.section] < ORDER[section]]
        return earlier[-1] + 1 if earlier else 0
    places = [n for n, i in enumerate(items) if i.key == before.key]
    return places[0] + 1 if places else len(items)


def straighten(items: Iterable[Item]) -> list[Item]:
    """Sections in their order; no point deeper than one step below the one above it."""
    out: list[Item] = []
    for item in sorted(items, key=lambda i: ORDER[i.section]):
        same = out and out[-1].section == item.section
        most = min(out[-1].depth + 1, DEEPEST) if same and not item.is_fixed else 0
        out.append(replace(item, depth=max(0, min(item.depth, most))))
    return out
