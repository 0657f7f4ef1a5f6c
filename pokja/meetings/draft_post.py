"""What the editor's form sends, read leniently: nothing a person typed is thrown away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from django.http import QueryDict

from pokja.meetings.choices import Section
from pokja.meetings.draft import DEEPEST, FIXED, SUMMARY, Item, Mark
from pokja.meetings.draft_actions import Sent, fresh_key
from pokja.meetings.minutes import read_minutes
from pug_portal.access.refusal import Refusal

_KEY = re.compile(r"[A-Za-z0-9]{1,40}")
# Stands for no text at all: whoever has not chosen yet stays in conflict.
NOTHING = "?"
GONE = "-"


def read_post(post: QueryDict) -> Sent:
    base = {mark.key: mark for mark in _base(post.get("dasar", ""))}
    items: list[Item] = []
    for item in typed_items(post):
        items += _chosen(item, post, base)
    return Sent(items, list(base.values()), _page(post.get("laman", "")))


def _base(text: str) -> list[Mark]:
    try:
        rows = json.loads(text)
        return [Mark(str(k), str(s), int(d), str(m)) for k, s, d, m in rows]
    except (ValueError, TypeError, OverflowError, RecursionError) as broken:
        raise Refusal(
            "Formulir ini tidak utuh. Salin tulisan Anda, lalu muat ulang halaman."
        ) from broken


def base_text(marks: Iterable[Mark]) -> str:
    return json.dumps([[m.key, m.section, m.depth, m.mark] for m in marks])


def typed_items(post: QueryDict) -> Iterable[Item]:
    seen = set()
    for row in post.getlist("butir"):
        key, _, place = row.partition(":")
        section, _, depth = place.partition(":")
        known = section in FIXED or section in Section
        if not _KEY.fullmatch(key) or key in seen or not known:
            continue
        seen.add(key)
        deep = int(depth) if depth.isdecimal() and len(depth) < 3 else 0
        yield Item(key, section, min(deep, DEEPEST), post.get(f"teks-{key}", ""))


def pasted_items(post: QueryDict) -> list[Item]:
    """A ready text: «1. » begins a point, «- » a sub-item (see minutes.py)."""
    found = []
    for point in read_minutes(post.get("tempel", "")):
        rows = [(0, point.text), *((1, sub) for sub in point.subs)]
        found += [
            Item(fresh_key(), Section.DISCUSSION.value, depth, text)
            for depth, text in rows
            if text
        ]
    return found


def _chosen(item: Item, post: QueryDict, base: dict[str, Mark]) -> list[Item]:
    """The answer to a conflict that stood on the page: mine, theirs, both, or none yet."""
    shown = post.get(f"bentrok-{item.key}", "")
    if not shown:
        return [item]
    choice = post.get(f"pilih-{item.key}", "")
    if shown == GONE:
        return _chosen_of_gone(item, choice, base)
    if choice not in {"saya", "orang", "dua"}:
        base[item.key] = Mark(item.key, item.section, item.depth, NOTHING)
        return [item]
    base[item.key] = Mark(item.key, item.section, item.depth, shown)
    if choice == "saya":
        return [item]
    theirs = replace(item, text=post.get(f"punya-{item.key}", ""))
    if choice == "orang":
        return [theirs]
    if item.section == SUMMARY:
        return [replace(item, text=f"{theirs.text}\n{item.text}")]
    if item.is_fixed:
        return [replace(item, text=f"{theirs.text} {item.text}")]
    return [theirs, replace(item, key=fresh_key())]


def _chosen_of_gone(item: Item, choice: str, base: dict[str, Mark]) -> list[Item]:
    if choice in {"saya", "dua"}:
        base.pop(item.key, None)
        return [item]
    if choice == "orang":
        return []
    base[item.key] = Mark(item.key, item.section, item.depth, NOTHING)
    return [item]


def _page(text: str) -> str:
    return text if _KEY.fullmatch(text) else ""
