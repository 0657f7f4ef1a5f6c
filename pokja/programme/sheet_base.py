"""A workbook of the lines of one draft: RAD or work programme."""

from __future__ import annotations

from functools import cached_property
from typing import Generic, TypeVar

from focal_points.opd.models import Opd
from pokja.programme.guard import open_draft
from pokja.programme.sheet_kinds import Offices, offices_kind
from pokja.programme.versions import Version
from pug_portal.access.actor import SYSTEM
from pug_portal.access.permissions import Permission
from pug_portal.imports.importer import Importer

# Lines are written one by one through their own verbs; a programme has some thirty.
MOST_LINES = 300
D = TypeVar("D", bound=Version)


class DraftSheet(Importer, Generic[D]):
    permission = Permission.PROGRAMME_EDIT

    def __init__(self, document: D) -> None:
        super().__init__(document.region)
        self.document = document

    @cached_property
    def by_key(self) -> dict[int, Opd]:
        rows = Opd.objects.filter(region=self.region).order_by("short_name", "pk")
        return {opd.pk: opd for opd in rows}

    @cached_property
    def offices(self) -> Offices:
        return offices_kind(self.by_key.values())

    def lock(self) -> None:
        super().lock()
        # Settled meanwhile: refused before anything is written.
        open_draft(self.document, SYSTEM)
