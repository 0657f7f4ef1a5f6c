"""«Kutipan»: what a finished report says of one OPD, for its people and the two desks."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from pokja.reports.content import CONTENT_VERSION, ReportContent, from_json
from pokja.reports.extract import extract_of, render
from pokja.reports.models import PUBLISHED, JobState, PokjaReport
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.access.views import PermissionView
from pug_portal.lib.paths import display_name

DESKS = (Role.SEKRETARIAT, Role.BAPPEDA)
MOST_REPORTS = 12


@dataclass(frozen=True)
class Part:
    report: PokjaReport
    opd: Opd


class ExtractMixin(PermissionView):
    permission = Permission.PROGRESS_VIEW

    def reports(self) -> QuerySet[PokjaReport]:
        """Finished ones of the own region; to an OPD only what is settled."""
        if self.actor.role not in (*DESKS, *OPD_ROLES):
            raise PermissionDenied(
                "Kutipan laporan Pokja diunduh OPD itu, sekretariat, dan Bappeda."
            )
        rows = PokjaReport.objects.filter(
            region=self.actor.region,
            job_state=JobState.READY,
            same_as=None,
            content__version=CONTENT_VERSION,
        )
        if self.actor.role in OPD_ROLES:
            rows = rows.filter(state__in=PUBLISHED)
        return rows.order_by("-year", "-half", "-edition")


class ExtractList(ExtractMixin, TemplateView):
    """The OPD's own parts of the latest reports."""

    template_name = "pokja/reports/extracts.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reports = self.reports().defer("content", "inputs")[:MOST_REPORTS]
        opds = list(opds_of(self.actor).order_by("name")) if self.is_of_opd else []
        return super().get_context_data(
            reports=list(reports),
            parts=[Part(report, opd) for report in reports for opd in opds],
            has_many=len(opds) > 1,
            **kwargs,
        )

    @property
    def is_of_opd(self) -> bool:
        return self.actor.role in OPD_ROLES


class ExtractsOfReport(ExtractMixin, TemplateView):
    """For the desks: every OPD that stands in one report."""

    template_name = "pokja/reports/extracts_of_report.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report = get_object_or_404(self.reports(), pk=self.kwargs["pk"])
        content = from_json(report.content or {})
        day = content.cover.as_of
        known = {row.name: row for row in content.opds}
        rows = [
            (opd, known.get(named_on(opd, day).name)) for opd in opds_of(self.actor)
        ]
        found = [(opd, row) for opd, row in rows if row]
        return super().get_context_data(
            report=report,
            rows=sorted(found, key=lambda pair: pair[1].name.casefold()),
            **kwargs,
        )


class ExtractPdf(ExtractMixin):
    def get(self, request: HttpRequest, pk: int, opd: int) -> FileResponse:
        report = get_object_or_404(self.reports(), pk=pk)
        office = get_object_or_404(opds_of(self.actor), pk=opd)
        content: ReportContent = from_json(report.content or {})
        found = extract_of(content, named_on(office, content.cover.as_of).name)
        if found is None:
            raise Http404
        name = display_name(f"Kutipan {report.code} {found.opd.short_name}", "pdf")
        response = FileResponse(
            io.BytesIO(render(found)), as_attachment=True, filename=name
        )
        response["Cache-Control"] = "private, no-store"
        return response


def opds_of(actor: Actor) -> QuerySet[Opd]:
    """Whose part this person may have: the own OPD, or at a desk all of the region."""
    rows = Opd.objects.filter(region=actor.region)
    if actor.role in OPD_ROLES:
        rows = rows.filter(pk__in=opd_ids_of(actor))
    return rows
