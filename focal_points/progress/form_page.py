"""The form page as a whole: bound forms, notes beside fields, what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from focal_points.progress.content import SECTIONS
from focal_points.progress.forms import (
    ActivityForm,
    EvidenceForm,
    KeepTyped,
    ProgressForm,
    as_typed,
)
from focal_points.progress.models import Progress
from focal_points.progress.review_models import ProgressNote

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


@dataclass(frozen=True)
class FormSection:
    key: str
    title: str
    asked: list[Asked]
    has_errors: bool
    is_filled: bool


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
            )
        self.notes = list(
            progress.notes.filter(resolved_at=None).select_related("written_by")
        )

    def forms(self) -> list[KeepTyped]:
        return [self.main, *self.activities]

    def unread(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for form in self.forms():
            form.is_valid()
            found |= form.unread()
        return found

    def answers(self) -> dict[str, Any]:
        self.main.is_valid()
        return self.main.answers()

    def activity_answers(self) -> dict[int, dict[str, Any]]:
        for form in self.activities:
            form.is_valid()
        return {form.row.pk: form.answers() for form in self.activities}

    def sections(self) -> list[FormSection]:
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
                "duties": form["duties"],
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
        return Asked(form[name], notes, name in SIDE_BY_SIDE, name in MONEY)

    def _notes_of(self, key: str) -> list[ProgressNote]:
        return [note for note in self.notes if note.field == key]
