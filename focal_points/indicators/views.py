"""Pages of the library of indicators."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from focal_points.indicators.actions import add_indicator, change_indicator
from focal_points.indicators.forms import IndicatorFilterForm, IndicatorForm
from focal_points.indicators.models import Indicator
from focal_points.indicators.queries import listed
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.seen_views import SeenFormView
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class IndicatorList(PermissionView, ListView):
    permission = Permission.INDICATOR_VIEW
    template_name = "focal_points/indicators/list.html"
    context_object_name = "indicators"
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Indicator]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        self.filter = IndicatorFilterForm(self.request.GET, region=self.region)
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        owner = chosen.get("opd")
        return listed(
            self.actor,
            self.region,
            words=chosen.get("q", ""),
            owner=owner.pk if owner else None,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_edit = can(self.actor, Permission.INDICATOR_EDIT)
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            filter=self.filter,
            is_filtered=any(self.request.GET.get(name) for name in ("q", "opd")),
            can_add=may_edit and may_change(self.actor, self.region),
            **kwargs,
        )


class IndicatorDetail(ScopedView, DetailView):
    permission = Permission.INDICATOR_VIEW
    model = Indicator
    template_name = "focal_points/indicators/detail.html"
    context_object_name = "indicator"

    def get_queryset(self) -> QuerySet[Indicator]:
        return super().get_queryset().select_related("region", "owner")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row, actor = self.object, self.actor
        is_ours = may_change(actor, row.region)
        documents: Any = row.pprg_documents
        used = []
        if can(actor, Permission.PPRG_VIEW):
            readable = documents.readable_by(actor).select_related("opd")
            used = list(readable.order_by("-year", "pk")[:50])
        return super().get_context_data(
            used=used,
            can_edit=is_ours and can(actor, Permission.INDICATOR_EDIT),
            history=history_of(row) if is_ours else [],
            **kwargs,
        )


class IndicatorAdd(VerbFormView):
    permission = Permission.INDICATOR_EDIT
    form_class = IndicatorForm
    template_name = "focal_points/indicators/form.html"
    done_message = "Indikator dicatat."

    @cached_property
    def region(self) -> Region:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        require_in(self.actor, region, Permission.INDICATOR_EDIT)
        return region

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.region}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(shown_region=self.region, **kwargs)

    def perform(self, form: IndicatorForm) -> str:
        made = add_indicator(region=self.region, by=self.actor, **form.cleaned_data)
        return reverse("indicator-detail", args=[made.pk])


class IndicatorEdit(SeenFormView):
    permission = Permission.INDICATOR_EDIT
    form_class = IndicatorForm
    template_name = "focal_points/indicators/form.html"
    done_message = "Perubahan disimpan."

    @cached_property
    def indicator(self) -> Indicator:
        rows = Indicator.objects.for_actor(self.actor).select_related("region")
        row = get_object_or_404(rows, pk=self.kwargs["pk"])
        require_in(self.actor, row.region, Permission.INDICATOR_EDIT)
        return row

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.indicator.region}

    def get_initial(self) -> dict[str, Any]:
        return IndicatorForm.initial_of(self.indicator)

    def locked_initial(self) -> dict[str, Any]:
        rows = Indicator.objects.select_for_update(of=("self",))
        return IndicatorForm.initial_of(rows.get(pk=self.indicator.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.indicator
        return super().get_context_data(
            indicator=row, shown_region=row.region, **kwargs
        )

    def perform(self, form: IndicatorForm) -> str:
        row = change_indicator(
            indicator=self.indicator, by=self.actor, **form.cleaned_data
        )
        return reverse("indicator-detail", args=[row.pk])
