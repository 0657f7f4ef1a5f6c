"""Anyone with a code may ask whether a report is registered. No person is named."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View

from pokja.reports.forms import CodeForm, CompareForm
from pokja.reports.models import JobState, PokjaReport
from pug_portal.lib import qr
from pug_portal.lib.clock import now


@method_decorator(login_not_required, name="dispatch")
class Verify(View):
    """Open to the public: the paper may lie on anybody's desk."""

    is_public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.GET) if "code" in request.GET else CodeForm()
        if form.is_bound and form.is_valid():
            return redirect("verify-code", code=form.cleaned_data["code"])
        status = 422 if form.is_bound else 200
        return render(
            request, "pokja/reports/verify.html", {"form": form}, status=status
        )


@method_decorator(login_not_required, name="dispatch")
class VerifyCode(View):
    """Open to the public: what is registered under one code, and a file comparison."""

    is_public = True

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._page(request, code, CompareForm(request=request))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        form = CompareForm(request.POST, request.FILES, request=request)
        return self._page(request, code, form)

    def _page(self, request: HttpRequest, code: str, form: CompareForm) -> HttpResponse:
        report = _registered(code)
        if report is None:
            context: dict[str, Any] = {"form": CodeForm(), "unknown": code[:60]}
            return render(request, "pokja/reports/verify.html", context, status=404)
        context = {
            "report": report,
            "form": form,
            "checked_at": now(),
            "matches": _compare(report, form),
        }
        status = 422 if form.is_bound and form.errors else 200
        return render(request, "pokja/reports/verified.html", context, status=status)


def _registered(typed: str) -> PokjaReport | None:
    code = qr.normalise(typed)
    if code is None:
        return None
    reports = PokjaReport.objects.editions().filter(job_state=JobState.READY)
    return (
        reports.defer("content", "inputs")
        .select_related("region", "pdf")
        .filter(code=code)
        .first()
    )


def _compare(report: PokjaReport, form: CompareForm) -> bool | None:
    if report.pdf is None or not form.is_bound or not form.is_valid():
        return None
    return form.fingerprint() == report.pdf.sha256
