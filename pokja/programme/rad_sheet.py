"""The lines of a draft RAD in Excel: one column per year for its targets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from focal_points.appointments.sheet_columns import opd_choice
from focal_points.progress.models import FundSource
from pokja.programme.choices import Content
from pokja.programme.models import Rad, RadLine
from pokja.programme.rad_actions import add_rad_line, change_rad_line, judge_rad_line
from pokja.programme.sheet_base import MOST_LINES, DraftSheet
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.lib.sheets import (
    Choice,
    Column,
    Paragraphs,
    Plan,
    Row,
    Sheet,
    Text,
    Year,
)

TARGET = "target_"


class RadImporter(DraftSheet[Rad]):
    def build_sheet(self) -> Sheet:
        return Sheet(
            code="rad",
            title=f"RAD PUG {self.document.first_year}–{self.document.last_year}",
            subject=f"rad:{self.document.pk}",
            subject_name=f"{self.region.name}, {self.document}",
            columns=self.columns(),
            named_by=("activity",),
            most_rows=MOST_LINES,
        )

    def columns(self) -> tuple[Column, ...]:
        return (*self._what(), *self._targets(), *self._who())

    def _what(self) -> tuple[Column, ...]:
        return (
            Column(
                "content",
                "Muatan",
                Choice(tuple(Content.choices)),
                is_required=True,
                width=34,
                example=Content.CYCLE,
            ),
            Column("issue", "Isu gender atau masalah", Paragraphs(), width=40),
            Column("aim", "Tujuan", Paragraphs(), width=36),
            Column("strategy", "Strategi", Paragraphs(), width=36),
            Column(
                "activity",
                "Program atau kegiatan",
                Text(300),
                is_required=True,
                width=46,
                example="Bimbingan teknis PPRG",
            ),
            Column("indicator", "Indikator", Text(300), width=30),
            Column("baseline", "Baseline", Text(120), width=16, example="8 OPD"),
            Column("baseline_year", "Tahun baseline", Year(), width=12),
        )

    def _targets(self) -> tuple[Column, ...]:
        return tuple(
            Column(
                f"{TARGET}{year}",
                f"Target {year}",
                Text(120),
                width=16,
                example="12 OPD",
                of=partial(RadLine.target_of, year=year),
            )
            for year in self.document.years
        )

    def _who(self) -> tuple[Column, ...]:
        return (
            Column(
                "lead_opd",
                "OPD penanggung jawab",
                opd_choice(self.by_key.values()),
                width=36,
                of=lambda line: line.lead_opd_id,
            ),
            Column("lead", "Penanggung jawab lain", Text(150), width=24),
            Column(
                "supporters",
                "OPD pendukung",
                self.offices,
                width=30,
                of=lambda line: sorted(opd.pk for opd in line.supporters.all()),
            ),
            Column(
                "fund_source",
                "Sumber dana",
                Choice(tuple(FundSource.choices)),
                width=14,
            ),
            Column("note", "Keterangan", Text(300), width=30),
        )

    def objects(self) -> Sequence[RadLine]:
        return list(self.document.lines.prefetch_related("supporters"))

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            facts = self.facts_of(row)
            del facts["supporters"]
            try:
                judge_rad_line(self.document, facts)
            except Refusal as refusal:
                row.refuse(refusal.field or "", refusal.sentence)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        for row in plan.new:
            facts = self.facts_of(row)
            add_rad_line(rad=self.document, by=by, reason=reason, **facts)
        for row in plan.changed:
            facts = self.facts_of(row)
            change_rad_line(line=row.obj, by=by, reason=reason, **facts)

    def facts_of(self, row: Row) -> dict[str, Any]:
        """What the verbs take: offices as rows, targets as one value."""
        facts = {k: v for k, v in row.values.items() if not k.startswith(TARGET)}
        facts["targets"] = {
            str(year): text
            for year in self.document.years
            if (text := row.values[f"{TARGET}{year}"])
        }
        facts["lead_opd"] = self.by_key.get(facts["lead_opd"])
        facts["supporters"] = [self.by_key[key] for key in facts["supporters"]]
        return facts
