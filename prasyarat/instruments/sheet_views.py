"""The Excel pages of instruments: a new draft, or all of a draft replaced."""

from __future__ import annotations

from functools import cached_property

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from prasyarat.instruments.drafts import document_of_published
from prasyarat.instruments.models import InstrumentDraft
from prasyarat.instruments.owners import drafts_of
from prasyarat.instruments.sheet import InstrumentImporter
from prasyarat.instruments.use import current_instrument
from pug_portal.access.permissions import Permission
from pug_portal.imports import views


class _InstrumentSheet(views.SheetPage):
    permission = Permission.INSTRUMENT_EDIT
    names = "instrument-sheet"
    back_label = "Instrumen"

    def build_importer(self) -> InstrumentImporter:
        """«Data sekarang» is the instrument in use, to begin from."""
        if self.actor.region is None:
            raise Http404
        used = current_instrument(self.actor.region)
        document = None
        if used is not None and isinstance(self, views.SheetData):
            document = document_of_published(used)
        return InstrumentImporter(self.actor.region, document)

    def back_url(self) -> str:
        return reverse("instrument-list")


class InstrumentSheetStart(_InstrumentSheet, views.SheetStart):
    pass


class InstrumentSheetTemplate(_InstrumentSheet, views.SheetTemplate):
    pass


class InstrumentSheetData(_InstrumentSheet, views.SheetData):
    pass


class InstrumentSheetPreview(_InstrumentSheet, views.SheetPreview):
    pass


class InstrumentSheetMarked(_InstrumentSheet, views.SheetMarked):
    pass


class _DraftSheet(views.SheetPage):
    permission = Permission.INSTRUMENT_EDIT
    names = "instrument-draft-sheet"
    back_label = "Draf instrumen"
    has_template = False

    @cached_property
    def edited(self) -> InstrumentDraft:
        return get_object_or_404(drafts_of(self.actor), pk=self.kwargs["pk"])

    def build_importer(self) -> InstrumentImporter:
        if self.actor.region is None:
            raise Http404
        return InstrumentImporter(self.actor.region, draft=self.edited)

    def back_url(self) -> str:
        return reverse("instrument-draft", args=[self.kwargs["pk"]])


class DraftSheetStart(_DraftSheet, views.SheetStart):
    pass


class DraftSheetData(_DraftSheet, views.SheetData):
    pass


class DraftSheetPreview(_DraftSheet, views.SheetPreview):
    pass


class DraftSheetMarked(_DraftSheet, views.SheetMarked):
    pass
