"""The work programme of the report's year with its realisation up to the semester."""

from __future__ import annotations

from focal_points.opd.names import named_on
from pokja.programme.models import Finding, MonevVisit
from pokja.programme.queries import LineRow, line_rows, lines_of, programme_of
from pokja.programme.realisation import realisation_of
from pokja.reports.rows_programme import ProgrammeLineRow, ProgrammeMatrix, VisitRow
from pug_portal.lib.dates import Semester, tanggal
from pug_portal.regions.models import Region


def programme_matrix(region: Region, semester: Semester) -> ProgrammeMatrix | None:
    """None where neither a programme is settled nor an office was visited."""
    programme = programme_of(region, semester.year)
    visits = _visits(region, semester)
    if programme is None:
        return ProgrammeMatrix("", None, "", (), visits, "") if visits else None
    lines = lines_of(programme)
    found = realisation_of(programme, lines, half=semester.half)
    return ProgrammeMatrix(
        title=str(programme),
        settled_on=programme.settled_on,
        basis=programme.basis,
        lines=tuple(_line(row) for row in line_rows(lines, found)),
        visits=visits,
        note=programme.source_note,
    )


def _line(row: LineRow) -> ProgrammeLineRow:
    line, found = row.line, row.found
    return ProgrammeLineRow(
        duties=tuple(str(letter) for letter in line.duties),
        activity=line.activity,
        aim=line.aim,
        beneficiaries=line.beneficiaries,
        indicator=line.indicator,
        target=line.target,
        months=line.months,
        responsible=line.responsible,
        executors=line.executor_names,
        budget=line.budget,
        fund_source=line.get_fund_source_display() if line.fund_source else "",
        sub_activity_code=line.sub_activity_code,
        code_rule=line.code_rule,
        status=row.record.get_status_display(),
        realisation=row.record.realisation,
        obstacles=row.record.obstacles,
        meetings=found.meetings,
        men=found.men,
        women=found.women,
        activities=len(found.activities),
        realized=found.realized,
        visits=len(found.visits),
    )


def _visits(region: Region, semester: Semester) -> tuple[VisitRow, ...]:
    rows = MonevVisit.objects.filter(
        region=region, visited_on__range=(semester.start, semester.end)
    )
    rows = rows.select_related("opd").prefetch_related("findings")
    return tuple(
        VisitRow(
            opd=named_on(visit.opd, visit.visited_on).name,
            visited_on=visit.visited_on,
            team=tuple(visit.members),
            findings=tuple(_finding(each) for each in visit.findings.all()),
        )
        for visit in rows.order_by("visited_on", "pk")
    )


def _finding(finding: Finding) -> tuple[str, str, str]:
    if finding.done_on is not None:
        outcome = f"Selesai {tanggal(finding.done_on)}: {finding.result}"
    elif finding.due_on is not None:
        outcome = f"Tenggat {tanggal(finding.due_on)}"
    else:
        outcome = "Belum selesai"
    return finding.text, finding.follow_up, outcome
