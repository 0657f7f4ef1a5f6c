"""The Excel pages of the OPD list."""

from __future__ import annotations

from django.urls import reverse

from focal_points.opd.sheet import OpdImporter
from pug_portal.access.permissions import Permission
from pug_portal.imports import views
from pug_portal.regions.choice import chosen_region


class _OpdSheet(views.SheetPage):
    permission = Permission.OPD_EDIT
    names = "opd-sheet"
    back_label = "Daftar OPD"

    def build_importer(self) -> OpdImporter:
        return OpdImporter(chosen_region(self.actor, self.request.GET.get("daerah")))

    def back_url(self) -> str:
        asked = self.request.GET.get("daerah")
        return reverse("opd-list") + (
            f"?daerah={self.importer.region.code}" if asked else ""
        )


class OpdSheetStart(_OpdSheet, views.SheetStart):
    pass


class OpdSheetTemplate(_OpdSheet, views.SheetTemplate):
    pass


class OpdSheetData(_OpdSheet, views.SheetData):
    pass


class OpdSheetPreview(_OpdSheet, views.SheetPreview):
    pass


class OpdSheetMarked(_OpdSheet, views.SheetMarked):
    pass
