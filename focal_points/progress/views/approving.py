"""The head's pages: with an account, or through a one-time link without one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View

from focal_points.progress import actions, approvals
from focal_points.progress.actions.approval import ApprovalUnknown
from focal_points.progress.changed import since_approval
from focal_points.progress.content import snapshot
from focal_points.progress.models import Progress, State
from focal_points.progress.reading import read
from focal_points.progress.step_forms import HeadReturnForm
from focal_points.progress.stepper import steps_of
from focal_points.progress.views.finding import ReportMixin
from focal_points.progress.views.guest_door import TOO_OFTEN
from pug_portal.access.form_views import add_refusal
from pug_portal.access.limits import count_guess, guesses_too_often
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal

GUESSES = "tautan-setuju"


class ProgressApprove(ReportMixin):
    """The report to read, and two buttons: approve, or back with a reason."""

    permission = Permission.PROGRESS_APPROVE
    template_name = "focal_points/progress/approve.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if progress.state != State.AWAITING_HEAD:
            return redirect("progress-detail", pk=pk)
        return self._show(progress, HeadReturnForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if request.POST.get("aksi") == "kembalikan":
            return self._return(progress)
        try:
            actions.approve_as_head(progress=progress, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("progress-detail", pk=pk)
        messages.success(
            request, "Laporan disetujui. Focal point OPD sekarang dapat mengajukannya."
        )
        return redirect("progress-detail", pk=pk)

    def _return(self, progress: Progress) -> HttpResponse:
        form = HeadReturnForm(self.request.POST)
        if not form.is_valid():
            return self._show(progress, form, status=422)
        try:
            actions.return_by_head(
                progress=progress, reason=form.cleaned_data["reason"], by=self.actor
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
            return self._show(progress, form, status=422)
        messages.success(self.request, "Laporan dikembalikan kepada focal point OPD.")
        return redirect("progress-detail", pk=progress.pk)

    def _show(
        self, progress: Progress, form: HeadReturnForm, *, status: int = 200
    ) -> HttpResponse:
        content = snapshot(progress)
        context = {
            "progress": progress,
            "reading": read(content),
            "changed": since_approval(progress, content),
            "form": form,
            "given": approvals.valid_approval(progress),
            "steps": steps_of(progress),
        }
        return render(self.request, self.template_name, context, status=status)


@method_decorator(login_not_required, name="dispatch")
class ApprovalLink(View):
    """For the holder of the link: the report, read-only, and one button."""

    is_public = True
    template_name = "focal_points/progress/approval_link.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if guesses_too_often(request, GUESSES):
            return self._show({"refused": TOO_OFTEN}, status=429)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            approval = actions.open_approval_link(token)
        except Refusal as refusal:
            return self._refused(refusal)
        progress = approval.progress
        content = snapshot(progress)
        return self._show(
            {
                "approval": approval,
                "progress": progress,
                "region": progress.opd.region,
                "reading": read(content),
                "changed": since_approval(progress, content),
            }
        )

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            approval = actions.approve_by_link(token=token)
        except Refusal as refusal:
            return self._refused(refusal)
        return self._show({"done": approval, "progress": approval.progress})

    def _refused(self, refusal: Refusal) -> HttpResponse:
        if isinstance(refusal, ApprovalUnknown):
            count_guess(self.request, GUESSES)
        return self._show({"refused": refusal.sentence}, status=410)

    def _show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        response = render(self.request, self.template_name, context, status=status)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response
