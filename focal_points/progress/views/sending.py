"""Check, ask the head, submit, receipt, take back."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.generic import TemplateView

from focal_points.progress import actions, approvals
from focal_points.progress.actions.sending import AlreadySubmitted
from focal_points.progress.attendance_lists import off_the_list
from focal_points.progress.carrying import waiting
from focal_points.progress.checks import findings
from focal_points.progress.content import snapshot
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE, Progress, State
from focal_points.progress.pprg_counts import contradictions
from focal_points.progress.reading import read
from focal_points.progress.receipt import receipt_pdf, signing_page_pdf
from focal_points.progress.review_models import Approval
from focal_points.progress.step_forms import HeadNameForm, SignedPageForm
from focal_points.progress.stepper import steps_of
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import ReportMixin, WritableMixin
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal

LINK_SESSION_KEY = "approval_link"


class ProgressCheck(WritableMixin):
    """«Periksa dan ajukan»: what is doubtful, the report as read, the head's yes."""

    permission = FILL
    template_name = "focal_points/progress/check.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if progress.state not in (*EDITABLE, State.AWAITING_HEAD) or is_locked(
            progress
        ):
            return redirect(self.ways(progress).detail)
        return self._show(progress)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask the head: by account, by link, or with the signed page itself."""
        progress = self.get_report()
        kind = request.POST.get("cara", "")
        page = kind == Approval.Kind.SIGNED_PAGE
        form: Any = (
            SignedPageForm(request.POST, request.FILES, request=request)
            if page
            else HeadNameForm(request.POST)
        )
        if kind not in Approval.Kind.values or not form.is_valid():
            return self._show(progress, form=form, kind=kind, status=422)
        try:
            _, token = actions.ask_head_approval(
                progress=progress,
                kind=kind,
                head_name=form.cleaned_data["head_name"],
                signed_page=form.cleaned_data.get("signed_page"),
                by=self.actor,
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
            return self._show(self.get_report(), form=form, kind=kind, status=422)
        if token:
            address = settings.SITE_URL + reverse("approval-link", args=[token])
            request.session[LINK_SESSION_KEY] = {"report": pk, "address": address}
        return redirect(self.ways(progress).check)

    def _show(
        self, progress: Progress, *, form: Any = None, kind: str = "", status: int = 200
    ) -> HttpResponse:
        prefetch_related_objects([progress], "activities")
        content = snapshot(progress)
        found = [
            *waiting(progress),
            *findings(content, progress.period.semester),
            *off_the_list(list(progress.activities.all())),
            *contradictions(progress, content["fields"]),
        ]
        head = approvals.head_facts(progress.opd)
        link = self.request.session.get(LINK_SESSION_KEY)
        is_waiting = progress.state == State.AWAITING_HEAD
        given, asked = approvals.standing(progress)
        context = {
            "progress": progress,
            "reading": read(content),
            "stops": [f for f in found if f.is_blocking],
            "doubts": [f for f in found if not f.is_blocking],
            "is_waiting": is_waiting,
            "waiting": asked if is_waiting else None,
            "given": given,
            "link": link["address"] if link and link["report"] == progress.pk else "",
            "has_head_account": head.has_account,
            "head_name": head.name,
            "form": form,
            "kind": kind,
            "page_form": form
            if kind == Approval.Kind.SIGNED_PAGE
            else SignedPageForm(initial={"head_name": head.name}, request=self.request),
            "steps": steps_of(progress),
            "ways": self.ways(progress),
            "region": progress.opd.region,
        }
        return render(self.request, self.template_name, context, status=status)


class ProgressSubmit(WritableMixin):
    permission = FILL

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        ways = self.ways(progress)
        try:
            self.submit(progress)
        except AlreadySubmitted:
            pass  # the second click arrives where the first one did
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect(ways.check)
        request.session.pop(LINK_SESSION_KEY, None)
        return redirect(ways.sent)

    def submit(self, progress: Progress) -> None:
        actions.submit(progress=progress, by=self.actor)


class ProgressSent(WritableMixin, TemplateView):
    permission = FILL
    template_name = "focal_points/progress/sent.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        progress = self.get_report()
        if not progress.receipt_number or progress.state != State.SUBMITTED:
            return redirect("progress-detail", pk=progress.pk)
        context = {"progress": progress, "steps": steps_of(progress)}
        return self.render_to_response(self.get_context_data(**context))


class ProgressReceipt(ReportMixin):
    """«Tanda terima» of the submission, as PDF."""

    permission = (Permission.PROGRESS_VIEW, *FILL)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if progress.first_submitted_at is None:
            messages.error(request, "Tanda terima ada setelah laporan diajukan.")
            return redirect("progress-detail", pk=pk)
        name = f"tanda-terima-{progress.receipt_number}.pdf"
        return _pdf(receipt_pdf(progress), name)


class ProgressSigningPage(WritableMixin):
    """The page the head signs by hand, filled with this report's own figures."""

    permission = FILL

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        name = f"lembar-persetujuan-{progress.period.semester.code}.pdf"
        return _pdf(signing_page_pdf(progress), name)


class ProgressWithdraw(WritableMixin):
    """Asks first: GET tells what happens, POST does it."""

    permission = FILL
    template_name = "focal_points/progress/withdraw.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        context = {"progress": progress, "ways": self.ways(progress)}
        return render(request, self.template_name, context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        is_waiting = progress.state == State.AWAITING_HEAD
        try:
            if is_waiting:
                actions.stop_asking(progress=progress, by=self.actor)
            else:
                actions.withdraw(progress=progress, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect(self.ways(progress).detail)
        messages.success(
            request,
            "Permintaan persetujuan dibatalkan. Laporan dapat diubah lagi."
            if is_waiting
            else "Laporan ditarik kembali dan dapat diubah lagi.",
        )
        return redirect(self.ways(progress).form)


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
