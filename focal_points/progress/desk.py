"""The verifier's desk: what comes next, and what may be verified in one go."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection
from dataclasses import dataclass

from focal_points.progress.changed import changed_sentence
from focal_points.progress.checks import findings
from focal_points.progress.content import snapshot
from focal_points.progress.models import Progress
from focal_points.progress.pprg_counts import contradictions_of_all
from focal_points.progress.queue import ORDER, waiting_for
from pug_portal.access.actor import Actor

# What a neighbour's link says: which report, and under what name of the office.
_IN_LINE = ("submitted_at", "opd", "period__figures_as_of")


@dataclass(frozen=True)
class Beside:
    """The reports before and behind one in the queue, which goes round."""

    previous: Progress | None = None
    following: Progress | None = None


def beside(progress: Progress, actor: Actor) -> Beside:
    rows = waiting_for(actor).select_related("opd", "period").order_by(*ORDER)
    others = list(rows.exclude(pk=progress.pk).only(*_IN_LINE))
    if not others:
        return Beside()
    here = (progress.submitted_at, progress.pk)
    place = bisect(others, here, key=lambda row: (row.submitted_at, row.pk))
    return Beside(others[place - 1], others[place % len(others)])


def next_after(progress: Progress, actor: Actor) -> Progress | None:
    return beside(progress, actor).following


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
