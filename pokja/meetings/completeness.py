"""Which offices have not proposed a recommendation yet: those invited; where no office was
invited, those that came; else, for a meeting of focal points, every active one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from focal_points.opd.models import Opd
from pokja.meetings.choices import Kind
from pokja.meetings.models import Meeting
from pokja.meetings.owners import called_so
from pokja.meetings.times import local_day

_THIS = Q(opd=OuterRef("pk"))


@dataclass(frozen=True)
class Completeness:
    """`source` says whom the figure counts; `missing` are short names."""

    source: str
    asked: int
    missing: tuple[str, ...]


def completeness_of(meeting: Meeting) -> Completeness | None:
    """One query; None where nobody in particular was asked."""
    day = local_day(meeting.starts_at, meeting.region)
    rows: list[dict[str, Any]] = [
        dict(row)
        for row in Opd.objects.filter(region=meeting.region)
        .annotate(
            invited=Exists(meeting.invitees.filter(_THIS).order_by()),
            came=Exists(meeting.attendance.filter(_THIS).order_by()),
            active=Exists(Opd.objects.active_on(day).filter(pk=OuterRef("pk"))),
            proposed=Exists(
                meeting.recommendations.filter(proposer_opd=OuterRef("pk")).order_by()
            ),
        )
        .order_by("short_name", "pk")
        .values("short_name", "former_names", "invited", "came", "active", "proposed")
    ]
    sources = {"invited": "diundang", "came": "hadir"}
    if meeting.kind == Kind.FOCAL_POINT:
        sources["active"] = "aktif"
    for key, source in sources.items():
        if asked := [row for row in rows if row[key]]:
            missing = [
                called_so(row["short_name"], row["former_names"], day)
                for row in asked
                if not row["proposed"]
            ]
            return Completeness(source, len(asked), tuple(missing))
    return None
