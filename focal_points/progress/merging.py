"""Two open pages of one report: which text stands, field by field. No database.

A page sends, beside its texts, a mark of every text it was shown. So what a person did
not touch never overwrites anybody, and what two people changed is put to a choice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Text = tuple[str, ...]
Texts = Mapping[str, Text]
Marks = Mapping[str, str]
# {name in the form: [name of the page, name of the person, turn of that page]}
Writers = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Sent:
    """What a page hands in: its texts, what they stood on, its own name, its turn."""

    texts: Texts
    base: Marks = field(default_factory=dict)
    page: str = ""
    # Counts the saves of a page that has a script; None is its last word.
    turn: int | None = None


@dataclass(frozen=True)
class Conflict:
    name: str
    mine: Text
    theirs: Text
    who: str


@dataclass(frozen=True)
class Merged:
    texts: dict[str, Text]
    # Names whose text came from this page.
    mine: frozenset[str]
    conflicts: list[Conflict]
    # Typed into what meanwhile is no longer there.
    gone: dict[str, Text]


def plain(values: Text | list[str]) -> Text:
    """Empty is one thing, however a browser says it; so is the end of a line."""
    cleaned = (value.replace("\r\n", "\n").strip() for value in values)
    return tuple(sorted(value for value in cleaned if value))


def mark_of(text: Text) -> str:
    return hashlib.sha256("\0".join(plain(text)).encode()).hexdigest()[:8]


def marks_of(texts: Texts) -> dict[str, str]:
    return {name: mark_of(text) for name, text in texts.items()}


def merge(stored: Texts, sent: Sent, writers: Writers) -> Merged:
    texts = {name: plain(text) for name, text in stored.items()}
    mine: set[str] = set()
    conflicts: list[Conflict] = []
    for name in stored:
        if name not in sent.texts and name not in sent.base:
            continue
        typed = plain(sent.texts.get(name, ()))
        theirs, old = texts[name], sent.base.get(name)
        page, who, turn = _writer(writers.get(name, ()))
        # An answer lost on the way leaves a page behind its own words.
        is_own = bool(page) and page == sent.page
        counts = is_own and sent.turn is not None
        if typed == theirs or (mark_of(typed) == old and not counts):
            continue
        if counts and sent.turn is not None and sent.turn < turn:
            # Held up on the line and overtaken: the newer words of the page stand.
            continue
        if not theirs or mark_of(theirs) == old or is_own:
            texts[name] = typed
            mine.add(name)
        else:
            conflicts.append(Conflict(name, typed, theirs, who))
    return Merged(texts, frozenset(mine), conflicts, _gone(stored, sent))


def _writer(line: Sequence[Any]) -> tuple[str, str, int]:
    """Lines written before pages counted their turns hold two entries."""
    page, who = line[:2] if line else ("", "")
    return page, who, line[2] if len(line) > 2 else 0


def _gone(stored: Texts, sent: Sent) -> dict[str, Text]:
    return {
        name: plain(text)
        for name, text in sent.texts.items()
        if name not in stored
        and plain(text)
        and mark_of(plain(text)) != sent.base.get(name)
    }
