"""What the views of this slice share: the period of the address, the region looked at."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from prasyarat.evaluation.models import EvaluationPeriod
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView, PermissionView
from pug_portal.regions.models import Region


class RegionOfActor(PermissionView):
    """One's own region: a person without one has nothing to prepare."""

    permission = Permission.EVALUATION_EDIT

    @cached_property
    def own_region(self) -> Region:
        if self.actor.region is None:
            raise Http404
        return self.actor.region


class PeriodOfAddress(OwnedView):
    """A neighbour's period does not exist; one of a region below is not ours to change."""

    permission = Permission.EVALUATION_EDIT

    @cached_property
    def period(self) -> EvaluationPeriod:
        rows = EvaluationPeriod.objects.for_actor(self.actor)
        found = get_object_or_404(
            rows.select_related("region", "instrument"), pk=self.kwargs["pk"]
        )
        self.refuse_other_region(found)
        return found


class ReadPeriod(PermissionView):
    """Read by everybody who reads the scores of that region."""

    permission = Permission.ASSESSMENT_VIEW

    @cached_property
    def period(self) -> EvaluationPeriod:
        rows = EvaluationPeriod.objects.for_actor(self.actor)
        return get_object_or_404(
            rows.select_related("region", "instrument"), pk=self.kwargs["pk"]
        )

    @property
    def may_edit(self) -> bool:
        own = self.actor.region is not None and (
            self.actor.region.pk == self.period.region_id
        )
        return own and can(self.actor, Permission.EVALUATION_EDIT)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc]
            period=self.period, may_edit=self.may_edit, **kwargs
        )
