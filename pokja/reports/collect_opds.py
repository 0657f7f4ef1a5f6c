"""The expected OPD of a semester: status, verified figures, focal points, files."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.db.models import Prefetch, prefetch_related_objects

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import BoardRow, Group
from focal_points.progress.models import Activity, Progress, ProgressFile, State
from focal_points.progress.queries import board
from pokja.reports.file_rows import file_row
from pokja.reports.rows import FileRow
from pokja.reports.rows_opd import (
    EXEMPT,
    IN_REPAIR,
    IN_VERIFICATION,
    NOT_REPORTED,
    VERIFIED,
    ActivityRow,
    Figures,
    FocalPointRow,
    OpdRow,
)
from pug_portal.lib.dates import rentang_tanggal, tanggal, zone_of
from pug_portal.regions.models import Region

_GROUPS = {
    Group.VERIFIED: VERIFIED,
    Group.IN_REVIEW: IN_VERIFICATION,
    Group.IN_REPAIR: IN_REPAIR,
    Group.NOT_REPORTED: NOT_REPORTED,
    Group.EXEMPT: EXEMPT,
}
_PARTS = ("activities", Prefetch("files", ProgressFile.objects.select_related("file")))


def opd_rows(
    region: Region, period: ReportingPeriod | None, on: dt.date
) -> tuple[tuple[OpdRow, ...], tuple[FileRow, ...]]:
    """Every OPD that was to report, under its name of then, also those that sent nothing; and the evidence.

    The board decides who is expected and where each one stands.
    """
    people = _focal_points(region, on)
    if period is None:
        opds = Opd.objects.filter(region=region).active_on(on)
        return tuple(_silent(named_on(opd, on), people[opd.pk]) for opd in opds), ()
    rows = board(period, on)
    verified = [
        row.progress
        for row in rows
        if row.progress is not None and row.group == Group.VERIFIED
    ]
    prefetch_related_objects(verified, *_PARTS)
    files = [file for report in verified for file in _evidence(report)]
    return tuple(_opd_row(row, people[row.opd.pk]) for row in rows), tuple(files)


def _focal_points(
    region: Region, on: dt.date
) -> defaultdict[int, tuple[FocalPointRow, ...]]:
    rows: defaultdict[int, tuple[FocalPointRow, ...]] = defaultdict(tuple)
    appointments = Appointment.objects.filter(
        opd__region=region, kind=Appointment.Kind.FOCAL_POINT
    ).valid_with_opd_on(on)
    for person in appointments:
        row = FocalPointRow(
            name=person.name,
            sex=person.sex,
            position=person.position,
            decree=_decree_words(person),
            trained_on=person.trained_on,
        )
        rows[person.opd_id] += (row,)
    return rows


def _decree_words(person: Appointment) -> str:
    if person.is_decree_pending:
        return "SK menyusul"
    if person.decree_date:
        return f"{person.decree_number} tanggal {tanggal(person.decree_date)}"
    return person.decree_number


def _silent(opd: Opd, people: tuple[FocalPointRow, ...]) -> OpdRow:
    note = "Periode pelaporan belum dibuka"
    return OpdRow(opd.name, opd.short_name, NOT_REPORTED, note, None, people)


def _opd_row(row: BoardRow, people: tuple[FocalPointRow, ...]) -> OpdRow:
    is_verified = row.progress is not None and row.group == Group.VERIFIED
    return OpdRow(
        name=row.opd.name,
        short_name=row.opd.short_name,
        group=_GROUPS[row.group],
        note=_note(row),
        figures=_figures(row.progress) if row.progress and is_verified else None,
        focal_points=people,
    )


def _note(row: BoardRow) -> str:
    """What may be told: of a draft, that there is one and who has it now."""
    report = row.progress
    if row.group == Group.EXEMPT:
        return row.exempt_reason
    if report is None:
        return "Belum ada isian"
    if row.group == Group.VERIFIED:
        return f"Terverifikasi {tanggal(report.verified_at)}"
    if row.group == Group.IN_REVIEW:
        return f"Diajukan {tanggal(report.submitted_at)}"
    if row.group == Group.IN_REPAIR:
        return "Dikembalikan untuk diperbaiki"
    if report.state == State.AWAITING_HEAD:
        return "Menunggu persetujuan kepala perangkat daerah"
    return "Draf belum diajukan"


def _figures(report: Progress) -> Figures:
    assert report.verified_at is not None  # noqa: S101 (a constraint of the table)
    return Figures(
        gap=report.gap_count,
        gbs=report.gbs_count,
        kak=report.kak_count,
        renstra=report.get_renstra_responsive_display(),
        renja=report.get_renja_responsive_display(),
        rka=report.get_rka_has_gbs_display(),
        spending=report.spending_ceiling,
        arg_ceiling=report.arg_ceiling,
        arg_realized=report.arg_realized,
        arg_note=report.arg_note,
        denominator=report.get_denominator_display(),
        tables_available=report.tables_available,
        tables_updated=report.tables_updated,
        trained_men=report.trained_men,
        trained_women=report.trained_women,
        obstacles=report.obstacles,
        efforts=report.efforts,
        support_asked=report.support_asked,
        recommendation=report.recommendation,
        verified_on=report.verified_at.astimezone(zone_of("WIB")).date(),
        activities=tuple(_activity(row) for row in report.activities.all()),
    )


def _activity(row: Activity) -> ActivityRow:
    return ActivityRow(
        name=row.name,
        code=row.sub_activity_code,
        held=rentang_tanggal(row.held_from, row.held_to),
        beneficiaries=row.beneficiaries,
        institutions=row.institutions,
        men=row.men,
        women=row.women,
        ceiling=row.ceiling,
        realized=row.realized,
        realized_note=row.realized_note,
        fund_source=row.get_fund_source_display(),
        stage=row.get_stage_display(),
        duties=tuple(str(letter) for letter in row.duties),
        result=row.result,
    )


def _evidence(report: Progress) -> list[FileRow]:
    return [
        file_row(f"Laporan {report.opd.short_name}", proof.file, proof.caption)
        for proof in report.files.all()
    ]
