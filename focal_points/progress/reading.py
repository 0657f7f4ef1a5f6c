"""A report as it is read: sections of questions with answers, changes and notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from focal_points.progress.content import (
    ACTIVITY_QUESTIONS,
    SECTIONS,
    Content,
    Question,
    activity_value,
)
from focal_points.progress.review_models import ProgressNote
from pug_portal.lib.numbers import persen


@dataclass(frozen=True)
class Answer:
    """`before` is set when the answer changed since the submission before."""

    key: str
    label: str
    text: str
    before: str | None = None
    is_long: bool = False
    notes: list[ProgressNote] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    key: str
    title: str
    answers: list[Answer]
    is_new: bool = False


@dataclass(frozen=True)
class Reading:
    parts: list[Part]
    activities: list[Part]
    gone: list[str]
    files: list[dict[str, Any]]
    arg_share: str
    general_notes: list[ProgressNote]


def read(
    content: Content,
    before: Content | None = None,
    notes: Iterable[ProgressNote] = (),
) -> Reading:
    by_field: dict[str, list[ProgressNote]] = {}
    for note in notes:
        by_field.setdefault(note.field, []).append(note)
    fields = content["fields"]
    return Reading(
        parts=[
            Part(
                section.key,
                section.title,
                [
                    _answer(q, q.key, fields, before and before["fields"], by_field)
                    for q in section.questions
                ],
            )
            for section in SECTIONS
        ],
        activities=_activities(content, before, by_field),
        gone=_gone(content, before),
        files=content["files"],
        arg_share=persen(fields["arg_ceiling"], fields["spending_ceiling"]),
        general_notes=by_field.get("", []),
    )


def activity_key(pk: int) -> str:
    """The key under which notes about one activity stand."""
    return f"kegiatan-{pk}"


def _activities(
    content: Content,
    before: Content | None,
    by_field: dict[str, list[ProgressNote]],
) -> list[Part]:
    old = {row["id"]: row for row in before["activities"]} if before else {}
    parts = []
    for row in content["activities"]:
        earlier = old.get(row["id"])
        answers = [
            _answer(
                question,
                f"{activity_key(row['id'])}-{question.key}",
                _plain(row),
                _plain(earlier) if earlier else None,
                by_field,
            )
            for question in ACTIVITY_QUESTIONS
            if question.key != "name"
        ]
        answers.insert(0, _whole(row, by_field))
        is_new = before is not None and earlier is None
        parts.append(Part(activity_key(row["id"]), row["name"], answers, is_new))
    return parts


def _whole(row: dict[str, Any], by_field: dict[str, list[ProgressNote]]) -> Answer:
    """The activity itself as one thing to remark on."""
    key = activity_key(row["id"])
    return Answer(key, "Kegiatan", row["name"], notes=by_field.get(key, []))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {q.key: activity_value(row, q.key) for q in ACTIVITY_QUESTIONS}


def _gone(content: Content, before: Content | None) -> list[str]:
    if before is None:
        return []
    kept = {row["id"] for row in content["activities"]}
    return [row["name"] for row in before["activities"] if row["id"] not in kept]


def _answer(
    question: Question,
    key: str,
    values: dict[str, Any],
    earlier: dict[str, Any] | None,
    by_field: dict[str, list[ProgressNote]],
) -> Answer:
    value = values.get(question.key)
    changed = earlier is not None and earlier.get(question.key) != value
    return Answer(
        key=key,
        label=question.label,
        text=question.told(value),
        before=question.told(earlier.get(question.key))
        if changed and earlier
        else None,
        is_long=isinstance(value, str) and len(value) > 60,
        notes=by_field.get(key, []),
    )
