"""Pages of reporting periods."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from focal_points.periods import actions, queries
from focal_points.periods.calendar import default_dates
from focal_points.periods.dispensation_lines import lines_of
from focal_points.periods.forms import ChangeForm, ExemptForm, OpenForm
from focal_points.periods.models import Exemption, ReportingPeriod
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES, Semester
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class PeriodList(PermissionView, ListView):
    permission = Permission.PERIOD_VIEW
    template_name = "focal_points/periods/list.html"

    def get_queryset(self) -> QuerySet[ReportingPeriod]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        return queries.period_list(self.actor, self.region)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = today()
        is_ours = may_change(self.actor, self.region)
        return super().get_context_data(
            rows=[queries.as_row(period, day) for period in self.object_list],
            next_semester=queries.next_semester(self.region, day),
            earlier_semester=queries.earlier_semester(self.region),
            shown_region=self.region,
            regions=regions_offered(self.actor),
            can_edit=is_ours and can(self.actor, Permission.PERIOD_EDIT),
            **kwargs,
        )


class PeriodDetail(ScopedView, DetailView):
    permission = Permission.PERIOD_VIEW
    model = ReportingPeriod
    template_name = "focal_points/periods/detail.html"
    context_object_name = "period"

    def get_queryset(self) -> QuerySet[ReportingPeriod]:
        return super().get_queryset().select_related("region")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        period = self.object
        is_ours = may_change(self.actor, period.region)
        return super().get_context_data(
            row=queries.as_row(period, today()),
            expected_count=queries.expected_opds(period).count(),
            exemptions=period.exemptions.select_related("opd", "decided_by").order_by(
                "opd__name"
            ),
            dispensations=lines_of(period.region, period=period),
            is_locked=today(ZONES[period.region.zone]) > period.locks_on,
            can_edit=is_ours and can(self.actor, Permission.PERIOD_EDIT),
            history=history_of(period),
            **kwargs,
        )


class PeriodOpen(VerbFormView):
    permission = Permission.PERIOD_EDIT
    form_class = OpenForm
    template_name = "focal_points/periods/open.html"
    done_message = "Periode dibuka."

    @property
    def region(self) -> Region:
        # Permission was checked in dispatch, so there is a hat and with it a region.
        if self.actor.region is None:
            raise PermissionDenied
        return self.actor.region

    def get_initial(self) -> dict[str, Any]:
        semester = queries.next_semester(self.region, today())
        return {
            "year": semester.year,
            "half": semester.half,
            **default_dates(semester),
        }

    def perform(self, form: OpenForm) -> str:
        period = actions.open_period(
            region=self.region, by=self.actor, **form.cleaned_data
        )
        return reverse("period-detail", args=[period.pk])


class OpenOneClick(PermissionView):
    """The one button; `semester()` says which one it opens."""

    permission = Permission.PERIOD_EDIT

    def semester(self, region: Region) -> Semester | None:
        raise NotImplementedError

    def post(self, request: HttpRequest) -> HttpResponse:
        region = chosen_region(self.actor, None)
        semester = self.semester(region)
        # What the button said. A second click must not open yet another semester.
        promised = request.POST.get("semester", "")
        if semester is None or promised != semester.code:
            messages.info(request, "Daftar periode sudah berubah. Periksa daftar ini.")
            return redirect("period-list")
        try:
            period = actions.open_with_defaults(
                region=region, semester=semester, by=self.actor
            )
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("period-list")
        messages.success(request, f"Periode {period} dibuka.")
        return redirect("period-detail", pk=period.pk)


class PeriodOpenNext(OpenOneClick):
    def semester(self, region: Region) -> Semester:
        return queries.next_semester(region, today())


class PeriodOpenEarlier(OpenOneClick):
    def semester(self, region: Region) -> Semester | None:
        return queries.earlier_semester(region)


class OnePeriod(VerbFormView):
    """A verb on the period of the address: 404 outside the width, 403 elsewhere."""

    permission = Permission.PERIOD_EDIT

    @cached_property
    def period(self) -> ReportingPeriod:
        rows = ReportingPeriod.objects.for_actor(self.actor).select_related("region")
        period = get_object_or_404(rows, pk=self.kwargs["pk"])
        require_in(self.actor, period.region, Permission.PERIOD_EDIT)
        return period

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(period=self.period, **kwargs)


class PeriodChange(OnePeriod):
    form_class = ChangeForm
    template_name = "focal_points/periods/change.html"
    done_message = "Tanggal periode diubah."

    def get_initial(self) -> dict[str, Any]:
        return ChangeForm.initial_of(self.period)

    def perform(self, form: ChangeForm) -> str:
        period = actions.change_period(
            period=self.period, by=self.actor, **form.cleaned_data
        )
        return reverse("period-detail", args=[period.pk])


class PeriodExempt(OnePeriod):
    form_class = ExemptForm
    template_name = "focal_points/periods/exempt.html"
    done_message = "OPD dicatat tidak wajib melapor pada periode ini."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "period": self.period}

    def perform(self, form: ExemptForm) -> str:
        actions.exempt(period=self.period, by=self.actor, **form.cleaned_data)
        return reverse("period-detail", args=[self.period.pk])


class ExemptionUndo(PermissionView):
    """GET shows what changes, POST does it."""

    permission = Permission.PERIOD_EDIT

    @cached_property
    def exemption(self) -> Exemption:
        rows = Exemption.objects.for_actor(self.actor)
        rows = rows.select_related("period__region", "opd")
        exemption = get_object_or_404(rows, pk=self.kwargs["pk"])
        require_in(self.actor, exemption.period.region, Permission.PERIOD_EDIT)
        return exemption

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return render(
            request,
            "focal_points/periods/undo_exemption.html",
            {"exemption": self.exemption, "period": self.exemption.period},
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        exemption = self.exemption
        actions.undo_exemption(exemption=exemption, by=self.actor)
        messages.success(
            request, f"{exemption.called_opd.short_name} wajib melapor lagi."
        )
        return redirect("period-detail", pk=exemption.period_id)
