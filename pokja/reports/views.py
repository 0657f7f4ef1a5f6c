"""Screens of the Pokja report for those who sign in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import ListView

from pokja.regulations.queries import legal_basis
from pokja.reports import actions
from pokja.reports.extract_views import DESKS
from pokja.reports.forms import RequestForm
from pokja.reports.models import JobState, PokjaReport, State
from pokja.reports.queries import (
    checklist,
    figures_day,
    history,
    last_inputs,
    semesters_to_ask,
)
from pokja.reports.workflow import WORKFLOW
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.audit.fresh import until_next_event
from pug_portal.audit.queries import history_of
from pug_portal.files.views import serve
from pug_portal.health.pulse import is_worker_alive
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

SENTENCES = {
    State.SUBMITTED: "Laporan diajukan untuk disahkan.",
    State.DRAFT: "Laporan dikembalikan menjadi draf.",
    State.SETTLED: "Laporan disahkan.",
    State.SENT: "Laporan ditandai terkirim.",
}


class ReportList(PermissionView, ListView):
    permission = Permission.REPORT_VIEW
    template_name = "pokja/reports/list.html"
    context_object_name = "reports"
    paginate_by = 25

    def get_queryset(self) -> Any:
        return history(self.actor)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        can_request = can(self.actor, Permission.REPORT_REQUEST)
        region = self.actor.region
        semesters = semesters_to_ask(region) if can_request and region else []
        return super().get_context_data(
            can_request=can_request,
            semesters=semesters,
            running=[r for r in self.object_list if r.is_running][:3],
            **kwargs,
        )


class ReportRequest(VerbFormView):
    """What would be missing, then the texts, then the request."""

    permission = Permission.REPORT_REQUEST
    template_name = "pokja/reports/request.html"
    form_class = RequestForm

    @property
    def region(self) -> Region:
        if self.actor.region is None:
            raise PermissionDenied("Peran Anda belum terhubung dengan daerah.")
        return self.actor.region

    @property
    def semester(self) -> Semester:
        try:
            return Semester.parse(self.request.GET.get("semester", ""))
        except ValueError as wrong:
            raise Http404 from wrong

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.region}

    def get_initial(self) -> dict[str, Any]:
        texts = RequestForm.initial_from(last_inputs(self.region, self.semester))
        if not texts["local_rules"]:
            day = min(self.semester.end, today())
            texts["local_rules"] = "\n".join(legal_basis(self.region, day))
        return texts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region, semester = self.region, self.semester
        return super().get_context_data(
            semester=semester,
            checks=until_next_event(
                self.actor,
                f"checks:{semester.code}",
                lambda: checklist(region, semester),
            ),
            as_of=figures_day(region, semester),
            **kwargs,
        )

    def perform(self, form: RequestForm) -> str:
        report, is_new = actions.request_report(
            region=self.region,
            semester=self.semester,
            inputs=form.inputs(),
            by=self.actor,
        )
        if not is_new:
            messages.info(
                self.request,
                "Laporan ini sedang disusun. Anda dibawa ke pekerjaan yang berjalan.",
            )
        return reverse("report-detail", kwargs={"pk": report.pk})


class ReportMixin(PermissionView):
    """The report of the address, as far as this actor sees."""

    permission: Any = Permission.REPORT_VIEW

    def report(self) -> PokjaReport:
        reports = PokjaReport.objects.for_actor(self.actor).defer("content", "inputs")
        return get_object_or_404(
            reports.select_related(
                "region", "pdf", "same_as", "requested_by", "settled_by", "sent_by"
            ),
            pk=self.kwargs["pk"],
        )

    def is_own(self, report: PokjaReport) -> bool:
        region = self.actor.region
        return region is not None and report.region_id == region.pk


class ReportDetail(ReportMixin):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = self.report()
        if report.same_as:
            messages.info(
                request,
                "Tidak ada data yang berubah sejak edisi "
                f"{report.same_as.edition}, jadi berkas edisi itu yang dipakai.",
            )
            return redirect("report-detail", pk=report.same_as.pk)
        return render(request, "pokja/reports/detail.html", self.context(report))

    def context(self, report: PokjaReport) -> dict[str, Any]:
        is_own = self.is_own(report)
        editions = history(self.actor).filter(
            region=report.region, year=report.year, half=report.half
        )
        can_request = is_own and can(self.actor, Permission.REPORT_REQUEST)
        return progress_context(report) | {
            "editions": list(editions),
            "can_retry": can_request and report.has_failed,
            "can_cancel": can_request and report.is_running,
            "steps": (
                WORKFLOW.offered(report.state, self.actor)
                if is_own and report.is_ready
                else []
            ),
            "stages": stages(report) if report.is_ready else [],
            "history": history_of(report) if is_own else [],
            "is_own": is_own,
            "can_extract": self.actor.role in DESKS,
        }


@dataclass(frozen=True)
class Stage:
    label: str
    icon: str
    css: str
    at: dt.datetime | None


_ICONS = {
    State.DRAFT: "pencil",
    State.SUBMITTED: "send",
    State.SETTLED: "circle-check",
    State.SENT: "inbox",
}


def stages(report: PokjaReport) -> list[Stage]:
    """The document's way, with where it stands now."""
    moments = {
        State.DRAFT: report.requested_at,
        State.SETTLED: report.settled_at,
        State.SENT: report.sent_at,
    }
    here = State.values.index(report.state)
    return [
        Stage(
            label=str(state.label),
            icon=_ICONS[state],
            css="ya" if place < here else "kini" if place == here else "",
            at=moments.get(state) if place <= here else None,
        )
        for place, state in enumerate(State)
    ]


class ReportProgress(ReportMixin):
    """A fragment for the page that waits; when the job has ended the page reloads."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = self.report()
        response = render(
            request, "pokja/reports/_progress.html", progress_context(report)
        )
        if not report.is_running:
            response["HX-Refresh"] = "true"
        response["Cache-Control"] = "no-store"
        return response


def progress_context(report: PokjaReport) -> dict[str, Any]:
    is_waiting = report.job_state == JobState.QUEUED
    return {"report": report, "no_worker": is_waiting and not is_worker_alive()}


class ReportDownload(ReportMixin):
    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        report = self.report()
        if report.pdf is None:
            raise Http404
        return serve(report.pdf)


class ReportVerb(ReportMixin):
    """POST only: run one verb, tell what came of it, and go back to the report."""

    permission: Permission | tuple[Permission, ...] = Permission.REPORT_REQUEST
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = self.report()
        try:
            messages.success(request, self.perform(report))
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        return redirect("report-detail", pk=report.pk)

    def perform(self, report: PokjaReport) -> str:
        raise NotImplementedError


class ReportRetry(ReportVerb):
    def perform(self, report: PokjaReport) -> str:
        actions.retry_report(report=report, by=self.actor)
        return "Penyusunan dimasukkan kembali ke antrean."


class ReportCancel(ReportVerb):
    def perform(self, report: PokjaReport) -> str:
        actions.cancel_report(report=report, by=self.actor)
        return "Penyusunan dibatalkan."


class ReportMove(ReportVerb):
    permission = (Permission.REPORT_REQUEST, Permission.REPORT_SETTLE)

    def perform(self, report: PokjaReport) -> str:
        target = self.request.POST.get("target", "")
        if target not in SENTENCES:
            raise Refusal("Pilih langkah yang tersedia pada halaman laporan.")
        actions.move_report(report=report, target=State(target), by=self.actor)
        return SENTENCES[State(target)]
