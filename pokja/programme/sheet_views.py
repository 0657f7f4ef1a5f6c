"""The Excel pages of a draft RAD and of a draft work programme."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from pokja.programme.line_sheet import LineImporter
from pokja.programme.models import Programme, Rad
from pokja.programme.rad_sheet import RadImporter
from pug_portal.access.permissions import Permission
from pug_portal.imports import views


class _LineSheet(views.SheetPage):
    """404 for a settled version: nothing of it can come in through a file."""

    permission = Permission.PROGRAMME_EDIT
    names = "line-sheet"

    @cached_property
    def document(self) -> Programme:
        rows = Programme.objects.for_actor(self.actor).select_related("region")
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        if not found.is_draft:
            raise Http404
        return found

    def build_importer(self) -> LineImporter:
        self.back_label = str(self.document)
        return LineImporter(self.document)

    def back_url(self) -> str:
        return reverse("programme-detail", args=[self.kwargs["pk"]])


class LineSheetStart(_LineSheet, views.SheetStart):
    pass


class LineSheetTemplate(_LineSheet, views.SheetTemplate):
    pass


class LineSheetData(_LineSheet, views.SheetData):
    pass


class LineSheetPreview(_LineSheet, views.SheetPreview):
    pass


class LineSheetMarked(_LineSheet, views.SheetMarked):
    pass


class _RadSheet(views.SheetPage):
    permission = Permission.PROGRAMME_EDIT
    names = "rad-sheet"

    @cached_property
    def document(self) -> Rad:
        rows = Rad.objects.for_actor(self.actor).select_related("region")
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        if not found.is_draft:
            raise Http404
        return found

    def build_importer(self) -> RadImporter:
        self.back_label = str(self.document)
        return RadImporter(self.document)

    def back_url(self) -> str:
        return reverse("rad-detail", args=[self.kwargs["pk"]])


class RadSheetStart(_RadSheet, views.SheetStart):
    pass


class RadSheetTemplate(_RadSheet, views.SheetTemplate):
    pass


class RadSheetData(_RadSheet, views.SheetData):
    pass


class RadSheetPreview(_RadSheet, views.SheetPreview):
    pass


class RadSheetMarked(_RadSheet, views.SheetMarked):
    pass
