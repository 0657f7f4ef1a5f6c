"""Pages of dispensations: the list, giving, the letter, taking back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from focal_points.periods import dispensation_actions as actions
from focal_points.periods.dispensation_letter import letter_pdf
from focal_points.periods.dispensation_lines import lines_of
from focal_points.periods.dispensation_models import Dispensation
from focal_points.periods.forms import DispenseForm, WithdrawForm
from focal_points.periods.views import OnePeriod
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.files.views import attachment
from pug_portal.regions.choice import chosen_region, regions_offered


class PeriodDispense(OnePeriod):
    form_class = DispenseForm
    template_name = "focal_points/periods/dispense.html"
    done_message = "Dispensasi diberikan. Unduh suratnya di daftar dispensasi."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "period": self.period}

    def perform(self, form: DispenseForm) -> str:
        actions.grant(
            period=self.period,
            opd=form.cleaned_data["opd"],
            until=form.moment(),
            reason=form.cleaned_data["reason"],
            letter_number=form.cleaned_data["letter_number"],
            by=self.actor,
        )
        return reverse("dispensation-list")


class DispensationList(PermissionView, TemplateView):
    permission = Permission.PERIOD_VIEW
    template_name = "focal_points/periods/dispensations.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        lines = lines_of(region)
        is_ours = may_change(self.actor, region)
        return super().get_context_data(
            open_lines=[line for line in lines if line.is_open],
            past_lines=[line for line in lines if not line.is_open],
            shown_region=region,
            regions=regions_offered(self.actor),
            can_edit=is_ours and can(self.actor, Permission.PERIOD_EDIT),
            **kwargs,
        )


class OneDispensation(PermissionView):
    kwargs: dict[str, Any]

    @cached_property
    def dispensation(self) -> Dispensation:
        rows = Dispensation.objects.for_actor(self.actor)
        rows = rows.select_related("period__region", "opd")
        return get_object_or_404(rows, pk=self.kwargs["pk"])


class DispensationLetter(OneDispensation):
    """The OPD it was given to has its own letter too."""

    permission = (Permission.PERIOD_VIEW, Permission.PROGRESS_VIEW)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self.dispensation
        return attachment(letter_pdf(row), f"Surat dispensasi {row}", "pdf")


class DispensationWithdraw(OneDispensation, VerbFormView):
    permission = Permission.PERIOD_EDIT
    form_class = WithdrawForm
    template_name = "focal_points/periods/withdraw_dispensation.html"
    done_message = "Dispensasi dicabut; pengisian terkunci lagi."

    @cached_property
    def dispensation(self) -> Dispensation:
        found = super().dispensation
        require_in(self.actor, found.period.region, Permission.PERIOD_EDIT)
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(dispensation=self.dispensation, **kwargs)

    def perform(self, form: WithdrawForm) -> str:
        actions.withdraw(
            dispensation=self.dispensation,
            reason=form.cleaned_data["reason"],
            by=self.actor,
        )
        return reverse("dispensation-list")
