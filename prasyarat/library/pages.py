"""What the pages of the library share."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.evidence.rights import require_change
from prasyarat.instruments.models import Prerequisite
from prasyarat.instruments.use import current_instrument
from prasyarat.library.queries import documents, readable_versions
from pug_portal.access.actor import Actor
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.regions.choice import chosen_region
from pug_portal.regions.models import Region


def prerequisites(region: Region | None) -> list[Prerequisite]:
    instrument = current_instrument(region)
    if instrument is None:
        return []
    rows = instrument.prerequisites.prefetch_related("indicators").order_by("order")
    return list(rows)


def own_opds(actor: Actor) -> list[Opd]:
    """For whom OPD people upload; the desk uploads for the region."""
    if actor.role not in OPD_ROLES:
        return []
    return list(Opd.objects.filter(pk__in=opd_ids_of(actor)).order_by("name"))


class LibraryPage(PermissionView):
    permission: Permission | tuple[Permission, ...] | None = Permission.ASSESSMENT_VIEW

    @cached_property
    def shown_region(self) -> Region:
        return chosen_region(self.actor, self.request.GET.get("daerah"))


class DocumentPage(PermissionView):
    """Outside of what the reader may read it is not there: 404."""

    permission: Permission | tuple[Permission, ...] | None = Permission.ASSESSMENT_VIEW

    @cached_property
    def document(self) -> EvidenceDocument:
        if self.actor.region is None:
            raise Http404
        rows = EvidenceDocument.objects.for_actor(self.actor).select_related("region")
        region = get_object_or_404(rows, pk=self.kwargs["pk"]).region
        return get_object_or_404(documents(self.actor, region), pk=self.kwargs["pk"])

    @cached_property
    def versions(self) -> list[EvidenceVersion]:
        rows = readable_versions(self.actor, self.document.region)
        return list(
            rows.filter(document=self.document)
            .select_related("file", "added_by")
            .order_by("-number")
        )

    @property
    def back(self) -> str:
        return reverse("evidence-detail", kwargs={"pk": self.kwargs["pk"]})


class DocumentForm(DocumentPage, VerbFormView):
    """A change of one document, by the side that keeps it."""

    permission = Permission.ANSWER_FILL

    def get_form_kwargs(self) -> dict[str, Any]:
        require_change(self.document, self.actor)
        return super().get_form_kwargs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            document=self.document, back=self.back, **kwargs
        )
