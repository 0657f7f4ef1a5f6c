"""The plan: reading it, its lines, and the annex in print."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.pages import opd_or_404
from prasyarat.instruments.models import Indicator
from prasyarat.next_steps import plan_actions, programme
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.opd_plan import outlooks_for
from prasyarat.next_steps.pages import OutlookPage, opd_outlook
from prasyarat.next_steps.plan import Plan, actions_of, plan_of
from prasyarat.next_steps.plan_forms import ActionForm, people_of
from prasyarat.next_steps.printing import file_name, plan_pdf
from prasyarat.next_steps.reading import Line, Outlook, lines_of
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import OwnedView

PLAN = "gap-plan"


class PlanPage(OutlookPage):
    @cached_property
    def plan(self) -> Plan:
        rows = self.shown(actions_of(self.scored_region))
        return plan_of(self.seen, rows, outlooks_for(self.seen, rows, self.actor))

    def shown(self, rows: list[GapAction]) -> list[GapAction]:
        """An OPD reads the region's lines and its own; never those of another OPD."""
        if self.actor.role not in OPD_ROLES:
            return rows
        mine = opd_ids_of(self.actor)
        return [row for row in rows if row.of_opd_id in (None, *mine)]


class GapPlan(PlanPage, TemplateView):
    template_name = "prasyarat/next_steps/plan.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            plan=self.plan, may_plan=self.may_plan, **kwargs
        )


class GapPlanPdf(PlanPage):
    def get(self, request: HttpRequest) -> HttpResponse:
        response = HttpResponse(plan_pdf(self.plan), content_type="application/pdf")
        name = file_name(self.plan)
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response


class GapActionAdd(OutlookPage, VerbFormView):
    """Begins with the words of the step and with whom it names."""

    permission = Permission.GAP_PLAN_EDIT
    form_class = ActionForm
    template_name = "prasyarat/next_steps/action.html"
    done_message = "Langkah masuk rencana aksi."

    @cached_property
    def indicator(self) -> Indicator:
        found = self.seen.indicators.get(self.kwargs["kode"])
        if found is None or not self.is_own or not self.is_asked(found):
            raise Http404
        return found

    def is_asked(self, indicator: Indicator) -> bool:
        return True

    @cached_property
    def line(self) -> Line | None:
        code = self.indicator.code
        return next((x for x in lines_of(self.seen) if x.indicator.code == code), None)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "region": self.scored_region,
            "lines": programme.lines_offered(self.scored_region),
        }

    def get_initial(self) -> dict[str, Any]:
        if self.line is None:
            return {}
        return {"step": self.line.in_short, "owner": self.indicator.responsible}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(indicator=self.indicator, **kwargs)

    def perform(self, form: ActionForm) -> str:
        plan_actions.add_action(
            region=self.scored_region,
            indicator=self.indicator,
            by=self.actor,
            **form.facts(),
        )
        return reverse(PLAN)


class OpdGapActionAdd(GapActionAdd):
    """From a step of one OPD: first offered to it, with its focal points by name."""

    @cached_property
    def of_opd(self) -> Opd:
        return opd_or_404(self, self.kwargs["pk"])

    @cached_property
    def seen(self) -> Outlook:
        return opd_outlook(self, self.of_opd)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "people": people_of(self.of_opd)}

    def get_initial(self) -> dict[str, Any]:
        step = self.line.in_short if self.line else ""
        return {"step": step, "opd": self.of_opd.pk}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(of_opd=self.of_opd, **kwargs)

    def is_asked(self, indicator: Indicator) -> bool:
        return "O" in indicator.levels

    def perform(self, form: ActionForm) -> str:
        plan_actions.add_action(
            region=self.scored_region,
            indicator=self.indicator,
            of_opd=self.of_opd,
            by=self.actor,
            **form.facts(),
        )
        return reverse(PLAN)


class _OwnAction(OwnedView):
    permission = Permission.GAP_PLAN_EDIT

    @cached_property
    def action(self) -> GapAction:
        rows = GapAction.objects.for_actor(self.actor)
        found = get_object_or_404(
            rows.select_related("region", "indicator", "opd", "of_opd"),
            pk=self.kwargs["pk"],
        )
        self.refuse_other_region(found)
        return found


class GapActionChange(_OwnAction, VerbFormView):
    form_class = ActionForm
    template_name = "prasyarat/next_steps/action_change.html"
    done_message = "Rencana aksi diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        region = self.action.region
        return {
            **super().get_form_kwargs(),
            "region": region,
            "lines": programme.lines_offered(region),
            "people": people_of(self.action.of_opd) if self.action.of_opd else (),
        }

    def get_initial(self) -> dict[str, Any]:
        row = self.action
        return {
            "step": row.step,
            "opd": row.opd_id,
            "owner": row.owner,
            "due_on": row.due_on,
            "programme_line": row.programme_line,
            "seen": row.revision,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(action=self.action, **kwargs)

    def perform(self, form: ActionForm) -> str:
        plan_actions.change_action(
            action=self.action,
            seen=form.cleaned_data["seen"],
            by=self.actor,
            **form.facts(),
        )
        return reverse(PLAN)


class GapActionRemove(_OwnAction, VerbButtonView):
    done_message = "Langkah dihapus dari rencana aksi."

    def perform(self) -> None:
        plan_actions.remove_action(action=self.action, by=self.actor)

    def back(self) -> str:
        return reverse(PLAN)
