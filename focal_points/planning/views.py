"""Pages of the planning calendar."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, TemplateView

from focal_points.planning import actions, queries
from focal_points.planning.forms import (
    DecisionForm,
    MusrenbangForm,
    ProposalForm,
    StageForm,
)
from focal_points.planning.hanging import hung_on
from focal_points.planning.models import GenderProposal, Musrenbang, Stage
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.seen_views import SeenFormView
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class PlanningCalendar(PermissionView, TemplateView):
    permission = Permission.PLANNING_VIEW
    template_name = "focal_points/planning/calendar.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        day = today(ZONES[region.zone])
        year = _year(self.request.GET.get("anggaran"), day.year + 1)
        return super().get_context_data(
            rows=queries.calendar_of(region, year, day, self.actor),
            year=year,
            years=queries.years_of(region, year, day),
            shown_region=region,
            regions=regions_offered(self.actor),
            is_opd=self.actor.role in OPD_ROLES,
            sees_boards=can(self.actor, Permission.CAMPAIGN_VIEW),
            can_edit=may_change(self.actor, region)
            and can(self.actor, Permission.PLANNING_EDIT),
            **kwargs,
        )


class PlanningFill(PermissionView):
    """The one button: every stage the year lacks, on its usual dates."""

    permission = Permission.PLANNING_EDIT

    def post(self, request: HttpRequest) -> HttpResponse:
        region = chosen_region(self.actor, None)
        year = _year(request.POST.get("anggaran"), 0)
        try:
            made = actions.fill_calendar(region=region, budget_year=year, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("planning-calendar")
        told = f"{len(made)} tahap anggaran {year} dijadwalkan pada tanggal yang lazim."
        messages.success(request, told)
        return redirect(reverse("planning-calendar") + f"?anggaran={year}")


class PlanningStage(ScopedView, DetailView):
    permission = Permission.PLANNING_VIEW
    model = Stage
    template_name = "focal_points/planning/stage.html"
    context_object_name = "stage"

    def get_queryset(self) -> QuerySet[Stage]:
        return super().get_queryset().select_related("region")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stage = self.object
        held = queries.held_in(stage) if stage.is_musrenbang else []
        when = stage.when_on(today(ZONES[stage.region.zone]))
        return super().get_context_data(
            row=queries.StageRow(stage, when),
            hung=hung_on([stage], self.actor)[stage.pk],
            held=held,
            attendance=queries.attendance_of(held),
            proposals=queries.proposals_of(stage) if held else [],
            history=history_of(stage),
            can_edit=may_change(self.actor, stage.region)
            and can(self.actor, Permission.PLANNING_EDIT),
            can_hang=may_change(self.actor, stage.region)
            and can(self.actor, Permission.CAMPAIGN_EDIT),
            **kwargs,
        )


class _OneRow(VerbFormView):
    """A verb on the row of the address: 404 outside the width, 403 elsewhere."""

    permission = Permission.PLANNING_EDIT
    kwargs: dict[str, Any]

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def region_of(self, row: Any) -> Region:
        raise NotImplementedError

    @cached_property
    def row(self) -> Any:
        found = get_object_or_404(self.rows(), pk=self.kwargs["pk"])
        require_in(self.actor, self.region_of(found), Permission.PLANNING_EDIT)
        return found


class _OfStage(_OneRow):
    def rows(self) -> QuerySet[Stage]:
        return Stage.objects.for_actor(self.actor).select_related("region")

    def region_of(self, row: Stage) -> Region:
        return row.region

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(stage=self.row, **kwargs)


class _Change(SeenFormView):
    """A row that exists: what somebody saved meanwhile is shown, not overwritten."""

    row: Any

    def initial_of(self, row: Any) -> dict[str, Any]:
        raise NotImplementedError

    def get_initial(self) -> dict[str, Any]:
        return self.initial_of(self.row)

    def locked_initial(self) -> dict[str, Any]:
        rows = type(self.row).objects.select_for_update(of=("self",))
        return self.initial_of(get_object_or_404(rows, pk=self.row.pk))


class PlanningStageChange(_Change, _OfStage):
    form_class = StageForm
    template_name = "focal_points/planning/change.html"
    done_message = "Jadwal tahap diubah."

    def initial_of(self, row: Stage) -> dict[str, Any]:
        return StageForm.initial_of(row)

    def perform(self, form: StageForm) -> str:
        actions.change_stage(stage=self.row, by=self.actor, **form.cleaned_data)
        return reverse("planning-stage", args=[self.row.pk])


class MusrenbangAdd(_OfStage):
    form_class = MusrenbangForm
    template_name = "focal_points/planning/musrenbang.html"
    done_message = "Pelaksanaan dan kehadiran dicatat."

    def perform(self, form: MusrenbangForm) -> str:
        actions.record_musrenbang(stage=self.row, by=self.actor, **form.cleaned_data)
        return reverse("planning-stage", args=[self.row.pk])


class _OfMusrenbang(_OneRow):
    def rows(self) -> QuerySet[Musrenbang]:
        return Musrenbang.objects.for_actor(self.actor).select_related("stage__region")

    def region_of(self, row: Musrenbang) -> Region:
        return row.stage.region

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            musrenbang=self.row, stage=self.row.stage, **kwargs
        )


class MusrenbangChange(_Change, _OfMusrenbang):
    form_class = MusrenbangForm
    template_name = "focal_points/planning/musrenbang.html"
    done_message = "Catatan diubah."

    def initial_of(self, row: Musrenbang) -> dict[str, Any]:
        return {name: getattr(row, name) for name in MusrenbangForm.base_fields}

    def perform(self, form: MusrenbangForm) -> str:
        actions.change_musrenbang(
            musrenbang=self.row, by=self.actor, **form.cleaned_data
        )
        return reverse("planning-stage", args=[self.row.stage_id])


class ProposalAdd(_OfMusrenbang):
    form_class = ProposalForm
    template_name = "focal_points/planning/proposal.html"
    done_message = "Usulan dicatat."

    def perform(self, form: ProposalForm) -> str:
        actions.add_proposal(musrenbang=self.row, by=self.actor, **form.cleaned_data)
        return reverse("planning-stage", args=[self.row.stage_id])


class ProposalChange(_Change, _OneRow):
    form_class = DecisionForm
    template_name = "focal_points/planning/proposal.html"
    done_message = "Usulan diperbarui."

    def rows(self) -> QuerySet[GenderProposal]:
        rows = GenderProposal.objects.for_actor(self.actor)
        return rows.select_related("musrenbang__stage__region")

    def region_of(self, row: GenderProposal) -> Region:
        return row.musrenbang.stage.region

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "proposal": self.row}

    def initial_of(self, row: GenderProposal) -> dict[str, Any]:
        return DecisionForm.initial_of(row)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        held = self.row.musrenbang
        return super().get_context_data(
            proposal=self.row, musrenbang=held, stage=held.stage, **kwargs
        )

    def perform(self, form: DecisionForm) -> str:
        actions.change_proposal(proposal=self.row, by=self.actor, **form.cleaned_data)
        return reverse("planning-stage", args=[self.row.musrenbang.stage_id])


def _year(asked: str | None, usual: int) -> int:
    """A budget year from the address; what is none becomes the usual one."""
    is_year = asked is not None and asked.isdecimal() and len(asked) == 4
    return int(asked) if asked and is_year else usual
