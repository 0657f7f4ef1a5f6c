"""Which offices have not proposed a recommendation yet: those invited; where no office was
invited, those that came; else, for a meeting of focal points, every active one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from focal_points.opd.models import Opd
from pokja.meetings.choices import Kind
from pokja.meetings.models import Meeting
from pokja.meetings.owners import called_so
from pokja.meetings.times import local_day

_THIS = Q(opd=OuterRef("pk"))
_ACTIVE = ("active_from", "active_to", "takes_part")


@dataclass(frozen=True)
class Completeness:
    """`source` says whom the figure counts; `missing` are short names."""

    source: str
    asked: int
    missing: tuple[str, ...]


def completeness_of(
    meeting: Meeting,
    *,
    came: Collection[int | None] | None = None,
    proposed: Collection[int | None] | None = None,
) -> Completeness | None:
    """One query; None where nobody in particular was asked.

    A page that has read who came and who proposed hands their keys over.
    """
    day = local_day(meeting.starts_at, meeting.region)
    rows = _offices(meeting, {"came": came, "proposed": proposed})
    asked, source = _asked(meeting, rows, day)
    if not asked:
        return None
    missing = [
        called_so(row["short_name"], row["former_names"], day)
        for row in asked
        if not row["proposed"]
    ]
    return Completeness(source, len(asked), tuple(missing))


def _asked(
    meeting: Meeting, rows: list[dict[str, Any]], day: dt.date
) -> tuple[list[dict[str, Any]], str]:
    for part, source in (("invited", "diundang"), ("came", "hadir")):
        if asked := [row for row in rows if row[part]]:
            return asked, source
    if meeting.kind == Kind.FOCAL_POINT:
        return [row for row in rows if _is_active(row, day)], "aktif"
    return [], ""


def _is_active(row: dict[str, Any], day: dt.date) -> bool:
    return Opd(**{name: row[name] for name in _ACTIVE}).is_active_on(day)


def _offices(
    meeting: Meeting, known: dict[str, Collection[int | None] | None]
) -> list[dict[str, Any]]:
    """Every office of the region, and which part it took; what is known is not asked."""
    parts = {
        "invited": meeting.invitees.filter(_THIS),
        "came": meeting.attendance.filter(_THIS),
        "proposed": meeting.recommendations.filter(proposer_opd=OuterRef("pk")),
    }
    asked = {
        name: Exists(part.order_by())
        for name, part in parts.items()
        if known.get(name) is None
    }
    found = Opd.objects.filter(region=meeting.region_id).order_by("short_name", "pk")
    columns = ("pk", "short_name", "former_names", *_ACTIVE)
    rows: list[dict[str, Any]] = list(found.values(*columns, **asked))
    for name, keys in known.items():
        if keys is not None:
            for row in rows:
                row[name] = row["pk"] in keys
    return rows
