"""Pages of the OPD list."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from focal_points.opd.actions import add_opd, change_opd
from focal_points.opd.forms import OpdFilterForm, OpdForm
from focal_points.opd.models import Opd
from focal_points.opd.names import borne, coming_day
from focal_points.opd.queries import Standing, active_on, opd_list
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class OpdList(PermissionView, ListView):
    permission = Permission.OPD_VIEW
    template_name = "focal_points/opd/list.html"
    context_object_name = "opds"

    def get_queryset(self) -> QuerySet[Opd]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        self.filter = OpdFilterForm(
            {"status": Standing.ACTIVE.value, **self.request.GET.dict()}
        )
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        return opd_list(
            self.actor,
            region=self.region,
            day=today(),
            words=chosen.get("q", ""),
            tag=chosen.get("tugas", ""),
            standing=chosen.get("status") or Standing.ACTIVE,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_edit = can(self.actor, Permission.OPD_EDIT)
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            filter=self.filter,
            is_filtered=any(self.request.GET.get(k) for k in ("q", "tugas", "status")),
            advised=self.region.focal_points_advised,
            reporting_count=active_on(self.region, today()).count(),
            can_add=may_edit and may_change(self.actor, self.region),
            can_see_people=can(self.actor, Permission.APPOINTMENT_VIEW),
            **kwargs,
        )


class OpdDetail(ScopedView, DetailView):
    permission = Permission.OPD_VIEW
    model = Opd
    template_name = "focal_points/opd/detail.html"
    context_object_name = "opd"

    def get_queryset(self) -> QuerySet[Opd]:
        return super().get_queryset().select_related("region", "heir")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opd, day, actor = self.object, today(), self.actor
        is_ours = may_change(actor, opd.region)
        offices = opd.offices.prefetch_related("holders").order_by("kind", "title")
        return super().get_context_data(
            appointments=opd.appointments.for_actor(actor).valid_on(day),
            offices=[(office, office.holder_on(day)) for office in offices],
            exists_today=opd.exists_on(day),
            former_names=borne(opd),
            coming_day=coming_day(opd),
            can_edit=is_ours and can(actor, Permission.OPD_EDIT),
            can_appoint=is_ours and can(actor, Permission.APPOINTMENT_EDIT),
            can_edit_offices=is_ours and can(actor, Permission.OFFICE_EDIT),
            shows_people=can(actor, Permission.APPOINTMENT_VIEW),
            shows_offices=can(actor, Permission.OFFICE_VIEW),
            history=history_of(opd) if is_ours else [],
            **kwargs,
        )


class OpdAdd(VerbFormView):
    permission = Permission.OPD_EDIT
    form_class = OpdForm
    template_name = "focal_points/opd/form.html"
    done_message = "OPD ditambahkan."

    @cached_property
    def region(self) -> Region:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        require_in(self.actor, region, Permission.OPD_EDIT)
        return region

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(shown_region=self.region, **kwargs)

    def perform(self, form: OpdForm) -> str:
        opd = add_opd(region=self.region, by=self.actor, **form.cleaned_data)
        return reverse("opd-detail", args=[opd.pk])


class OpdEdit(VerbFormView):
    permission = Permission.OPD_EDIT
    form_class = OpdForm
    template_name = "focal_points/opd/form.html"
    done_message = "Perubahan disimpan."

    @cached_property
    def opd(self) -> Opd:
        rows = Opd.objects.for_actor(self.actor).select_related("region")
        opd = get_object_or_404(rows, pk=self.kwargs["pk"])
        require_in(self.actor, opd.region, Permission.OPD_EDIT)
        return opd

    def get_initial(self) -> dict[str, Any]:
        return OpdForm.initial_of(self.opd)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opd = self.opd
        return super().get_context_data(opd=opd, shown_region=opd.region, **kwargs)

    def perform(self, form: OpdForm) -> str:
        opd = change_opd(opd=self.opd, by=self.actor, **form.cleaned_data)
        return reverse("opd-detail", args=[opd.pk])
