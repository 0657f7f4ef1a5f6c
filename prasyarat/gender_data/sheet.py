"""All tables of a year that this person may fill, as one workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from focal_points.appointments.scope import opd_ids_of
from prasyarat.gender_data.actions import (
    figure_changes,
    figures_of,
    open_row,
    record_saved,
    sign,
    write_figures,
)
from prasyarat.gender_data.checks import check_known, why_not_total
from prasyarat.gender_data.definitions import Axis, Category
from prasyarat.gender_data.models import TableYear
from prasyarat.gender_data.places import axes_of, kecamatan_of, places_of
from prasyarat.gender_data.queries import figures_of as figures_of_rows
from prasyarat.gender_data.rights import Place, why_not_fill, why_not_write
from prasyarat.gender_data.sheet_columns import COLUMNS, FIXED
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.imports.importer import Importer
from pug_portal.lib.sheets import Plan, Row, Sheet
from pug_portal.regions.models import Region

MOST_ROWS = 3000


@dataclass(frozen=True)
class SheetRow:
    """One category of one table: what a row of the workbook shows."""

    place: Place
    stored: TableYear | None
    axis: Axis
    each: Category
    men: Decimal | None
    women: Decimal | None

    @property
    def pk(self) -> str:
        return f"{self.place.table.code}|{self.axis.code}|{self.each.code}"

    @property
    def table(self) -> str:
        return f"{self.place.table.code} {self.place.table.title}"

    @property
    def breakdown(self) -> str:
        return self.axis.label or "Tabel utama"

    @property
    def category(self) -> str:
        return self.each.label

    @property
    def source(self) -> str:
        return self.stored.source if self.stored else ""


class TableImporter(Importer):
    permission = Permission.GENDER_DATA_FILL

    def __init__(self, region: Region, year: int, actor: Actor) -> None:
        super().__init__(region)
        self.year, self.actor = year, actor

    def build_sheet(self) -> Sheet:
        whose = "semua"
        if self.actor.role in OPD_ROLES:
            whose = "-".join(map(str, sorted(opd_ids_of(self.actor))))[:30]
        return Sheet(
            code="gender-data",
            title=f"Data terpilah {self.year}",
            subject=f"gender-data:{self.region.code}:{self.year}:{whose}",
            subject_name=f"{self.region.name}, data tahun {self.year}",
            columns=COLUMNS,
            named_by=("category", "table"),
            identity=FIXED,
            most_rows=MOST_ROWS,
            notes=(
                "Baris tidak ditambah: unduh data sekarang, lalu isi kolom L dan P.",
                "Sel kosong berarti belum diketahui; tulis 0 hanya bila memang tidak ada.",
                "Kolom «Jumlah di sumber» hanya untuk diperiksa dan tidak disimpan.",
            ),
        )

    def objects(self) -> Sequence[SheetRow]:
        """Every category of every table of this person, filled or not."""
        places = places_of(self.region).values()
        mine = [place for place in places if not why_not_fill(place, self.actor)]
        rows = TableYear.objects.filter(region=self.region, year=self.year)
        stored = {row.table: row for row in rows}
        figures = figures_of_rows(stored.values())
        kecamatan = kecamatan_of(self.region)
        found: list[SheetRow] = []
        for place in mine:
            row = stored.get(place.table.code)
            if row is not None and why_not_write(row, place, self.actor):
                continue
            held = figures[row.pk] if row else {}
            for axis in axes_of(place.table, kecamatan):
                for each in axis.categories:
                    men, women = held.get((axis.code, each.code), (None, None))
                    found.append(SheetRow(place, row, axis, each, men, women))
        return found

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        sources: dict[str, str] = {}
        for row in rows:
            if row.is_new:
                row.refuse(
                    "category",
                    "tabel, pemilahan, dan kategori ini tidak ada dalam daftar Anda; "
                    "unduh data sekarang dan isi baris yang sudah ada",
                )
                continue
            self._check(row)
            self._check_source(row, sources)

    def _check(self, row: Row) -> None:
        obj: SheetRow = row.obj
        for name in FIXED:
            if name in row.changed:
                row.refuse(name, "kolom ini tidak diubah; isi kolom L dan P saja")
        if obj.stored is not None and not obj.stored.is_open:
            row.refuse(
                "men", f"tabel ini sudah {obj.stored.get_state_display().lower()}"
            )
        pair = row.values["men"], row.values["women"]
        key = obj.axis.code, obj.each.code
        try:
            check_known(obj.place.table, [obj.axis], {key: pair})
        except Refusal as refusal:
            row.refuse("men" if "men" in row.changed else "women", refusal.sentence)
        if sentence := why_not_total(pair, row.values["control"]):
            row.refuse("control", sentence)
        row.changed.pop("control", None)

    def _check_source(self, row: Row, sources: dict[str, str]) -> None:
        """One source per table."""
        if "source" not in row.changed:
            return
        code, typed = row.obj.place.table.code, row.values["source"]
        if sources.setdefault(code, typed) != typed:
            row.refuse("source", "sumber berbeda-beda dalam satu tabel; samakan")

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        by_table: dict[str, list[Row]] = {}
        for row in plan.changed:
            by_table.setdefault(row.obj.place.table.code, []).append(row)
        told = [self._write(rows, by) for rows in by_table.values()]
        record_saved(told, self.region, by, reason)

    def _write(
        self, rows: Sequence[Row], by: Actor
    ) -> tuple[TableYear, dict[str, tuple[Any, Any]]]:
        place: Place = rows[0].obj.place
        row = open_row(place, self.year)
        held = {(each.axis, each.category): each for each in figures_of(row)}
        figures = {
            (each.obj.axis.code, each.obj.each.code): (
                each.values["men"],
                each.values["women"],
            )
            for each in rows
        }
        changes = figure_changes(held, figures)
        source = next((r.values["source"] for r in rows if "source" in r.changed), None)
        if source is not None:
            changes["source"] = (row.source, source)
            row.source = source
        sign(row, place, by)
        row.save()
        write_figures(row, held, figures)
        return row, changes
