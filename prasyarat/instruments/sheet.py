"""An instrument as one workbook: a draft is made of it, or all of a draft replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from prasyarat.instruments import sheet_checks as checks
from prasyarat.instruments.document import Document
from prasyarat.instruments.draft_actions import new_draft, replace_content, why_not_new
from prasyarat.instruments.drafts import document_in
from prasyarat.instruments.loading import InstrumentFileError, read_document
from prasyarat.instruments.models import InstrumentDraft
from prasyarat.instruments.publishing import misfits
from prasyarat.instruments.sheet_columns import sheet
from prasyarat.instruments.sheet_rows import document_of_rows, rows_of
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.imports.importer import Importer
from pug_portal.lib.sheets import Plan, Reading, Row, Sheet, compare, export
from pug_portal.regions.models import Level, Region


def workbook_of(document: Document, subject: str = "instrumen") -> bytes:
    head, *more = rows_of(document)
    return export(sheet(subject, document["name"]), head, more)


class InstrumentImporter(Importer):
    """`document`: what «data sekarang» gives away; `draft`: the one that is replaced."""

    permission = Permission.INSTRUMENT_EDIT

    def __init__(
        self,
        region: Region,
        document: Document | None = None,
        draft: InstrumentDraft | None = None,
    ) -> None:
        super().__init__(region)
        self.draft = draft
        # A workbook is read for the region of whoever uploads it.
        is_national = region is None or region.level == Level.NATION
        self.owner = None if is_national else region
        self.document = document_in(draft) if draft else document

    @property
    def closed(self) -> str:
        if self.draft and not self.draft.is_open:
            return "Instrumen ini sudah terbit dan tidak diubah lagi."
        return ""

    def build_sheet(self) -> Sheet:
        if self.draft:
            return sheet(f"instrumen:{self.draft.pk}", self.draft.name)
        return sheet("instrumen", "Instrumen baru")

    def export(self) -> bytes:
        if self.document is None:
            raise Refusal("Belum ada instrumen yang dapat diunduh.")
        return workbook_of(self.document, self.sheet.subject)

    def objects(self) -> Sequence[Any]:
        return ()

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        """All tabs together: see `plan`."""

    def plan(self, reading: Reading) -> Plan:
        first, *more = (
            compare(part, found, ())
            for part, found in zip(
                self.sheet.parts, (reading, *reading.more), strict=True
            )
        )
        plan = replace(first, more=tuple(more))
        if self.draft and plan.rows:
            # The whole draft is replaced: what somebody saved since is another preview.
            plan.rows[0].before["revision"] = self.draft.revision
        self._check(plan)
        return plan

    def _check(self, plan: Plan) -> None:
        head, (parts, items, choices, kinds, sources) = _tabs(plan)
        checks.check_head(head)
        codes = {row.values.get("code", "") for row in parts}
        known = {row.values.get("code", "") for row in sources}
        for rows in (parts, items, sources):
            checks.check_once(rows, "code")
        checks.check_once(choices, "indicator", "code")
        checks.check_once(kinds, "indicator", "code")
        for row in items:
            checks.check_indicator(row, codes, known)
        checks.check_choices(items, choices)
        checks.check_kinds(items, kinds)
        checks.check_asked(parts, items)
        for rows, tab in ((parts, "Prasyarat"), (items, "Indikator")):
            if not rows:
                head.refuse("name", f"lembar {tab} belum berisi baris")
        values = head.values
        sentence = why_not_new(
            values.get("code"), values.get("version"), self.draft, self.owner
        )
        if sentence:
            head.refuse("version", sentence)
        if not plan.is_wrong:
            self._check_whole(plan, head)

    def _check_whole(self, plan: Plan, head: Row) -> None:
        """The rules of every instrument stand above those of the cells."""
        try:
            data = read_document(document_of_plan(plan))
        except InstrumentFileError as refused:
            head.refuse("code", " ".join(refused.problems))
        else:
            for sentence in misfits(data):
                head.refuse("code", sentence)
        plan.__dict__.pop("counts", None)

    def lock(self) -> None:
        if self.draft:
            rows = InstrumentDraft.objects.select_for_update()
            self.draft = rows.get(pk=self.draft.pk)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        document = document_of_plan(plan)
        if self.draft:
            replace_content(draft=self.draft, document=document, reason=reason, by=by)
        else:
            new_draft(document=document, reason=reason, by=by)


def _tabs(plan: Plan) -> tuple[Row, list[list[Row]]]:
    return plan.rows[0], [part.rows for part in plan.more]


def document_of_plan(plan: Plan) -> Document:
    head, tabs = _tabs(plan)
    prerequisites, *rest = [[row.values for row in rows] for rows in tabs]
    return document_of_rows(head.values, prerequisites, *rest)
