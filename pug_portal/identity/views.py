"""Pages of a region's settings."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView

from pug_portal.access.checks import require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import Role
from pug_portal.access.views import PermissionView
from pug_portal.audit.queries import history_of
from pug_portal.identity.actions import change_settings
from pug_portal.identity.forms import SettingsForm
from pug_portal.regions.models import Level, Region


class RegionList(PermissionView, ListView):
    """The administrator's list; who may change one region alone lands on its settings."""

    permission = Permission.REGION_EDIT
    template_name = "identity/list.html"
    paginate_by = 50

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        own = self.actor.region
        if own is not None and self.actor.role != Role.ADMINISTRATOR:
            return redirect("region-settings", code=own.code)
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Region]:
        rows = Region.objects.for_actor(self.actor).select_related("parent")
        if self.request.GET.get("pakai"):
            rows = rows.filter(uses_portal=True)
        if words := self.request.GET.get("q", "").strip():
            rows = rows.filter(Q(name__icontains=words) | Q(code__startswith=words))
        return rows.order_by("path")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            q=self.request.GET.get("q", "").strip()[:80],
            only_used=bool(self.request.GET.get("pakai")),
            **kwargs,
        )


class RegionSettings(VerbFormView):
    permission = Permission.REGION_EDIT
    form_class = SettingsForm
    template_name = "identity/settings.html"
    done_message = "Pengaturan daerah tersimpan."

    @cached_property
    def shown(self) -> Region:
        width = Region.objects.for_actor(self.actor)
        region = get_object_or_404(width, code=self.kwargs["code"])
        require_in(self.actor, region, Permission.REGION_EDIT)
        return region

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "region": self.shown,
            "for_administrator": self.actor.role == Role.ADMINISTRATOR,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            shown=self.shown,
            may_move=self._may_move(),
            has_list=self.actor.role == Role.ADMINISTRATOR,
            history=history_of(self.shown),
            **kwargs,
        )

    def _may_move(self) -> bool:
        """The administrator of the nation knows both provinces."""
        own, is_admin = self.actor.region, self.actor.role == Role.ADMINISTRATOR
        is_national = own is not None and own.level == Level.NATION
        return is_admin and is_national and not self.shown.has_children

    def perform(self, form: SettingsForm) -> str:
        change_settings(region=self.shown, by=self.actor, **form.cleaned_data)
        return reverse("region-settings", args=[self.shown.code])
