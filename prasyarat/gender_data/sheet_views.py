"""The Excel pages of the sex-disaggregated tables, one workbook a year."""

from __future__ import annotations

from django.http import Http404
from django.urls import reverse

from prasyarat.gender_data.checks import FIRST_YEAR
from prasyarat.gender_data.sheet import TableImporter
from pug_portal.access.permissions import Permission
from pug_portal.imports import views
from pug_portal.lib.clock import today


class _TableSheet(views.SheetPage):
    permission = Permission.GENDER_DATA_FILL
    names = "gender-sheet"
    back_label = "Data terpilah"

    def build_importer(self) -> TableImporter:
        year = self.kwargs["tahun"]
        if self.actor.region is None or not FIRST_YEAR <= year <= today().year:
            raise Http404
        return TableImporter(self.actor.region, year, self.actor)

    def back_url(self) -> str:
        return reverse("gender-data")


class TableSheetStart(_TableSheet, views.SheetStart):
    pass


class TableSheetTemplate(_TableSheet, views.SheetTemplate):
    pass


class TableSheetData(_TableSheet, views.SheetData):
    pass


class TableSheetPreview(_TableSheet, views.SheetPreview):
    pass


class TableSheetMarked(_TableSheet, views.SheetMarked):
    pass
