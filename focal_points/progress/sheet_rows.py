"""Whose reports lie in a workbook, what may be read of them, and which may be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import BoardRow, Status
from focal_points.progress.lock import (
    is_asked_for,
    is_locked,
    lock_sentence,
    no_longer_asked,
)
from focal_points.progress.models import (
    EDITABLE,
    SENT,
    Activity,
    Progress,
    State,
)
from focal_points.progress.queries import board
from pug_portal.access.actor import Actor


@dataclass(frozen=True)
class ReportRow:
    """One OPD of a period. `closed`: why its answers cannot be changed now, or empty."""

    opd: Opd
    progress: Progress | None
    label: str
    is_shown: bool
    closed: str

    @property
    def pk(self) -> int:
        return self.opd.pk


def answer_of(row: ReportRow, key: str) -> Any:
    if row.progress is None or not row.is_shown:
        return None
    return getattr(row.progress, key)


def row_of(progress: Progress) -> ReportRow:
    """The report of one OPD, for somebody who may type into it."""
    return ReportRow(
        progress.called_opd,
        progress,
        progress.status.label,
        is_shown=True,
        closed=_why_closed(progress),
    )


def rows_of(period: ReportingPeriod, actor: Actor) -> list[ReportRow]:
    """Every OPD of the period for the sekretariat: it fills what nobody else began."""
    rows = board(period)
    mine = Progress.objects.writable_by(actor).filter(period=period).order_by()
    own = frozenset(mine.values_list("pk", flat=True))
    return [_seen(row, period, own) for row in rows]


def activities_of(rows: Sequence[ReportRow]) -> list[Activity]:
    shown = {r.progress.pk: r.progress for r in rows if r.progress and r.is_shown}
    found = list(
        Activity.objects.filter(progress__in=shown).order_by(
            "progress__opd__name", "progress", "order", "pk"
        )
    )
    for activity in found:
        activity.progress = shown[activity.progress_id]
    return found


def _seen(row: BoardRow, period: ReportingPeriod, own: frozenset[int]) -> ReportRow:
    progress = row.progress
    is_own = progress is not None and progress.pk in own
    # While the OPD writes or mends, its desk is its own.
    is_sent = progress is not None and progress.state in (
        State.SUBMITTED,
        State.VERIFIED,
    )
    return ReportRow(
        row.opd,
        progress,
        row.label,
        is_shown=is_own or is_sent,
        closed=_why_not_for(row, period, is_own),
    )


def _why_not_for(row: BoardRow, period: ReportingPeriod, is_own: bool) -> str:
    called = row.opd.short_name
    if row.status == Status.EXEMPT:
        return f"{called} tidak wajib melapor pada {period}."
    if row.progress is None:
        if row.is_locked:
            return f"{period} sudah dikunci, jadi {called} tidak dapat diisi lagi."
        return ""
    if not is_own:
        return (
            f"{called} mengisi sendiri ({row.label.lower()}), jadi isiannya tidak "
            "diubah lewat berkas ini."
        )
    if row.is_locked:
        return lock_sentence(row.progress)
    return _why_not_in_state(row.progress)


def _why_closed(progress: Progress) -> str:
    if is_locked(progress):
        return lock_sentence(progress)
    if progress.state not in SENT and not is_asked_for(progress):
        return no_longer_asked(progress)
    return _why_not_in_state(progress)


def _why_not_in_state(progress: Progress) -> str:
    if progress.state in EDITABLE:
        return ""
    return (
        f"Laporan {progress.called_opd.short_name} berstatus "
        f"«{progress.status.label}», jadi isiannya tidak dapat diubah sekarang."
    )
