"""The OPD's periods, and how a report begins."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.mine import mine
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView

FILL = (Permission.PROGRESS_FILL, Permission.PROGRESS_FILL_FOR)


class ProgressMine(PermissionView, TemplateView):
    """The OPD's periods, the one clear task first."""

    permission = (Permission.PROGRESS_FILL, Permission.PROGRESS_APPROVE)
    template_name = "focal_points/progress/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        can_type = can(self.actor, Permission.PROGRESS_FILL)
        return super().get_context_data(can_type=can_type, **mine(self.actor), **kwargs)


class ProgressStart(PermissionView):
    permission = FILL

    def post(self, request: HttpRequest, period: int, opd: int) -> HttpResponse:
        period_row = get_object_or_404(
            ReportingPeriod.objects.owned_by(self.actor).select_related("region"),
            pk=period,
        )
        opds = Opd.objects.owned_by(self.actor)
        if self.actor.role in OPD_ROLES:
            opds = opds.filter(pk__in=opd_ids_of(self.actor))
        opd_row = get_object_or_404(opds, pk=opd)
        try:
            progress = actions.start_draft(
                period=period_row, opd=opd_row, by=self.actor
            )
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            back = self.request.headers.get("referer", "")
            is_board = "/laporan-opd/" in back
            return redirect("progress-board" if is_board else "beranda")
        return redirect("progress-form", pk=progress.pk)
