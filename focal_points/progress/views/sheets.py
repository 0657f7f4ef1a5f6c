"""The Excel pages: of one report, and of all reports of a period."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.urls import reverse

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.sheet import AllReports, OneReport
from focal_points.progress.views.filling import FILL
from pug_portal.access.permissions import Permission
from pug_portal.imports import views


class _ReportSheet(views.SheetPage):
    permission = FILL
    names = "progress-sheet"
    back_label = "Laporan kemajuan"
    has_template = False

    def build_importer(self) -> OneReport:
        rows = Progress.objects.writable_by(self.actor)
        found = rows.select_related("opd__region", "period__region")
        return OneReport(get_object_or_404(found, pk=self.kwargs["pk"]))

    def back_url(self) -> str:
        is_open = self.importer.progress.state in EDITABLE  # type: ignore[attr-defined]
        name = "progress-form" if is_open else "progress-detail"
        return reverse(name, args=[self.kwargs["pk"]])


class ReportSheetStart(_ReportSheet, views.SheetStart):
    pass


class ReportSheetData(_ReportSheet, views.SheetData):
    pass


class ReportSheetPreview(_ReportSheet, views.SheetPreview):
    pass


class ReportSheetMarked(_ReportSheet, views.SheetMarked):
    pass


class _AllSheet(views.SheetPage):
    permission = Permission.PROGRESS_FILL_FOR
    names = "progress-all-sheet"
    back_label = "Laporan OPD"
    has_template = False

    def build_importer(self) -> AllReports:
        rows = ReportingPeriod.objects.owned_by(self.actor).select_related("region")
        period = get_object_or_404(rows, pk=self.kwargs["period"])
        return AllReports(period, self.actor)

    def back_url(self) -> str:
        return f"{reverse('progress-board')}?periode={self.kwargs['period']}"


class AllSheetStart(_AllSheet, views.SheetStart):
    pass


class AllSheetData(_AllSheet, views.SheetData):
    pass


class AllSheetPreview(_AllSheet, views.SheetPreview):
    pass


class AllSheetMarked(_AllSheet, views.SheetMarked):
    pass
