"""How a page of this slice finds its document: outside the width it does not exist."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from focal_points.pprg.models import PprgDocument
from focal_points.pprg.team import why_not_review
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView


class DocumentMixin(PermissionView):
    permission: Permission | tuple[Permission, ...] | None = Permission.PPRG_VIEW
    kwargs: dict[str, Any]

    def rows(self) -> QuerySet[PprgDocument]:
        return PprgDocument.objects.readable_by(self.actor)

    def get_document(self) -> PprgDocument:
        found = (
            self.rows()
            .select_related("opd__region", "source__source", "approved_by")
            .filter(pk=self.kwargs["pk"])
            .first()
        )
        if found is None:
            raise Http404
        return found


class FillMixin(DocumentMixin):
    """Documents of one's own OPD."""

    permission = Permission.PPRG_FILL

    def rows(self) -> QuerySet[PprgDocument]:
        return PprgDocument.objects.owned_by(self.actor)


class ReviewMixin(DocumentMixin):
    """Documents this actor may judge: 403 with the reason otherwise."""

    permission = Permission.PPRG_REVIEW

    def rows(self) -> QuerySet[PprgDocument]:
        return super().rows().filter(opd__region=self.actor.region)

    def get_document(self) -> PprgDocument:
        found = super().get_document()
        if reason := why_not_review(found, self.actor):
            raise PermissionDenied(reason)
        return found
