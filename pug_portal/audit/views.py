"""The region's trail, newest first."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.views.generic import ListView

from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.audit.models import Event, paths_of
from pug_portal.audit.veils import veil, veiled_types

PAGE = 50


class AuditList(PermissionView, ListView):
    """Keyset pages: the trail grows for years and its deep pages stay as fast."""

    permission = Permission.AUDIT_VIEW
    template_name = "audit/list.html"
    context_object_name = "events"

    def get_queryset(self) -> QuerySet[Event]:
        events = Event.objects.for_actor(self.actor)
        if words := self.request.GET.get("q", "").strip():
            # A name that is veiled below must not be found by guessing it either.
            others = ~Q(region_path=self.actor.region.path if self.actor.region else "")
            events = events.exclude(others, object_type__in=veiled_types())
            events = events.filter(object_label__icontains=words)
        before = self.request.GET.get("sebelum", "")
        if before.isdecimal() and len(before) < 18:
            events = events.filter(pk__lt=int(before))
        return events.order_by("-pk")[: PAGE + 1]

    def _is_ours(self, event: Event) -> bool:
        return event.region_path in paths_of(self.actor)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = list(self.object_list)
        more = len(found) > PAGE
        page = found[:PAGE]
        for event in page:
            # The regions below are read by their states, not by the values they write.
            event.is_sealed |= not self._is_ours(event)
        veil(page, self.actor)
        return super().get_context_data(
            page_events=page,
            before=page[-1].pk if more else None,
            q=self.request.GET.get("q", ""),
            **kwargs,
        )
