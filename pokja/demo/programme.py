"""RAD, work programme, monev and driver offices from a data file, through the verbs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from focal_points.opd.models import Opd
from pokja.demo.scenes import DATA
from pokja.meetings.line_actions import hang_meeting
from pokja.meetings.models import Meeting
from pokja.programme import (
    driver_actions,
    line_actions,
    programme_actions,
    rad_actions,
    visit_actions,
)
from pokja.programme.choices import LineStatus
from pokja.programme.models import Programme, ProgrammeLine
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import standing_at
from pug_portal.regions.models import Region

Row = Mapping[str, Any]
Offices = Mapping[str, Opd]
# Columns of a line; status, realisasi and kendala are told after it is settled.
TOLD_LATER = frozenset({"status", "realisation", "obstacles", "meeting", "executors"})
DATES = ("visited_on", "due_on", "done_on")


def record_programme_file(
    region: Region, file: str, opds: Offices, *, by: Actor, chair: Actor
) -> Programme:
    """`by` writes, `chair` settles."""
    data = json.loads((DATA / file).read_text(encoding="utf-8"))
    if data["region"] != region.code:
        raise ValueError(f"this programme is not written for {region.code}")
    note = data["source_note"]
    if "rad" in data:
        _rad(region, data["rad"], note, opds, by, chair)
    made = _programme(region, data["programme"], note, opds, by, chair)
    for row in data.get("visits", []):
        _visit(region, row, opds, made, by)
    for row in data.get("drivers", []):
        _driver(region, row, opds, by)
    return made


def _rad(
    region: Region, row: Row, note: str, opds: Offices, by: Actor, chair: Actor
) -> None:
    with standing_at(f"{row['settled_on']}T09:00"):
        rad = rad_actions.draft_rad(
            region=region,
            first_year=row["first_year"],
            last_year=row["last_year"],
            source_note=note,
            by=by,
        )
        for line in row["lines"]:
            offices = [opds[name] for name in line["supporters"]]
            facts = {**line, "lead_opd": opds[line["lead_opd"]], "supporters": offices}
            rad_actions.add_rad_line(rad=rad, by=by, **facts)
        rad_actions.settle_rad(
            rad=rad, settled_on=_day(row["settled_on"]), basis=row["basis"], by=chair
        )


def _programme(
    region: Region, row: Row, note: str, opds: Offices, by: Actor, chair: Actor
) -> Programme:
    with standing_at(f"{row['settled_on']}T09:00"):
        made = programme_actions.draft_programme(
            region=region, year=row["year"], source_note=note, by=by
        )
        told: list[tuple[ProgrammeLine, Row]] = []
        if "of_rad" in row:
            programme_actions.fill_from_rad(programme=made, by=by)
            for line, facts in zip(made.lines.all(), row["of_rad"], strict=True):
                line_actions.change_line(line=line, by=by, **_facts(facts))
                told.append((line, facts))
        for facts in row["lines"]:
            offices = [opds[name] for name in facts.get("executors", [])]
            line = line_actions.add_line(
                programme=made, executors=offices, by=by, **_facts(facts)
            )
            told.append((line, facts))
        made = programme_actions.settle_programme(
            programme=made,
            settled_on=_day(row["settled_on"]),
            basis=row["basis"],
            by=chair,
        )
    with standing_at(f"{made.year}-12-18T09:00"):
        for line, facts in told:
            _tell(line, facts, region, by)
    return made


def _facts(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in TOLD_LATER}


def _tell(line: ProgrammeLine, row: Row, region: Region, by: Actor) -> None:
    if "status" in row:
        line_actions.report_line(
            line=line,
            status=LineStatus(row["status"]),
            realisation=row.get("realisation", ""),
            obstacles=row.get("obstacles", ""),
            by=by,
        )
    if "meeting" in row:
        meeting = Meeting.objects.get(region=region, title=row["meeting"])
        hang_meeting(meeting=meeting, programme_line=line, by=by)


def _visit(
    region: Region, row: Row, opds: Offices, programme: Programme, by: Actor
) -> None:
    with standing_at(f"{programme.year}-12-21T09:00"):
        visit = visit_actions.record_visit(
            region=region,
            opd=opds[row["opd"]],
            visited_on=_day(row["visited_on"]),
            team="\n".join(row["team"]),
            summary=row["summary"],
            line=programme.lines.get(activity=row["line"]),
            by=by,
        )
        for finding in row["findings"]:
            facts = {
                name: _day(value) if name in DATES else value
                for name, value in finding.items()
            }
            visit_actions.add_finding(visit=visit, by=by, **facts)


def _driver(region: Region, row: Row, opds: Offices, by: Actor) -> None:
    with standing_at(f"{row['year']}-03-24T09:00"):
        plan = driver_actions.add_driver_plan(
            region=region,
            opd=opds[row["opd"]],
            year=row["year"],
            role_note=row["role_note"],
            by=by,
        )
        for step in row["steps"]:
            driver_actions.add_step(plan=plan, by=by, **step)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
