"""How a page of this slice finds its report: outside the width it does not exist."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from focal_points.progress.models import Progress
from focal_points.progress.ways import Ways
from pug_portal.access.views import PermissionView


class ReportMixin(PermissionView):
    kwargs: dict[str, Any]

    def ways(self, progress: Progress) -> Ways:
        """Where the report's other pages lie for this reader."""
        return Ways(progress)

    def writer(self) -> str:
        """Whose copies and parts these are."""
        return str(self.actor.user_id)

    def rows(self) -> QuerySet[Progress]:
        return Progress.objects.readable_by(self.actor)

    def get_report(self) -> Progress:
        found = (
            self.rows()
            .select_related(
                "opd__region",
                "period__region",
                "submitted_by",
                "verified_by",
                "created_by",
                "carried_from",
            )
            .filter(pk=self.kwargs["pk"])
            # The usual order joins the regions of period and OPD, for one row.
            .order_by("pk")
            .first()
        )
        if found is None:
            raise Http404
        return found


class WritableMixin(ReportMixin):
    """Reports this actor may type into, in whatever state."""

    def rows(self) -> QuerySet[Progress]:
        return Progress.objects.writable_by(self.actor)
