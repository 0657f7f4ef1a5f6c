"""The form page as a whole: bound forms, notes beside fields, what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Textarea
from django.http import HttpRequest, QueryDict

from focal_points.progress.content import SECTIONS
from focal_points.progress.forms import (
    ActivityForm,
    EvidenceForm,
    KeepTyped,
    ProgressForm,
    as_typed,
)
from focal_points.progress.merging import Text
from focal_points.progress.models import Progress
from focal_points.progress.review_models import ProgressNote
from focal_points.progress.thread import open_and_closed
from focal_points.progress.typed import stored_texts

SIDE_BY_SIDE = {
    "gap_count",
    "gbs_count",
    "kak_count",
    "trained_men",
    "trained_women",
    "tables_available",
    "tables_updated",
    "active_focal_points",
    "men",
    "women",
    "listed_men",
    "listed_women",
    "achievement",
    "held_from",
    "held_to",
    "fund_source",
    "stage",
}
MONEY = {"spending_ceiling", "arg_ceiling", "arg_realized", "ceiling", "realized"}


@dataclass(frozen=True)
class Asked:
    """One field of the page with the verifier's notes on it."""

    field: Any
    notes: list[ProgressNote]
    is_short: bool
    is_money: bool
    is_carried: bool


@dataclass(frozen=True)
class FormSection:
    key: str
    title: str
    asked: list[Asked]
    has_errors: bool
    is_filled: bool
    author: str = ""


class FormPage:
    """Everything typed on the page, from the browser or from the store."""

    def __init__(
        self,
        progress: Progress,
        *,
        data: QueryDict | None = None,
        request: HttpRequest | None = None,
    ) -> None:
        self.progress = progress
        self.rows = list(progress.activities.all())
        typed = data if data is not None else as_typed(progress, self.rows)
        self.main = ProgressForm(typed)
        self.activities = [ActivityForm(typed, row=row) for row in self.rows]
        self.evidence: EvidenceForm | None = None
        if request is not None:
            is_post = request.method == "POST"
            self.evidence = EvidenceForm(
                request.POST if is_post else None,
                request.FILES if is_post else None,
                request=request,
                rows=self.rows,
            )
        # Nobody remarks on what was never sent.
        sent = open_and_closed(progress).filter(resolved_at=None)
        self.notes = list(sent) if progress.receipt_number else []

    def forms(self) -> list[KeepTyped]:
        return [self.main, *self.activities]

    def stored(self) -> dict[str, Text]:
        return stored_texts(self.progress, self.rows)

    def labels(self) -> dict[str, tuple[str, str, bool]]:
        """{name: (how it is called, its anchor, whether it is a long text)}"""
        found = {}
        for form in self.forms():
            called = f"{form.row.name}: " if isinstance(form, ActivityForm) else ""
            for name, one in form.fields.items():
                field = form[name]
                found[field.html_name] = (
                    f"{called}{field.label}",
                    field.id_for_label or f"id_{field.html_name}",
                    isinstance(one.widget, Textarea),
                )
        return found

    def sections(self, authors: Mapping[str, str]) -> list[FormSection]:
        return [
            FormSection(
                section.key,
                section.title,
                [self._asked(self.main, q.key, q.key) for q in section.questions],
                any(q.key in self.main.errors for q in section.questions),
                all(
                    self.main[q.key].value() not in (None, "", [])
                    for q in section.questions
                    if q.key not in {"arg_note", "support_asked"}
                ),
                authors.get(section.key, ""),
            )
            for section in SECTIONS
        ]

    def activity_sections(self) -> list[dict[str, Any]]:
        return [
            {
                "form": form,
                "row": form.row,
                "asked": [
                    self._asked(form, name, self._note_key(form, name))
                    for name in form.fields
                    if name != "duties"
                ],
                "duties": self._asked(form, "duties", self._note_key(form, "duties")),
                "notes": self._notes_of(f"kegiatan-{form.row.pk}"),
            }
            for form in self.activities
        ]

    def general_notes(self) -> list[ProgressNote]:
        return self._notes_of("")

    def errors(self) -> list[tuple[str, str, str]]:
        """(anchor, label, sentence) of everything that could not be read."""
        found = []
        forms: list[Any] = list(self.forms())
        if self.evidence is not None and self.evidence.is_bound:
            forms.append(self.evidence)
        for form in forms:
            called = f"{form.row.name}: " if isinstance(form, ActivityForm) else ""
            for name, sentences in form.errors.items():
                field = form[name]
                anchor = field.id_for_label or f"id_{field.html_name}"
                found += [
                    (anchor, f"{called}{field.label}", str(text)) for text in sentences
                ]
        return found

    @staticmethod
    def _note_key(form: ActivityForm, name: str) -> str:
        shown = "held" if name in {"held_from", "held_to"} else name
        return f"kegiatan-{form.row.pk}-{shown}"

    def _asked(self, form: KeepTyped, name: str, note_key: str) -> Asked:
        # One note on the two dates is shown once, at the first of them.
        notes = [] if name == "held_to" else self._notes_of(note_key)
        field = form[name]
        is_carried = field.html_name in self.progress.carried
        return Asked(field, notes, name in SIDE_BY_SIDE, name in MONEY, is_carried)

    def _notes_of(self, key: str) -> list[ProgressNote]:
        return [note for note in self.notes if note.field == key]
