"""Anybody may read what a sekretariat has switched on; nothing else is to be found."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, ListView

from pokja.releases.models import Release

PAGE = 20


@method_decorator([login_not_required, never_cache], name="dispatch")
class ReleaseList(ListView):
    """Open to the public; `?daerah=33.16` is one region."""

    is_public = True
    template_name = "pokja/releases/list.html"
    context_object_name = "releases"
    paginate_by = PAGE

    def get_queryset(self) -> QuerySet[Release]:
        rows = Release.objects.in_public().select_related("meeting__region")
        if code := self.request.GET.get("daerah", "")[:5]:
            rows = rows.filter(meeting__region__code=code)
        return rows.order_by("-meeting__starts_at", "-pk")


@method_decorator([login_not_required, never_cache], name="dispatch")
class ReleasePage(DetailView):
    """Open to the public. Switched off it is not there, and no cache still has it."""

    is_public = True
    template_name = "pokja/releases/page.html"
    context_object_name = "release"
    slug_field = slug_url_kwarg = "code"
    object: Release

    def get_queryset(self) -> QuerySet[Release]:
        return Release.objects.in_public().select_related("meeting__region")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = self.object.meeting.region
        return super().get_context_data(region=region, **kwargs)
