"""Printing forms, bringing scans in, and what became of every page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.opd.names import named_on
from focal_points.paper_forms import actions, jobs
from focal_points.paper_forms.desk import opds_for
from focal_points.paper_forms.forms import AssignForm, ScanForm
from focal_points.paper_forms.models import JobState, Kind, PaperJob, ScanPage
from focal_points.paper_forms.paper import form_pdf
from focal_points.paper_forms.queries import (
    Result,
    form_for,
    jobs_of,
    print_job,
    result_of,
)
from focal_points.paper_forms.tasks import run_paper_job
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import Progress
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.files.deposits import DepositsMixin
from pug_portal.files.views import attachment
from pug_portal.health.pulse import is_worker_alive

FILL = (Permission.PROGRESS_FILL, Permission.PROGRESS_FILL_FOR)


def start(job: PaperJob) -> None:
    """Without harm when the broker is down: beat finds the row when its time runs out."""
    send = partial(run_paper_job.apply_async, (job.pk,), retry=False)
    transaction.on_commit(send, robust=True)


class _PeriodPage(PermissionView):
    permission: Any = FILL

    @cached_property
    def period(self) -> ReportingPeriod:
        rows = ReportingPeriod.objects.owned_by(self.actor).select_related("region")
        return get_object_or_404(rows, pk=self.kwargs["period"])

    @property
    def is_office(self) -> bool:
        return self.actor.role not in OPD_ROLES

    def home(self) -> str:
        if not self.is_office:
            return reverse("progress-mine")
        return f"{reverse('progress-board')}?periode={self.period.pk}"


class PaperScan(DepositsMixin, _PeriodPage, VerbFormView):
    """Forms to print, scans to bring in, and the uploads of before."""

    form_class = ScanForm
    deposit_field = "scans"
    template_name = "focal_points/paper_forms/scan.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = self.period.figures_as_of
        opds = [named_on(opd, day) for opd in opds_for(self.period, self.actor)]
        printed = print_job(self.period, self.actor) if self.is_office else None
        earlier = jobs_of(self.period, self.actor)
        running = [*earlier, *([printed] if printed else [])]
        return super().get_context_data(
            shown_period=self.period,
            opds=opds,
            is_office=self.is_office,
            printed=printed,
            earlier=earlier,
            is_running=any(job.is_running for job in running),
            home=self.home(),
            **{k: v for k, v in kwargs.items() if k != "period"},
        )

    def perform(self, form: ScanForm) -> str:
        uploads = form.cleaned_data["scans"]
        job = actions.take_scans(period=self.period, uploads=uploads, by=self.actor)
        if job.total <= actions.AT_ONCE:
            jobs.run(job.pk, most_seconds=actions.WHILE_WAITING)
        else:
            start(job)
        return reverse("paper-result", args=[job.pk])


class PaperForm(_PeriodPage):
    """One OPD's form, filled with what this reader may see of its report."""

    def get(self, request: HttpRequest, period: int, opd: int) -> HttpResponse:
        row = get_object_or_404(opds_for(self.period, self.actor), pk=opd)
        form = form_for(self.period, row, self.actor)
        code = self.period.semester.code
        name = f"formulir-pug-{form.opd.short_name}-{code}.pdf"
        return attachment(form_pdf(form), name, "pdf")


class PaperPrint(_PeriodPage, VerbButtonView):
    permission = Permission.PROGRESS_FILL_FOR
    done_message = "Formulir semua OPD sedang disusun. Halaman ini memuat hasilnya."

    def perform(self) -> None:
        start(actions.ask_print(period=self.period, by=self.actor))

    def back(self) -> str:
        return reverse("paper-scan", args=[self.period.pk])


class PaperPrinted(_PeriodPage):
    """The forms of all OPD, as they were made."""

    permission = Permission.PROGRESS_FILL_FOR

    def get(self, request: HttpRequest, period: int) -> HttpResponse:
        job = print_job(self.period, self.actor)
        if job is None or job.state != JobState.READY:
            raise Http404
        code = self.period.semester.code
        return attachment(bytes(job.content or b""), f"formulir-pug-{code}.pdf", "pdf")


class PaperResult(PermissionView):
    """What became of the pages of one upload; open ones are assigned here."""

    permission = FILL

    @cached_property
    def job(self) -> PaperJob:
        rows = PaperJob.objects.of(self.actor).filter(kind=Kind.SCAN)
        rows = rows.select_related("period__region").defer("content")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if "dilihat" in request.GET:
            return self._sign()
        return self._page(None)

    def _sign(self) -> HttpResponse:
        """Asked every two seconds while it is worked at."""
        if not self.job.is_running:
            return HttpResponse(headers={"HX-Refresh": "true"})
        if self.request.GET["dilihat"] == str(self.job.percent):
            return HttpResponse(status=204)
        return render(
            self.request, "focal_points/paper_forms/_job.html", {"job": self.job}
        )

    def _page(
        self, form: AssignForm | None, result: Result | None = None, status: int = 200
    ) -> HttpResponse:
        result = result or result_of(self.job)
        touched = [each.progress_id for each in result.reports if each.progress_id]
        readable = Progress.objects.readable_by(self.actor).filter(pk__in=touched)
        context = {
            "job": self.job,
            "result": result,
            "form": form or self._form(result),
            "readable": set(readable.order_by().values_list("pk", flat=True)),
            "no_worker": self.job.is_running and not is_worker_alive(),
            "is_office": can(self.actor, Permission.PROGRESS_FILL_FOR),
        }
        template = "focal_points/paper_forms/result.html"
        return render(self.request, template, context, status=status)

    def _form(self, result: Result, data: Any = None) -> AssignForm:
        opds = opds_for(self.job.period, self.actor) if result.open else ()
        return AssignForm(data, pages=result.open, opds=opds)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        result = result_of(self.job)
        form = self._form(result, request.POST)
        if not form.is_valid():
            return self._page(form, result, 422)
        if not form.chosen():
            form.add_error(None, "Pilih OPD paling sedikit untuk satu halaman.")
            return self._page(form, result, 422)
        try:
            done = actions.assign_pages(
                job=self.job, chosen=form.chosen(), by=self.actor
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
            return self._page(form, result, 422)
        messages.success(request, f"{done.pages} halaman ditetapkan.")
        for sentence in done.refused:
            messages.warning(request, sentence)
        return redirect("paper-result", pk=pk)


class PaperThumb(PermissionView):
    """A page as it came in, small; for who brought it alone."""

    permission = FILL

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        mine = PaperJob.objects.of(self.actor)
        rows = ScanPage.objects.filter(pk=pk, file__job__in=mine)
        thumb = rows.values_list("thumb", flat=True).first()
        if thumb is None:
            raise Http404
        response = HttpResponse(bytes(thumb), content_type="image/jpeg")
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response
