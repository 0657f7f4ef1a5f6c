"""The library of indicators in Excel: its columns and its bulk verb."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from focal_points.indicators.actions import (
    ADDED,
    CHANGED,
    check,
    code_taken,
    tidy,
    told,
)
from focal_points.indicators.formulas import Formula
from focal_points.indicators.models import Axis, Indicator
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Entry, record_all
from pug_portal.imports.importer import Importer
from pug_portal.imports.writing import duplicate, rewrite
from pug_portal.lib.sheets import (
    Choice,
    Column,
    Count,
    Lines,
    Number,
    Plan,
    Row,
    Sheet,
    Text,
    yes_no,
)

_AXES = {label.casefold(): axis for axis, label in Axis.choices}


def columns_for(offices: Sequence[Opd]) -> tuple[Column, ...]:
    pairs = tuple((opd.pk, opd.name) for opd in offices)
    words = tuple((opd.short_name, opd.pk) for opd in offices if opd.short_name)
    return (
        Column("code", "Kode", Text(30), is_required=True, width=14, example="KES-01"),
        Column("name", "Nama indikator", Text(250), is_required=True, width=44,
               example="Kehadiran suami di kelas ibu hamil"),
        Column("definition", "Definisi", Text(2000), width=40),
        Column("unit", "Satuan", Text(40), is_required=True, width=16, example="persen"),
        Column("formula", "Cara hitung", Choice(tuple(Formula.choices)),
               "Kosong berarti nilai langsung.", width=30, example=Formula.PERCENT,
               default=Formula.DIRECT.value),
        Column("numerator", "Pembilang", Text(200), width=30, example="Suami yang hadir"),
        Column("denominator", "Penyebut", Text(200), width=30, example="Peserta kelas"),
        Column("formula_text", "Rumus dalam kata", Text(2000), width=30),
        Column("axes", "Pemilahan", Lines(250), f"Dari: {', '.join(Axis.labels)}.",
               width=26, example=["Jenis kelamin"], of=lambda row: row.axis_labels),
        Column("owner_id", "OPD penanggung jawab", Choice(pairs, words, empty=None),
               width=36),
        Column("source", "Sumber data", Text(250), width=30),
        Column("baseline_year", "Tahun data dasar", Count(2100), width=14, example=2025),
        Column("men_top", "L: pembilang atau nilai", Number(), width=16, example=Decimal(12)),
        Column("men_bottom", "L: penyebut", Number(), width=14, example=Decimal(50)),
        Column("women_top", "P: pembilang atau nilai", Number(), width=16, example=Decimal(88)),
        Column("women_bottom", "P: penyebut", Number(), width=14, example=Decimal(100)),
        Column("total_top", "Jumlah: pembilang atau nilai", Number(),
               "Kosong bila L dan P terisi.", width=16),
        Column("total_bottom", "Jumlah: penyebut", Number(), width=14),
        Column("is_offered", "Dipakai", yes_no(), "Kosong berarti Ya.", width=10,
               example=True, default=True),
    )  # fmt: skip


class IndicatorImporter(Importer):
    permission = Permission.INDICATOR_EDIT

    def build_sheet(self) -> Sheet:
        offices = Opd.objects.filter(region=self.region).order_by("name", "pk")
        return Sheet(
            code="indikator",
            title="Pustaka indikator",
            subject=f"indikator:{self.region.code}",
            subject_name=self.region.name,
            columns=columns_for(list(offices)),
            named_by=("code", "name"),
            identity=("code",),
        )

    def objects(self) -> Sequence[Indicator]:
        rows = Indicator.objects.filter(region=self.region)
        return list(rows.select_related("owner").order_by("code"))

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        seen: dict[str, int] = {}
        changed = {row.obj.pk for row in rows if row.obj}
        for each in objects:
            if each.pk not in changed:
                seen[each.code.casefold()] = 1
        for row in rows:
            row.made = self._as_indicator(row)
            code = row.made.code.casefold()
            seen[code] = seen.get(code, 0) + 1
        for row in rows:
            try:
                _check_axes(row)
                check(row.made)
                if seen[row.made.code.casefold()] > 1:
                    raise code_taken(row.made.code)
            except Refusal as refusal:
                field = {"owner": "owner_id"}.get(refusal.field or "", refusal.field)
                row.refuse(field or "", refusal.sentence)

    def _as_indicator(self, row: Row) -> Indicator:
        made = duplicate(row.obj) if row.obj else Indicator(region=self.region)
        for name, value in tidy(row.values).items():
            setattr(made, name, value)
        # Labels in the cell, codes in the portal; what is neither is refused below.
        made.axes = [_AXES.get(str(each).casefold(), each) for each in made.axes]
        return made

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        new = [row.made for row in plan.new]
        Indicator.objects.bulk_create(new)
        changed = [row.made for row in plan.changed]
        rewrite(changed, plan.changed_columns)
        entries = [Entry(ADDED, row, {}, reason) for row in new]
        entries += [
            Entry(CHANGED, made, _told(row.changed), reason)
            for made, row in zip(changed, plan.changed, strict=True)
        ]
        record_all(by=by, region=self.region, entries=entries)


def _told(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """The axes stand in the workbook as words already."""
    words = {name: pair for name, pair in changes.items() if name == "axes"}
    others = {name: pair for name, pair in changes.items() if name != "axes"}
    return {**told(others), **words}


def _check_axes(row: Row) -> None:
    unknown = [axis for axis in row.made.axes if axis not in Axis.values]
    if unknown:
        raise Refusal(
            f"pemilahan «{unknown[0]}» tidak dikenal, pilih dari: "
            f"{', '.join(Axis.labels)}",
            field="axes",
        )
