"""The board: every OPD of a period, also those that sent nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import (
    BoardRow,
    Count,
    Group,
    Punctuality,
    Status,
    counts,
    group_counts,
    punctuality_counts,
)
from focal_points.progress.board_lines import FILL_FORM, Reader, lines_of
from focal_points.progress.board_sheet import workbook_of
from focal_points.progress.letters import recap, reminder, sender_of
from focal_points.progress.lock import day_in
from focal_points.progress.models import Progress
from focal_points.progress.queries import board
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import Role
from pug_portal.access.views import PermissionView
from pug_portal.files.views import attachment
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, tanggal_waktu


class BoardPage(PermissionView):
    permission = Permission.BOARD_VIEW

    @cached_property
    def periods(self) -> list[ReportingPeriod]:
        region = self.actor.region
        if region is None:
            return []
        rows = ReportingPeriod.objects.owned_by(self.actor).order_by("-year", "-half")
        found = list(rows)
        for period in found:
            # Owned, so it is the one at hand.
            period.region = region
        return found

    @cached_property
    def period(self) -> ReportingPeriod | None:
        """The asked one, within the width; else the newest one that has opened."""
        asked = self.request.GET.get("periode", "")
        if not asked:
            opened = [p for p in self.periods if p.opens_on <= day_in(p.region)]
            return next(iter(opened or self.periods), None)
        pk = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
        own = next((each for each in self.periods if each.pk == pk), None)
        if own is not None:
            return own
        rows = ReportingPeriod.objects.for_actor(self.actor)
        return get_object_or_404(rows.select_related("region"), pk=pk)

    def is_own(self, period: ReportingPeriod) -> bool:
        region = self.actor.region
        return region is not None and region.pk == period.region_id

    def readable(self, period: ReportingPeriod) -> frozenset[int]:
        rows = Progress.objects.readable_by(self.actor).filter(period=period).order_by()
        return frozenset(rows.values_list("pk", flat=True))

    def named(
        self, rows: list[BoardRow], period: ReportingPeriod, readable: frozenset[int]
    ) -> list[BoardRow]:
        """Above the region: counts of everybody, names of what has been sent."""
        if self.is_own(period):
            return rows
        return [row for row in rows if row.progress and row.progress.pk in readable]


class ProgressBoard(BoardPage, TemplateView):
    template_name = "focal_points/progress/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            periods=self.periods, period=self.period, **kwargs
        )
        return context if self.period is None else {**context, **self._of(self.period)}

    def _of(self, period: ReportingPeriod) -> dict[str, Any]:
        rows = board(period, with_answers=False)
        readable = self.readable(period)
        is_own = self.is_own(period)
        asked = self.request.GET
        wanted, kept = asked.get("status", ""), asked.get("ketepatan", "")
        shown = [
            row
            for row in self.named(rows, period, readable)
            if (not wanted or row.status == wanted)
            and (not kept or row.punctuality == kept)
        ]
        is_office = is_own and self.actor.role in (Role.SEKRETARIAT, Role.BAPPEDA)
        can_fill_for = is_own and can(self.actor, Permission.PROGRESS_FILL_FOR)
        sender = sender_of(period)

        def remind(row: BoardRow) -> str:
            return reminder(row, period, sender, settings.SITE_URL)

        number = group_counts(rows)
        expected = len(rows) - number[Group.EXEMPT]
        reader = Reader(readable, can_fill_for, is_own, remind if is_office else None)
        return {
            "rows": lines_of(shown, period, reader),
            "fill_form": FILL_FORM if can_fill_for else "",
            "counts": (counted := counts(rows)),
            "segments": _segments(counted, len(rows)),
            "punctuality": punctuality_counts(rows),
            "expected": expected,
            "reported": expected - number[Group.NOT_REPORTED],
            "wanted": wanted,
            "kept": kept,
            "wanted_label": _label(wanted, kept),
            "is_own": is_own,
            "can_fill_for": can_fill_for,
            "recap": recap(rows, period, _as_of(period), sender) if is_office else "",
            "can_verify": is_own and can(self.actor, Permission.PROGRESS_VERIFY),
        }


class ProgressBoardSheet(BoardPage):
    def get(self, request: HttpRequest) -> HttpResponse:
        period = self.period
        if period is None:
            raise Http404
        rows = board(period, with_answers=False)
        named = self.named(rows, period, self.readable(period))
        content = workbook_of(rows, period, _as_of(period), named)
        return attachment(content, f"Laporan OPD {period}", "xlsx")


def _as_of(period: ReportingPeriod) -> str:
    return tanggal_waktu(now(), ZONES[period.region.zone])


def _label(wanted: str, kept: str) -> str:
    """What the list is narrowed to; a value nobody offers is shown as it was sent."""
    names = [
        str(choices(value).label) if value in choices.values else value
        for choices, value in ((Status, wanted), (Punctuality, kept))
        if value
    ]
    return ", ".join(names)


def _segments(counted: list[Count], total: int) -> list[dict[str, Any]]:
    """Widths in thousandths of the bar, for SVG attributes."""
    segments, x = [], 0.0
    for count in counted:
        width = count.number * 1000 / total
        segments.append(
            {"x": f"{x:.2f}", "width": f"{width:.2f}", "css": f"sk-{count.tone}"}
        )
        x += width
    return segments
