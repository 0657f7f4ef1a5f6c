"""The Excel pages of a draft RAD, of a draft work programme, and of its realisation."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from pokja.programme.line_sheet import LineImporter
from pokja.programme.models import Programme, Rad
from pokja.programme.rad_sheet import RadImporter
from pokja.programme.record_sheet import RecordImporter
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


class _RecordSheet(views.SheetPage):
    """404 for a draft and for a version that gave way: nothing is recorded on them."""

    permission = Permission.PROGRAMME_EDIT
    names = "record-sheet"
    has_template = False

    @cached_property
    def document(self) -> Programme:
        rows = Programme.objects.in_force().for_actor(self.actor)
        return get_object_or_404(rows.select_related("region"), pk=self.kwargs["pk"])

    def build_importer(self) -> RecordImporter:
        self.back_label = str(self.document)
        return RecordImporter(self.document, self.actor)

    def back_url(self) -> str:
        return reverse("programme-detail", args=[self.kwargs["pk"]])


class RecordSheetStart(_RecordSheet, views.SheetStart):
    pass


class RecordSheetData(_RecordSheet, views.SheetData):
    pass


class RecordSheetPreview(_RecordSheet, views.SheetPreview):
    pass


class RecordSheetMarked(_RecordSheet, views.SheetMarked):
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
