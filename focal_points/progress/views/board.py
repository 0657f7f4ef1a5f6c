"""The board: every OPD of a period, also those that sent nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import (
    BoardRow,
    Group,
    Status,
    counts,
    group_counts,
    punctuality_counts,
)
from focal_points.progress.letters import recap, reminder
from focal_points.progress.lock import day_in
from focal_points.progress.models import Progress
from focal_points.progress.queries import board
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import Role
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, tanggal_waktu


class ProgressBoard(PermissionView, TemplateView):
    permission = Permission.BOARD_VIEW
    template_name = "focal_points/progress/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        periods = list(
            ReportingPeriod.objects.owned_by(self.actor).select_related("region")
        )
        period = self._period(periods)
        context = super().get_context_data(periods=periods, period=period, **kwargs)
        if period is None:
            return context
        return {**context, **self._of(period)}

    def _period(self, periods: list[ReportingPeriod]) -> ReportingPeriod | None:
        """The asked one, within the width; else the newest one that has opened."""
        asked = self.request.GET.get("periode", "")
        if asked:
            rows = ReportingPeriod.objects.for_actor(self.actor)
            pk = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
            return get_object_or_404(rows.select_related("region"), pk=pk)
        opened = [p for p in periods if p.opens_on <= day_in(p.region)]
        return next(iter(opened or periods), None)

    def _of(self, period: ReportingPeriod) -> dict[str, Any]:
        rows = board(period)
        readable = set(
            Progress.objects.readable_by(self.actor)
            .filter(period=period)
            .values_list("pk", flat=True)
        )
        is_own = self.actor.region is not None and (
            self.actor.region.pk == period.region_id
        )
        wanted = self.request.GET.get("status", "")
        # Above the region: counts of everybody, names of what has been sent.
        listed = rows if is_own else [row for row in rows if _id(row) in readable]
        shown = [row for row in listed if not wanted or row.status == wanted]
        is_office = is_own and self.actor.role in (Role.SEKRETARIAT, Role.BAPPEDA)
        sender = period.region.secretariat_office
        sender = f"Sekretariat Pokja PUG {period.region.short_name}" + (
            f" ({sender})" if sender else ""
        )
        as_of = tanggal_waktu(now(), ZONES[period.region.zone])
        number = group_counts(rows)
        expected = len(rows) - number[Group.EXEMPT]
        return {
            "rows": [
                self._row(row, period, readable, sender, is_office) for row in shown
            ],
            "counts": counts(rows),
            "segments": _segments(rows),
            "punctuality": punctuality_counts(rows),
            "expected": expected,
            "reported": expected - number[Group.NOT_REPORTED],
            "wanted": wanted,
            "wanted_label": Status(wanted).label if wanted in Status.values else wanted,
            "is_own": is_own,
            "is_office": is_office,
            "recap": recap(rows, period, as_of, sender) if is_office else "",
            "can_fill_for": is_own and can(self.actor, Permission.PROGRESS_FILL_FOR),
            "can_verify": is_own and can(self.actor, Permission.PROGRESS_VERIFY),
        }

    def _row(
        self,
        row: BoardRow,
        period: ReportingPeriod,
        readable: set[int],
        sender: str,
        is_office: bool,
    ) -> dict[str, Any]:
        return {
            "row": row,
            "can_read": _id(row) in readable,
            "can_start": row.progress is None
            and not row.is_locked
            and row.status != Status.EXEMPT,
            "reminder": reminder(row, period, sender, settings.SITE_URL)
            if is_office
            else "",
        }


def _id(row: BoardRow) -> int | None:
    return row.progress.pk if row.progress else None


def _segments(rows: list[BoardRow]) -> list[dict[str, Any]]:
    """Widths in thousandths of the bar, for SVG attributes."""
    segments, x = [], 0.0
    for count in counts(rows):
        width = count.number * 1000 / len(rows)
        segments.append(
            {"x": f"{x:.2f}", "width": f"{width:.2f}", "css": f"sk-{count.tone}"}
        )
        x += width
    return segments
