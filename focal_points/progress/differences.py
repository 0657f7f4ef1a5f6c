"""Two submissions side by side: every answer that changed, numbers and words."""

from __future__ import annotations

import hashlib
import json
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
    """`before` and `after` as people read them; `pieces` for texts, word by word.

    `key` is the answer's name on the pages, `fingerprint` tells one new answer from another.
    """

    key: str
    fingerprint: str
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
        _difference(question.key, section.title, question, *values)
        for section in SECTIONS
        for question in section.questions
        if len(
            set(
                values := (
                    _stated(old["fields"].get(question.key)),
                    _stated(new["fields"].get(question.key)),
                )
            )
        )
        > 1
    ]
    return [*found, *_of_activities(old, new), *_of_files(old, new)]


def _difference(
    key: str, section: str, question: Question, before: Any, after: Any
) -> Difference:
    told = question.told(before), question.told(after)
    is_text = question.kind == TEXT and EMPTY not in told
    pieces = words(*told) if is_text else []
    return Difference(key, _fingerprint(after), section, question.label, *told, pieces)


def _fingerprint(answer: Any) -> str:
    plain = json.dumps(answer, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _of_activities(old: Content, new: Content) -> list[Difference]:
    was = {row["id"]: row for row in old["activities"]}
    now = {row["id"]: row for row in new["activities"]}
    found = []
    for row in new["activities"]:
        key = f"kegiatan-{row['id']}"
        if (before := was.get(row["id"])) is None:
            told = ("Kegiatan", "Ditambah", EMPTY, row["name"])
            found.append(Difference(key, _fingerprint(row), *told, []))
            continue
        found += [
            _difference(
                f"{key}-{question.key}", f"Kegiatan: {row['name']}", question, *values
            )
            for question in ACTIVITY_QUESTIONS
            if len(set(values := _values(before, row, question))) > 1
        ]
    return found + [
        Difference(
            f"kegiatan-{row['id']}", "", "Kegiatan", "Dihapus", row["name"], EMPTY, []
        )
        for row in old["activities"]
        if row["id"] not in now
    ]


def _values(
    before: dict[str, Any], after: dict[str, Any], question: Question
) -> tuple[Any, Any]:
    was, now = (activity_value(row, question.key) for row in (before, after))
    return _stated(was), _stated(now)


def _stated(value: Any) -> Any:
    """No text is nothing; zero is a number somebody counted."""
    return None if value == "" else value


def _of_files(old: Content, new: Content) -> list[Difference]:
    was = {row["id"]: row for row in old["files"]}
    now = {row["id"]: row for row in new["files"]}
    found = []
    for pk, row in now.items():
        told = _evidence(was[pk]) if pk in was else EMPTY
        if told != (after := _evidence(row)):
            label = "Keterangan" if pk in was else "Ditambah"
            found.append(_of_file(pk, label, told, after))
    return found + [
        _of_file(pk, "Dilepas", _evidence(row), EMPTY)
        for pk, row in was.items()
        if pk not in now
    ]


def _evidence(row: dict[str, Any]) -> str:
    return ": ".join(filter(None, (row["name"], row.get("caption"))))


def _of_file(pk: str, label: str, before: str, after: str) -> Difference:
    key = f"bukti-{pk}"
    return Difference(
        key, _fingerprint(after), "Bukti dukung", label, before, after, []
    )
