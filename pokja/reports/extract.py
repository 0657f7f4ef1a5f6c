"""The part of a report that concerns one OPD, from the frozen content. No database.

An extract says nothing of its own: its code, its date and its figures are the report's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from focal_points.progress.duties import DUTIES
from pokja.reports.content import ReportContent, facts_hash
from pokja.reports.pdf import style
from pokja.reports.rows import AttendanceRow, FileRow, FollowUpRow, MeetingRow
from pokja.reports.rows_opd import OpdRow
from pokja.reports.rows_programme import VisitRow
from pug_portal.lib import pdf, qr

STYLE = Path(__file__).resolve().parents[2] / "static" / "css" / "kutipan.css"


@dataclass(frozen=True)
class Attended:
    meeting: MeetingRow
    came: AttendanceRow


@dataclass(frozen=True)
class Extract:
    content: ReportContent
    opd: OpdRow

    @property
    def names(self) -> frozenset[str]:
        return frozenset({self.opd.name, self.opd.short_name})

    @property
    def recommendations(self) -> tuple[FollowUpRow, ...]:
        """Those the OPD answers for, alone or with others, and those it proposed."""
        return tuple(
            row
            for row in self.content.follow_ups
            if self.names & {row.proposer, *row.responsible.split(", ")}
        )

    @property
    def visits(self) -> tuple[VisitRow, ...]:
        programme = self.content.programme
        visits = programme.visits if programme else ()
        return tuple(visit for visit in visits if visit.opd in self.names)

    @property
    def attended(self) -> tuple[Attended, ...]:
        return tuple(
            Attended(meeting, came)
            for meeting in self.content.meetings
            for came in meeting.attendance
            if came.institution in self.names
        )

    @property
    def files(self) -> tuple[FileRow, ...]:
        group = f"Laporan {self.opd.short_name}"
        return tuple(row for row in self.content.files if row.group == group)


def extract_of(content: ReportContent, name: str) -> Extract | None:
    """By the name the OPD bore on the day of the figures; None when it is not in print."""
    found = next((row for row in content.opds if row.name == name), None)
    return Extract(content, found) if found else None


def html(extract: Extract) -> str:
    content = extract.content
    return render_to_string(
        "pokja/reports/pdf/kutipan.html",
        {
            "extract": extract,
            "opd": extract.opd,
            "figures": extract.opd.figures,
            "cover": content.cover,
            "stamp": content.stamp,
            "duty_names": DUTIES,
            "created": dt.datetime.combine(content.stamp.collected_on, dt.time()),
        },
    )


def render(extract: Extract) -> bytes:
    content = extract.content
    facts = f"{content.stamp.code}/{facts_hash(content)}/{extract.opd.name}"
    return pdf.render(
        html(extract),
        identifier=facts,
        assets={
            "print.css": style(),
            "kutipan.css": _own_style(),
            "qr.svg": qr.svg_for_print(content.stamp.verify_url),
        },
    )


@cache
def _own_style() -> bytes:
    return STYLE.read_bytes()
