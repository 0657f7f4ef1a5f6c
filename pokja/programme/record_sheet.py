"""Status, realisasi and kendala of a programme in force, in Excel: the plan itself stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from focal_points.progress.sheet_columns import told
from pokja.programme.choices import LineStatus
from pokja.programme.line_actions import NOT_IN_FORCE, judge_record, report_line
from pokja.programme.models import LineRecord, Programme, ProgrammeLine
from pokja.programme.queries import lines_of
from pokja.programme.sheet_base import MOST_LINES
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.imports.importer import Importer
from pug_portal.lib.sheets import Choice, Column, Paragraphs, Plan, Row, Sheet

STATUSES = Choice(tuple(LineStatus.choices))
NOTES = (
    "Kegiatannya sendiri tidak diubah di sini, melainkan lewat «Susun perubahan».",
    "Angka dari rapat dan kegiatan OPD dihitung portal; tulis yang belum tercakup.",
    (
        "Isian yang tidak Anda ubah tidak menimpa tulisan orang lain di portal. Isian yang "
        "diubah di kedua tempat ditandai, dan Anda memilih."
    ),
)


class RecordImporter(Importer):
    permission = Permission.PROGRAMME_EDIT

    def __init__(self, document: Programme, by: Actor) -> None:
        super().__init__(document.region)
        self.document, self.by = document, by

    def build_sheet(self) -> Sheet:
        return Sheet(
            code="realisasi",
            title=f"Realisasi program kerja {self.document.year}",
            subject=f"realisasi:{self.document.pk}",
            subject_name=f"{self.region.name}, {self.document}",
            columns=(
                told("activity", "Kegiatan", lambda line: line.activity, 50),
                told("target", "Target", lambda line: line.target, 20),
                Column(
                    "status",
                    "Status",
                    STATUSES,
                    is_required=True,
                    width=18,
                    of=_of("status"),
                ),
                Column(
                    "realisation",
                    "Realisasi",
                    Paragraphs(),
                    "Yang sudah dikerjakan dan hasilnya.",
                    width=60,
                    of=_of("realisation"),
                ),
                Column(
                    "obstacles",
                    "Kendala",
                    Paragraphs(),
                    "Perlu diisi bila baris ditunda atau dibatalkan.",
                    width=50,
                    of=_of("obstacles"),
                ),
            ),
            named_by=("activity",),
            identity=("activity",),
            notes=NOTES,
            most_rows=MOST_LINES,
            keeps_marks=True,
        )

    @cached_property
    def lines(self) -> list[ProgrammeLine]:
        return lines_of(self.document, with_offices=False)

    def objects(self) -> Sequence[ProgrammeLine]:
        return self.lines

    def lock(self) -> None:
        super().lock()
        self.__dict__.pop("lines", None)
        if not Programme.objects.in_force().filter(pk=self.document.pk).exists():
            raise Refusal(NOT_IN_FORCE)

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            if row.is_new:
                row.refuse("activity", "kegiatan ini tidak ada dalam program kerja ini")
                continue
            for key in ("activity", "target"):
                if key in row.changed:
                    row.refuse(key, "tidak diubah di sini; kembalikan isinya")
            try:
                judge_record(row.obj.record, _facts(row), self.by)
            except Refusal as refusal:
                row.refuse(refusal.field or "status", refusal.sentence)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        for row in plan.changed:
            report_line(line=row.obj, by=by, reason=reason, **_facts(row))


def _of(name: str) -> Any:
    def of(line: ProgrammeLine) -> str:
        record: LineRecord = line.record
        return str(getattr(record, name))

    return of


def _facts(row: Row) -> dict[str, Any]:
    return {key: row.values[key] for key in ("status", "realisation", "obstacles")}
