"""What stands on the printed form: the questions of the screen, with room to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.approvals import head_of
from focal_points.progress.content import (
    ACTIVITY_QUESTIONS,
    CHOICE,
    MONEY,
    SECTIONS,
    TEXT,
    Content,
    Question,
    activity_value,
)
from focal_points.progress.duties import DUTIES
from focal_points.progress.hints import ACTIVITY_HINTS, HINTS

# Activities with nothing in them yet, for who writes by hand.
BLANK_ACTIVITIES, MORE_ACTIVITIES = 3, 1
BLANK_FILES = 4
_LINES_OF_TEXT = 3
_LINES = {"result": 3, "beneficiaries": 1, "institutions": 1, "name": 1}
_SHORT = {"held", "sub_activity_code"}


@dataclass(frozen=True)
class Box:
    """One question: its boxes to tick, or what is known already and lines to write on."""

    label: str
    hint: str
    text: str = ""
    unit: str = ""
    options: tuple[tuple[str, bool], ...] = ()
    lines: int = 0

    @property
    def is_short(self) -> bool:
        return not self.lines and not self.options

    @property
    def blank_lines(self) -> range:
        """What is printed can be mended by hand too; a single line has room enough."""
        return range(min(1, self.lines - 1) if self.text else self.lines)


Row = tuple[Box, ...]


@dataclass(frozen=True)
class Part:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Form:
    opd: Opd
    period: ReportingPeriod
    parts: tuple[Part, ...]
    last: Part
    activities: tuple[Part, ...]
    files: tuple[str, ...]
    blank_files: range
    head_name: str
    is_filled: bool


def form_of(period: ReportingPeriod, opd: Opd, content: Content | None) -> Form:
    """`content` is what the person who prints may read; None makes an empty form."""
    fields = content["fields"] if content else {}
    found = [Part(s.title, _rows(s.questions, fields, HINTS)) for s in SECTIONS]
    files = tuple(
        f"{file['name']} ({file['caption']})" if file["caption"] else file["name"]
        for file in (content["files"] if content else ())
    )
    return Form(
        opd=named_on(opd, period.figures_as_of),
        period=period,
        parts=tuple(found[:-1]),
        last=found[-1],
        activities=_activities(content["activities"] if content else []),
        files=files,
        blank_files=range(BLANK_FILES),
        head_name=head_of(opd),
        is_filled=content is not None,
    )


def _activities(rows: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    found: list[Mapping[str, Any]] = list(rows)
    found += [{}] * (MORE_ACTIVITIES if found else BLANK_ACTIVITIES)
    return tuple(
        Part(
            f"Kegiatan {place}",
            _rows(
                ACTIVITY_QUESTIONS,
                {q.key: activity_value(dict(row), q.key) for q in ACTIVITY_QUESTIONS},
                ACTIVITY_HINTS,
            ),
        )
        for place, row in enumerate(found, start=1)
    )


def _rows(
    questions: Sequence[Question], values: Mapping[str, Any], hints: Mapping[str, str]
) -> tuple[Row, ...]:
    """Two short answers stand side by side."""
    rows: list[Row] = []
    for question in questions:
        box = _box(question, values.get(question.key), hints.get(question.key, ""))
        waits = rows and len(rows[-1]) == 1 and rows[-1][0].is_short
        if box.is_short and waits:
            rows[-1] = (*rows[-1], box)
        else:
            rows.append((box,))
    return tuple(rows)


def _box(question: Question, value: Any, hint: str) -> Box:
    is_empty = value is None or value == "" or value == []
    if question.key == "duties":
        kept = [] if is_empty else str(value).split(", ")
        return Box(question.label, hint, options=_ticks(DUTIES, kept, letters=True))
    if question.kind == CHOICE:
        return Box(
            question.label, hint, options=_ticks(question.choices or {}, [value])
        )
    text = "" if is_empty else question.told(value)
    if question.kind == TEXT and question.key not in _SHORT:
        lines = _LINES.get(
            question.key, _LINES_OF_TEXT if not _is_small(question) else 1
        )
        return Box(question.label, hint, text, lines=lines)
    unit = "Rp" if question.kind == MONEY and not text else ""
    return Box(question.label, hint, text, unit)


def _is_small(question: Question) -> bool:
    return question.key in {"arg_note", "realized_note"}


def _ticks(
    choices: Mapping[str, str], chosen: Sequence[Any], *, letters: bool = False
) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (f"{key}. {label}" if letters else label, key in chosen)
        for key, label in choices.items()
    )
