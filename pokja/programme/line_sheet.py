"""The lines of a draft work programme in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from focal_points.progress.models import FundSource
from pokja.programme.choices import CODE_RULES
from pokja.programme.line_actions import add_line, change_line, judge_line
from pokja.programme.models import Programme, ProgrammeLine
from pokja.programme.sheet_base import MOST_LINES, DraftSheet
from pokja.programme.sheet_kinds import DutyLetters, Offices
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.lib.dates import BULAN
from pug_portal.lib.sheets import (
    Choice,
    Column,
    Paragraphs,
    Plan,
    Row,
    Rupiah,
    Sheet,
    Text,
)

MONTHS = Choice(tuple(enumerate(BULAN, start=1)), empty=None)
FUNDS = Choice(tuple(FundSource.choices))
RULES = Choice(tuple((rule, rule) for rule in CODE_RULES))


def columns_for(offices: Offices) -> tuple[Column, ...]:
    return (
        Column(
            "activity",
            "Kegiatan",
            Text(300),
            is_required=True,
            width=46,
            example="Rapat koordinasi Pokja PUG",
        ),
        Column("duties", "Tugas Pokja", DutyLetters(60), width=14, example=["d"]),
        Column("aim", "Tujuan", Paragraphs(), width=36),
        Column("beneficiaries", "Sasaran", Text(300), width=26),
        Column("indicator", "Indikator keluaran", Text(300), width=30),
        Column("target", "Target", Text(200), width=16, example="2 kali"),
        Column("from_month", "Mulai bulan", MONTHS, width=13, example=3),
        Column("to_month", "Sampai bulan", MONTHS, width=13, example=11),
        Column("responsible", "Penanggung jawab", Text(150), width=24),
        Column("executors", "Pelaksana (OPD)", offices, width=26, of=_executors),
        Column("others", "Pelaksana lain", Text(200), width=22),
        Column("budget", "Anggaran", Rupiah(), width=18),
        Column("fund_source", "Sumber dana", FUNDS, width=14),
        Column("sub_activity_code", "Kode sub kegiatan", Text(40), width=20),
        Column("code_rule", "Aturan kode", RULES, width=30),
    )


def _executors(line: ProgrammeLine) -> list[int]:
    return sorted(opd.pk for opd in line.executors.all())


class LineImporter(DraftSheet[Programme]):
    def build_sheet(self) -> Sheet:
        return Sheet(
            code="program-kerja",
            title=f"Program kerja {self.document.year}",
            subject=f"program-kerja:{self.document.pk}",
            subject_name=f"{self.region.name}, {self.document}",
            columns=columns_for(self.offices),
            named_by=("activity",),
            most_rows=MOST_LINES,
        )

    def objects(self) -> Sequence[ProgrammeLine]:
        return list(self.document.lines.prefetch_related("executors"))

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            try:
                judge_line(dict(row.values))
            except Refusal as refusal:
                row.refuse(refusal.field or "", refusal.sentence)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        for row in plan.new:
            facts = self.facts_of(row)
            add_line(programme=self.document, by=by, reason=reason, **facts)
        for row in plan.changed:
            facts = self.facts_of(row)
            change_line(line=row.obj, by=by, reason=reason, **facts)

    def facts_of(self, row: Row) -> dict[str, Any]:
        offices = [self.by_key[key] for key in row.values["executors"]]
        return {**row.values, "executors": offices}
