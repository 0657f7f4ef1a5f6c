"""The expected OPD of a semester: status, verified figures, focal points, files."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.db.models import Prefetch

from focal_points.appointments.models import Appointment
from focal_points.opd.models import Opd
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.progress.models import Activity, Progress, ProgressFile, State
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
    State.VERIFIED: VERIFIED,
    State.SUBMITTED: IN_VERIFICATION,
    State.RETURNED: IN_REPAIR,
    State.AWAITING_HEAD: NOT_REPORTED,
    State.DRAFT: NOT_REPORTED,
}


def opd_rows(
    region: Region, period: ReportingPeriod | None, on: dt.date
) -> tuple[tuple[OpdRow, ...], tuple[FileRow, ...]]:
    """Every OPD that was to report, also those that sent nothing; and the evidence."""
    reports = {report.opd_id: report for report in _progress(period)}
    exemptions = {e.opd_id: e.reason for e in Exemption.objects.filter(period=period)}
    people = _focal_points(region, on)
    opds = Opd.objects.filter(region=region).active_on(on)
    rows, files = [], []
    for opd in opds:
        report = reports.get(opd.pk)
        rows.append(_opd_row(opd, report, exemptions.get(opd.pk), people[opd.pk]))
        files += _evidence(opd, report)
    return tuple(rows), tuple(files)


def _progress(period: ReportingPeriod | None) -> list[Progress]:
    if period is None:
        return []
    return list(
        Progress.objects.filter(period=period).prefetch_related(
            "activities",
            Prefetch("files", ProgressFile.objects.select_related("file")),
        )
    )


def _focal_points(
    region: Region, on: dt.date
) -> defaultdict[int, tuple[FocalPointRow, ...]]:
    rows: defaultdict[int, tuple[FocalPointRow, ...]] = defaultdict(tuple)
    appointments = Appointment.objects.filter(
        opd__region=region, kind=Appointment.Kind.FOCAL_POINT
    ).valid_on(on)
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


def _opd_row(
    opd: Opd,
    report: Progress | None,
    exemption: str | None,
    people: tuple[FocalPointRow, ...],
) -> OpdRow:
    group, note = _standing(report, exemption)
    is_verified = report is not None and group == VERIFIED
    return OpdRow(
        name=opd.name,
        short_name=opd.short_name,
        group=group,
        note=note,
        figures=_figures(report) if report and is_verified else None,
        focal_points=people,
    )


def _standing(report: Progress | None, exemption: str | None) -> tuple[str, str]:
    """The group and what may be told of it: of a draft, that there is one."""
    if report is not None and report.state == State.VERIFIED:
        return VERIFIED, f"Terverifikasi {tanggal(report.verified_at)}"
    if exemption is not None:
        return EXEMPT, exemption
    if report is None:
        return NOT_REPORTED, "Belum ada isian"
    notes = {
        State.SUBMITTED: f"Diajukan {tanggal(report.submitted_at)}",
        State.RETURNED: "Dikembalikan untuk diperbaiki",
        State.AWAITING_HEAD: "Menunggu persetujuan kepala perangkat daerah",
        State.DRAFT: "Draf belum diajukan",
    }
    state = State(report.state)
    return _GROUPS[state], notes[state]


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


def _evidence(opd: Opd, report: Progress | None) -> list[FileRow]:
    if report is None or report.state != State.VERIFIED:
        return []
    return [
        file_row(f"Laporan {opd.short_name}", proof.file, proof.caption)
        for proof in report.files.all()
    ]
