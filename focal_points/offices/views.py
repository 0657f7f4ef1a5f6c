"""Pages of the register of office holders."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from focal_points.offices.actions import (
    add_office,
    change_holder,
    change_office,
    record_holder,
)
from focal_points.offices.forms import HolderForm, OfficeFilterForm, OfficeForm
from focal_points.offices.models import Office, OfficeHolder
from focal_points.offices.queries import office_list
from focal_points.opd.models import Opd
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.models import Event
from pug_portal.audit.queries import history_of, history_of_rows
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class OfficeList(PermissionView, ListView):
    permission = Permission.OFFICE_VIEW
    template_name = "focal_points/offices/list.html"

    def get_queryset(self) -> QuerySet[Office]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        self.filter = OfficeFilterForm(self.request.GET.dict())
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        return office_list(
            self.actor,
            region=self.region,
            words=chosen.get("q", ""),
            kind=chosen.get("jenis", ""),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = today()
        rows = [(office, office.holder_on(day)) for office in self.object_list]
        is_ours = may_change(self.actor, self.region)
        return super().get_context_data(
            rows=rows,
            vacant_count=sum(holder is None for _, holder in rows),
            shown_region=self.region,
            regions=regions_offered(self.actor),
            filter=self.filter,
            is_filtered=any(self.request.GET.get(name) for name in ("q", "jenis")),
            can_edit=is_ours and can(self.actor, Permission.OFFICE_EDIT),
            **kwargs,
        )


def _history(office: Office, limit: int = 30) -> list[Event]:
    """The office itself and everyone who held it: a mutasi is told on the page of the office."""
    told = [*history_of(office), *history_of_rows(office.holders.all())]
    return sorted(told, key=lambda event: event.pk, reverse=True)[:limit]


class OfficeDetail(ScopedView, DetailView):
    permission = Permission.OFFICE_VIEW
    model = Office
    template_name = "focal_points/offices/detail.html"
    context_object_name = "office"

    def get_queryset(self) -> QuerySet[Office]:
        rows = super().get_queryset().select_related("region", "opd")
        return rows.prefetch_related("holders")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        office, day = self.object, today()
        is_ours = may_change(self.actor, office.region)
        return super().get_context_data(
            holder=office.holder_on(day),
            holders=[(each, each.holds_on(day)) for each in office.holders.all()],
            can_edit=is_ours and can(self.actor, Permission.OFFICE_EDIT),
            history=_history(office) if is_ours else [],
            **kwargs,
        )


class OfficeAdd(VerbFormView):
    permission = Permission.OFFICE_EDIT
    form_class = OfficeForm
    template_name = "focal_points/offices/form.html"
    done_message = "Jabatan ditambahkan. Catat siapa yang menjabat."

    @cached_property
    def region(self) -> Region:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        require_in(self.actor, region, Permission.OFFICE_EDIT)
        return region

    def get_initial(self) -> dict[str, Any]:
        opds = Opd.objects.filter(region=self.region)
        chosen = self.request.GET.get("opd", "")
        opd = opds.filter(pk=chosen).first() if chosen.isdecimal() else None
        if opd is None:
            return {}
        title = f"Kepala {opd.short_name}"
        return {"opd": opd, "kind": Office.Kind.HEAD_OF_OPD, "title": title}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.region}

    def perform(self, form: OfficeForm) -> str:
        office = add_office(region=self.region, by=self.actor, **form.cleaned_data)
        return reverse("office-detail", args=[office.pk])


class OneOffice(VerbFormView):
    """The office of the address: 404 outside the width, 403 outside the own region."""

    permission = Permission.OFFICE_EDIT

    @cached_property
    def office(self) -> Office:
        rows = Office.objects.for_actor(self.actor).select_related("region", "opd")
        office = get_object_or_404(rows, pk=self.kwargs["pk"])
        require_in(self.actor, office.region, Permission.OFFICE_EDIT)
        return office


class OfficeEdit(OneOffice):
    form_class = OfficeForm
    template_name = "focal_points/offices/form.html"
    done_message = "Perubahan disimpan."

    def get_initial(self) -> dict[str, Any]:
        office = self.office
        return {"title": office.title, "kind": office.kind, "opd": office.opd}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.office.region}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(office=self.office, **kwargs)

    def perform(self, form: OfficeForm) -> str:
        change_office(office=self.office, by=self.actor, **form.cleaned_data)
        return reverse("office-detail", args=[self.office.pk])


class HolderRecord(OneOffice):
    form_class = HolderForm
    template_name = "focal_points/offices/holder_form.html"
    done_message = "Mutasi dicatat."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        current = self.office.holder_on(today())
        return super().get_context_data(office=self.office, current=current, **kwargs)

    def perform(self, form: HolderForm) -> str:
        record_holder(office=self.office, by=self.actor, **form.cleaned_data)
        return reverse("office-detail", args=[self.office.pk])


class HolderEdit(VerbFormView):
    permission = Permission.OFFICE_EDIT
    form_class = HolderForm
    template_name = "focal_points/offices/holder_form.html"
    done_message = "Data pejabat diperbaiki."

    @cached_property
    def holder(self) -> OfficeHolder:
        rows = OfficeHolder.objects.for_actor(self.actor)
        holder = get_object_or_404(
            rows.select_related("office__region"), pk=self.kwargs["pk"]
        )
        require_in(self.actor, holder.office.region, Permission.OFFICE_EDIT)
        return holder

    def get_initial(self) -> dict[str, Any]:
        return HolderForm.initial_of(self.holder)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            office=self.holder.office, holder=self.holder, **kwargs
        )

    def perform(self, form: HolderForm) -> str:
        change_holder(holder=self.holder, by=self.actor, **form.cleaned_data)
        return reverse("office-detail", args=[self.holder.office_id])
