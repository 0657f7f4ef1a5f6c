"""Two submissions side by side: every answer that changed, numbers and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from focal_points.progress.content import (
    ACTIVITY_QUESTIONS,
    SECTIONS,
    TEXT,
    Content,
    Question,
    activity_value,
)
from pug_portal.lib.numbers import EMPTY
from pug_portal.lib.wording import Piece, words


@dataclass(frozen=True)
class Difference:
    """`before` and `after` as people read them; `pieces` for texts, word by word."""

    section: str
    label: str
    before: str
    after: str
    pieces: list[Piece]

    @property
    def old_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind != "added"]

    @property
    def new_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind != "removed"]


def differences(old: Content, new: Content) -> list[Difference]:
    found = [
        _difference(section.title, question, before, after)
        for section in SECTIONS
        for question in section.questions
        if (before := old["fields"].get(question.key))
        != (after := new["fields"].get(question.key))
    ]
    return [*found, *_of_activities(old, new), *_of_files(old, new)]


def _difference(
    section: str, question: Question, before: Any, after: Any
) -> Difference:
    told = question.told(before), question.told(after)
    is_text = question.kind == TEXT and EMPTY not in told
    return Difference(section, question.label, *told, words(*told) if is_text else [])


def _of_activities(old: Content, new: Content) -> list[Difference]:
    was = {row["id"]: row for row in old["activities"]}
    now = {row["id"]: row for row in new["activities"]}
    found = []
    for row in new["activities"]:
        if (before := was.get(row["id"])) is None:
            found.append(Difference("Kegiatan", "Ditambah", EMPTY, row["name"], []))
            continue
        found += [
            _difference(f"Kegiatan: {row['name']}", question, *values)
            for question in ACTIVITY_QUESTIONS
            if len(set(values := _values(before, row, question))) > 1
        ]
    return found + [
        Difference("Kegiatan", "Dihapus", row["name"], EMPTY, [])
        for row in old["activities"]
        if row["id"] not in now
    ]


def _values(
    before: dict[str, Any], after: dict[str, Any], question: Question
) -> tuple[Any, Any]:
    """No text is nothing; zero is a number somebody counted."""
    was, now = (activity_value(row, question.key) for row in (before, after))
    return (None if was == "" else was), (None if now == "" else now)


def _of_files(old: Content, new: Content) -> list[Difference]:
    was = {row["id"]: row["name"] for row in old["files"]}
    now = {row["id"]: row["name"] for row in new["files"]}
    return [
        *(
            Difference("Bukti dukung", "Ditambah", EMPTY, name, [])
            for pk, name in now.items()
            if pk not in was
        ),
        *(
            Difference("Bukti dukung", "Dilepas", name, EMPTY, [])
            for pk, name in was.items()
            if pk not in now
        ),
    ]
