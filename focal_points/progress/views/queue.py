"""What waits for this verifier, and verifying the sound ones together."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import ListView

from focal_points.progress import actions
from focal_points.progress.desk import mark_rows
from focal_points.progress.lock import day_in
from focal_points.progress.models import Progress, State
from focal_points.progress.queries import queue_for
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView


class ProgressQueue(PermissionView, ListView):
    """The longest waiting first."""

    permission = Permission.PROGRESS_VERIFY
    template_name = "focal_points/progress/queue.html"
    paginate_by = 25

    def get_queryset(self) -> Any:
        return queue_for(self.actor).prefetch_related(
            "notes", "activities", "files__file"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        in_repair = Progress.objects.owned_by(self.actor).filter(state=State.RETURNED)
        on = day_in(self.actor.region) if self.actor.region else None
        context = super().get_context_data(
            in_repair=in_repair.count(), today=on, **kwargs
        )
        mark_rows(context["page_obj"])
        context["some_together"] = any(
            not row.why_one_by_one for row in context["page_obj"]
        )
        return context


class ProgressVerifyTogether(PermissionView):
    permission = Permission.PROGRESS_VERIFY

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.getlist("laporan")
        pks = [int(text) for text in typed if text.isdecimal() and len(text) < 18]
        done, told = actions.verify_together(pks=pks[:100], by=self.actor)
        if done:
            messages.success(request, f"{len(done)} laporan terverifikasi.")
        elif not told:
            messages.warning(request, "Pilih paling sedikit satu laporan.")
        for sentence in told:
            messages.warning(request, sentence)
        return redirect("progress-queue")
