"""The progress report in Excel: one workbook per OPD, and one for all OPD of a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.actions.filling import MAX_ACTIVITIES
from focal_points.progress.models import Activity, Progress
from focal_points.progress.sheet_columns import (
    TOLD,
    activity_columns,
    report_columns,
    told,
)
from focal_points.progress.sheet_rows import (
    ReportRow,
    activities_of,
    answer_of,
    row_of,
    rows_of,
)
from focal_points.progress.sheet_writing import write_reports
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require, require_in
from pug_portal.access.permissions import Permission
from pug_portal.imports.importer import Importer
from pug_portal.lib.sheets import Column, Plan, Reading, Row, Sheet, compare, export

CODE = "laporan-opd"
NOTES = (
    "Kosong berarti belum dihitung, bukan nol. Bila memang tidak ada, tulis 0.",
    "Lembar «Kegiatan»: satu baris satu kegiatan. Baris baru menambah kegiatan.",
    (
        "Isian yang tidak Anda ubah tidak menimpa tulisan orang lain di portal. Isian yang "
        "diubah di kedua tempat ditandai, dan Anda memilih."
    ),
    "Bukti dukung, persetujuan, dan pengajuan tetap di portal.",
)


class _ReportImporter(Importer):
    """Two tabs: the answers, and a row per activity."""

    period: ReportingPeriod
    is_one = False

    @cached_property
    def rows(self) -> list[ReportRow]:
        raise NotImplementedError

    def objects(self) -> Sequence[ReportRow]:
        return self.rows

    @cached_property
    def activities(self) -> list[Activity]:
        return activities_of(self.rows)

    def export(self) -> bytes:
        return export(self.sheet, self.rows, [self.activities])

    def lock(self) -> None:
        """The reports themselves, in one order; nobody types while they are written."""
        keys = [row.progress.pk for row in self.rows if row.progress]
        held = Progress.objects.select_for_update().filter(pk__in=keys)
        list(held.order_by("pk").values_list("pk"))
        # What was read before the lock may be old.
        self.__dict__.pop("rows", None)
        self.__dict__.pop("activities", None)

    def plan(self, reading: Reading) -> Plan:
        found = compare(self.sheet, reading, self.rows)
        beside = compare(self.sheet.more[0], reading.more[0], self.activities)
        found = replace(found, more=(beside,))
        self.check(found.rows, self.rows)
        _check_activities(beside.rows, self.rows, self.activities)
        return found

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        for row in rows:
            if row.is_new:
                row.refuse("opd", self._not_here(row))
            elif row.changed:
                self._check_told(row)
                if row.obj.closed:
                    row.refuse(next(iter(row.changed)), row.obj.closed)

    def _check_told(self, row: Row) -> None:
        for key in TOLD:
            if key not in row.changed:
                continue
            before, typed = row.changed[key]
            row.refuse(
                key, f"Berkas ini untuk «{typed}», sedangkan di sini «{before}»."
            )

    def _not_here(self, row: Row) -> str:
        named = row.values.get("opd") or "OPD lain"
        return (
            f"Berkas ini untuk «{named}», sedangkan halaman ini untuk "
            f"{self.sheet.subject_name}."
        )

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        write_reports(plan, period=self.period, by=by, reason=reason)

    def _sheet(self, subject: str, subject_name: str, title: str) -> Sheet:
        opds = {row.opd.pk: row.opd.name for row in self.rows}
        return Sheet(
            code=CODE,
            title=title,
            tab_name="Laporan",
            subject=subject,
            subject_name=subject_name,
            columns=self._columns(),
            named_by=("opd",),
            identity=("opd",),
            notes=NOTES,
            whose="untuk",
            is_upright=self.is_one,
            keeps_marks=True,
            more=(
                Sheet(
                    code=CODE,
                    title="Kegiatan",
                    subject=subject,
                    subject_name=subject_name,
                    columns=activity_columns(opds, is_one=self.is_one),
                    named_by=("name",),
                    identity=("opd", "name"),
                    keeps_marks=True,
                ),
            ),
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            told("opd", "OPD", lambda row: row.opd.name, 40),
            told("period", "Periode", lambda row: str(self.period), 18),
            told("state", "Keadaan", lambda row: row.label, 18),
            *report_columns(answer_of),
        )


class OneReport(_ReportImporter):
    """Of an OPD: for its own people, and for the sekretariat that fills it for them."""

    permission = Permission.PROGRESS_FILL
    is_one = True

    def __init__(self, progress: Progress) -> None:
        super().__init__(progress.opd.region)
        self.progress, self.period = progress, progress.period

    def allow(self, by: Actor) -> None:
        require_in(by, self.region, *FILLERS)

    @cached_property
    def rows(self) -> list[ReportRow]:
        rows = Progress.objects.select_related("opd__region", "period__region")
        return [row_of(rows.get(pk=self.progress.pk))]

    @property
    def closed(self) -> str:
        return self.rows[0].closed

    def build_sheet(self) -> Sheet:
        opd, period = self.progress.called_opd, self.period
        return self._sheet(
            f"laporan:{period.pk}:{self.progress.opd_id}",
            f"{opd.name}, {period}",
            f"Laporan kemajuan {opd.short_name} {period}",
        )


class AllReports(_ReportImporter):
    """Of a whole period: the sekretariat's, for the papers that were brought by hand."""

    permission = Permission.PROGRESS_FILL_FOR

    def __init__(self, period: ReportingPeriod, by: Actor) -> None:
        super().__init__(period.region)
        self.period, self.by = period, by

    def allow(self, by: Actor) -> None:
        require(by, self.permission)
        super().allow(by)

    @cached_property
    def rows(self) -> list[ReportRow]:
        return rows_of(self.period, self.by)

    def build_sheet(self) -> Sheet:
        return self._sheet(
            f"laporan:{self.period.pk}:semua",
            f"Semua OPD {self.region.name}, {self.period}",
            f"Laporan kemajuan semua OPD {self.period}",
        )


def _check_activities(
    rows: Sequence[Row], reports: Sequence[ReportRow], held: Sequence[Activity]
) -> None:
    by_opd = {report.opd.pk: report for report in reports}
    count = Counter(activity.progress.opd_id for activity in held)
    for row in rows:
        if not (row.is_new or row.changed):
            continue
        if "opd" in row.changed:
            row.refuse("opd", "kegiatan tidak dipindahkan ke OPD lain")
        report = by_opd.get(row.values.get("opd") or 0)
        if report is None:
            continue
        if report.closed:
            row.refuse("opd", report.closed)
        start, end = row.values.get("held_from"), row.values.get("held_to")
        if start and end and end < start:
            row.refuse("held_to", "tanggal selesai mendahului tanggal mulai")
        if row.is_new:
            count[report.opd.pk] += 1
            if count[report.opd.pk] > MAX_ACTIVITIES:
                row.refuse(
                    "name", f"paling banyak {MAX_ACTIVITIES} kegiatan per laporan"
                )
