"""collect(): the whole report from the database, in a constant number of queries.

With its `collect_*` neighbours the only code that reads all apps. Run it inside
`snapshot()`: two queries then never see two different moments.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.duties import DUTIES
from pokja.reports.collect_indices import index_rows
from pokja.reports.collect_meetings import follow_up_rows, meeting_rows
from pokja.reports.collect_opds import opd_rows
from pokja.reports.collect_pokja import decree_rows, member_rows
from pokja.reports.collect_prerequisites import assessment
from pokja.reports.collect_programme import programme_matrix
from pokja.reports.content import (
    CONTENT_VERSION,
    Cover,
    ReportContent,
    Signature,
    Stamp,
    Texts,
)
from pokja.reports.roles import role_rows
from pokja.reports.rows import DutyRow, MeetingRow
from pokja.reports.rows_opd import OpdRow
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Level, Region

UNSTAMPED = Stamp(code="", verify_url="", edition=0, collected_on=dt.date.min)


@contextmanager
def snapshot() -> Iterator[None]:
    """One moment of the database for all queries inside."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def collect(
    region: Region,
    semester: Semester,
    on: dt.date,
    inputs: dict[str, Any] | None = None,
) -> ReportContent:
    """Facts as of `on`; `inputs` is what people wrote when they asked for the report."""
    inputs = inputs or {}
    period = ReportingPeriod.objects.filter(
        region=region, year=semester.year, half=semester.half
    ).first()
    opds, evidence = opd_rows(region, period, on)
    meetings, meeting_files = meeting_rows(region, semester)
    members, signatures = member_rows(region, on)
    decrees = decree_rows(region, semester, on)
    scored = assessment(region, on)
    scans = tuple(row.scan for row in decrees if row.scan)
    return ReportContent(
        version=CONTENT_VERSION,
        stamp=UNSTAMPED,
        cover=_cover(region, semester, on, signatures),
        texts=_texts(inputs),
        decrees=decrees,
        members=members,
        assessment=scored,
        opds=opds,
        meetings=meetings,
        follow_ups=follow_up_rows(region, semester, on),
        roles=role_rows(
            secretariat=region.secretariat_office or "sekretariat",
            assessment=scored,
            opds=opds,
            meetings=meetings,
            notes=inputs.get("roles", {}),
        ),
        duties=_duties(opds, meetings),
        indices=index_rows(region, semester.year),
        files=scans + meeting_files + evidence,
        programme=programme_matrix(region, semester),
        arg_target=region.arg_target,
    )


def _cover(
    region: Region, semester: Semester, on: dt.date, signatures: tuple[Signature, ...]
) -> Cover:
    return Cover(
        title=f"Laporan Pokja PUG {region.name} {semester.label}",
        region=region.name,
        head_of_region=f"{region.head_title} {region.short_name}",
        semester=semester.label,
        starts_on=semester.start,
        ends_on=semester.end,
        as_of=on,
        place=region.capital,
        letterhead=_letterhead(region),
        secretariat=region.secretariat_office,
        planning_office=region.planning_office or "Bappeda",
        signatures=signatures,
    )


def _letterhead(region: Region) -> tuple[str, ...]:
    """The region's own lines, or the usual ones."""
    own = tuple(line.strip() for line in region.letterhead.splitlines() if line.strip())
    if own:
        return own
    government = "" if region.level == Level.NATION else "PEMERINTAH "
    lines = [
        f"{government}{region.name.upper()}",
        "KELOMPOK KERJA PENGARUSUTAMAAN GENDER",
    ]
    if region.secretariat_office:
        lines.append(f"Sekretariat: {region.secretariat_office} {region.name}")
    return tuple(lines)


def _texts(inputs: dict[str, Any]) -> Texts:
    def written(name: str) -> str:
        return str(inputs.get(name, "")).strip()

    rules = (line.strip() for line in written("local_rules").splitlines())
    return Texts(
        local_rules=tuple(line for line in rules if line),
        conditions=written("conditions"),
        issues=written("issues"),
        conclusion=written("conclusion"),
        suggestions=written("suggestions"),
    )


def _duties(
    opds: tuple[OpdRow, ...], meetings: tuple[MeetingRow, ...]
) -> tuple[DutyRow, ...]:
    activities = Counter(
        letter
        for row in opds
        if row.figures
        for activity in row.figures.activities
        for letter in activity.duties
    )
    held = Counter(letter for meeting in meetings for letter in meeting.duties)
    return tuple(
        DutyRow(letter, text, activities[letter], held[letter])
        for letter, text in DUTIES.items()
    )
