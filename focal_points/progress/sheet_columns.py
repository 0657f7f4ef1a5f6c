"""The questions of a report as the columns of a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from focal_points.progress.content import (
    ACTIVITY_QUESTIONS,
    COUNT,
    MONEY,
    SECTIONS,
    Question,
)
from focal_points.progress.duties import DUTIES
from focal_points.progress.forms import TEXT_LIMIT
from focal_points.progress.hints import ACTIVITY_HINTS, HINTS
from focal_points.progress.models import Activity
from pug_portal.lib.sheets import (
    CellRefused,
    Choice,
    Column,
    Count,
    Date,
    Kind,
    Paragraphs,
    Rupiah,
    Text,
)
from pug_portal.lib.sheets.kinds import Scalar, cell_text
from pug_portal.lib.sheets.safe_text import guarded, unguarded

# Told for whom and for when the workbook is; nobody changes them in it.
TOLD = ("opd", "period", "state")
_LETTERS = re.compile(r"[a-z]")


@dataclass(frozen=True)
class DutyLetters(Kind):
    """«a, i»: which of the Pokja's twelve tugas an activity serves."""

    empty: Any = field(default_factory=list)
    hint: str = "Huruf a sampai l, dipisahkan dengan koma, misalnya a, i."

    def read(self, cell: Scalar) -> list[str]:
        typed = unguarded(cell_text(cell)).casefold()
        letters = sorted(set(_LETTERS.findall(typed)))
        if set(letters) - set(DUTIES) or re.search(r"[a-z]{2}|\d", typed):
            raise CellRefused("bukan huruf tugas Pokja, tulis misalnya a, i")
        return letters

    def write(self, value: Any) -> str | None:
        return guarded(", ".join(value)) if value else None

    def shown(self, value: Any) -> str:
        return ", ".join(sorted(value or []))

    def same(self, old: Any, new: Any) -> bool:
        return sorted(old or []) == sorted(new or [])


def told(key: str, header: str, of: Callable[[Any], Any], width: int = 24) -> Column:
    hint = "Tidak diubah di sini."
    return Column(
        key, header, Text(250), hint, width=width, of=of, is_kept_when_empty=True
    )


def report_columns(answer_of: Callable[[Any, str], Any]) -> tuple[Column, ...]:
    """`answer_of(row, key)`: what this reader may see of the row's report."""

    def column(question: Question) -> Column:
        key = question.key
        return Column(
            key,
            question.label,
            _kind(question),
            HINTS.get(key, ""),
            width=40 if isinstance(_kind(question), Paragraphs) else 18,
            of=lambda row: answer_of(row, key),
            is_kept_when_empty=key == "denominator",
        )

    return tuple(column(q) for section in SECTIONS for q in section.questions)


def activity_columns(opds: dict[int, str], *, is_one: bool) -> tuple[Column, ...]:
    """`opds`: {key: name} of those whose reports lie in the workbook."""
    only = next(iter(opds), None) if is_one else None
    return (
        Column(
            "opd",
            "OPD",
            Choice(tuple(opds.items()), empty=None),
            is_required=not is_one,
            width=34,
            default=only,
            of=lambda row: row.progress.opd_id,
        ),
        *(column for q in ACTIVITY_QUESTIONS for column in _of_activity(q)),
    )


def _of_activity(question: Question) -> list[Column]:
    key, hint = question.key, ACTIVITY_HINTS.get(question.key, "")
    if key == "held":
        return [
            Column("held_from", "Tanggal mulai", Date(), width=15),
            Column("held_to", "Tanggal selesai", Date(), width=15),
        ]
    if key == "duties":
        return [Column(key, question.label, DutyLetters(), hint)]
    kind = _kind(question)
    if isinstance(kind, Paragraphs):
        longest = Activity._meta.get_field(key).max_length  # type: ignore[union-attr]
        kind = Text(longest) if longest else kind
    wide = 32 if key in ("name", "result") else 18
    return [
        Column(key, question.label, kind, hint, is_required=key == "name", width=wide)
    ]


def _kind(question: Question) -> Kind:
    if question.choices is not None:
        return Choice(tuple(question.choices.items()))
    if question.kind == MONEY:
        return Rupiah()
    return Count() if question.kind == COUNT else Paragraphs(TEXT_LIMIT)
