"""The page the minutes are written on: its sections, its rows, its conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pokja.meetings.choices import Section
from pokja.meetings.draft import (
    FIXED,
    RECOMMENDATION,
    SUMMARY,
    Conflict,
    Item,
    marks_of,
    weave,
)
from pokja.meetings.draft_actions import LONGEST_POINT, LONGEST_SUMMARY, fresh_key
from pokja.meetings.draft_post import GONE, base_text
from pokja.meetings.sections import LABELS, lines_of

HINTS = {
    SUMMARY: "Beberapa kalimat untuk pembaca yang tidak hadir.",
    Section.OPENING: "Siapa membuka, pokok sambutan.",
    Section.PRESENTATION: "Paparan narasumber dan laporan OPD.",
    Section.DISCUSSION: "Tanya jawab dan hasil pembahasan.",
    Section.DECISION: "Apa yang diputuskan rapat.",
    Section.PLAN: "Siapa mengerjakan apa, sampai kapan.",
    Section.CLOSING: "Penutupan dan waktu selesai.",
    RECOMMENDATION: "Hanya kata-katanya yang dapat diralat; nomornya tetap.",
}


@dataclass(frozen=True)
class Row:
    item: Item
    number: str
    label: str
    conflict: Conflict | None = None

    @property
    def shown_mark(self) -> str:
        theirs = self.conflict.theirs if self.conflict else None
        return theirs.mark if theirs else GONE

    @property
    def most(self) -> int:
        return LONGEST_SUMMARY if self.item.section == SUMMARY else LONGEST_POINT


@dataclass
class Part:
    code: str
    rows: list[Row] = field(default_factory=list)

    @property
    def label(self) -> str:
        return LABELS[self.code]

    @property
    def hint(self) -> str:
        return HINTS[self.code]

    @property
    def is_fixed(self) -> bool:
        return self.code in FIXED


def parts_of(
    items: Sequence[Item], conflicts: Iterable[Conflict] = (), blank_after: str = ""
) -> list[Part]:
    """Every section, each with an empty point at its end for those without a script."""
    asked = {conflict.mine.key: conflict for conflict in conflicts}
    lost = [c.mine for c in asked.values() if c.theirs is None]
    shown = weave(list(items), lost) if lost else list(items)
    codes = [SUMMARY, *Section.values]
    if any(item.section == RECOMMENDATION for item in shown):
        codes.append(RECOMMENDATION)
    parts = {code: Part(code) for code in codes}
    for item, number in zip(shown, lines_of(shown), strict=True):
        part, conflict = parts[item.section], asked.get(item.key)
        mine = conflict.mine if conflict else item
        part.rows.append(_row(part, mine, number, conflict))
        if item.key == blank_after:
            blank = Item(fresh_key(), item.section, item.depth, "")
            part.rows.append(_row(part, blank, "baru"))
    for part in parts.values():
        if not part.is_fixed:
            part.rows.append(_row(part, Item(fresh_key(), part.code, 0, ""), "baru"))
    return list(parts.values())


def _row(part: Part, item: Item, number: str, conflict: Conflict | None = None) -> Row:
    label = part.label if item.section == SUMMARY else f"{part.label}, butir {number}"
    return Row(item, number, label, conflict)


def base_of(items: Sequence[Item], conflicts: Iterable[Conflict] = ()) -> str:
    """The marks a page stands on; a point in conflict carries its own on the page."""
    asked = {conflict.mine.key for conflict in conflicts}
    return base_text(mark for mark in marks_of(items) if mark.key not in asked)


def as_json(items: Sequence[Item], conflicts: Iterable[Conflict]) -> dict[str, Any]:
    """What the page learns from an autosave."""
    return {
        "items": [
            {
                "key": i.key,
                "section": i.section,
                "depth": i.depth,
                "mark": i.mark,
                "text": i.text,
            }
            for i in items
        ],
        "conflicts": [
            {
                "key": c.mine.key,
                "who": c.who,
                "mark": c.theirs.mark if c.theirs else GONE,
                "theirs": c.theirs.text if c.theirs else "",
            }
            for c in conflicts
        ],
    }
