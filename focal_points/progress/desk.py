"""The verifier's desk: what comes next, and what may be verified in one go."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Case, Q, Value, When

from focal_points.progress.changed import changed_sentence
from focal_points.progress.checks import findings
from focal_points.progress.content import snapshot
from focal_points.progress.models import Progress
from focal_points.progress.pprg_counts import contradictions_of_all
from focal_points.progress.queue import queue_for
from pug_portal.access.actor import Actor


def next_after(progress: Progress, actor: Actor) -> Progress | None:
    """The report behind this one in the queue; after the last one the first again."""
    waiting = queue_for(actor).exclude(pk=progress.pk)
    behind = Q(submitted_at__gt=progress.submitted_at) | Q(
        submitted_at=progress.submitted_at, pk__gt=progress.pk
    )
    first = Case(When(behind, then=Value(0)), default=Value(1))
    return waiting.order_by(first, "submitted_at", "pk").first()


def why_one_by_one(progress: Progress, doubts: int = 0) -> str:
    """Why this row of the queue is not verified together with others; else empty.

    `doubts`: its contradictions with the documents in the portal.
    """
    open_notes = sum(note.resolved_at is None for note in progress.notes.all())
    if open_notes:
        return f"{open_notes} catatan terbuka"
    if changed := changed_sentence(progress.changed_count):
        return changed
    files = list(progress.files.all())
    found = len(findings(snapshot(progress, files), progress.period.semester)) + doubts
    return f"{found} hal untuk diperiksa" if found else ""


def mark_rows(rows: Collection[Progress]) -> None:
    doubts = contradictions_of_all(rows)
    for row in rows:
        row.why_one_by_one = why_one_by_one(row, len(doubts[row.pk]))  # type: ignore[attr-defined]
