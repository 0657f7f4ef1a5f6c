"""The Excel pages of the library of indicators."""

from __future__ import annotations

from django.urls import reverse

from focal_points.indicators.sheet import IndicatorImporter
from pug_portal.access.permissions import Permission
from pug_portal.imports import views
from pug_portal.regions.choice import chosen_region


class _IndicatorSheet(views.SheetPage):
    permission = Permission.INDICATOR_EDIT
    names = "indicator-sheet"
    back_label = "Pustaka indikator"

    def build_importer(self) -> IndicatorImporter:
        asked = self.request.GET.get("daerah")
        return IndicatorImporter(chosen_region(self.actor, asked))

    def back_url(self) -> str:
        return reverse("indicator-list")


class IndicatorSheetStart(_IndicatorSheet, views.SheetStart):
    pass


class IndicatorSheetTemplate(_IndicatorSheet, views.SheetTemplate):
    pass


class IndicatorSheetData(_IndicatorSheet, views.SheetData):
    pass


class IndicatorSheetPreview(_IndicatorSheet, views.SheetPreview):
    pass


class IndicatorSheetMarked(_IndicatorSheet, views.SheetMarked):
    pass
