"""The Excel pages of focal points."""

from __future__ import annotations

from django.urls import reverse

from focal_points.appointments.sheet import AppointmentImporter
from pug_portal.access.permissions import Permission
from pug_portal.imports import views
from pug_portal.regions.choice import chosen_region


class _AppointmentSheet(views.SheetPage):
    permission = Permission.APPOINTMENT_EDIT
    names = "appointment-sheet"
    back_label = "Daftar focal point"

    def build_importer(self) -> AppointmentImporter:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        return AppointmentImporter(region)

    def back_url(self) -> str:
        return reverse("appointment-list")


class AppointmentSheetStart(_AppointmentSheet, views.SheetStart):
    pass


class AppointmentSheetTemplate(_AppointmentSheet, views.SheetTemplate):
    pass


class AppointmentSheetData(_AppointmentSheet, views.SheetData):
    pass


class AppointmentSheetPreview(_AppointmentSheet, views.SheetPreview):
    pass


class AppointmentSheetMarked(_AppointmentSheet, views.SheetMarked):
    pass
