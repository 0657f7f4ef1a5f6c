"""What a report says, frozen: plain values that know nothing of the database or of HTML.

`CONTENT_VERSION` goes up when the shape changes; a stored report names the one it has.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pokja.reports import codec
from pokja.reports.rows import (
    Assessment,
    DecreeRow,
    DutyRow,
    FileRow,
    FollowUpRow,
    IndexRow,
    MeetingRow,
    MemberRow,
    RoleRow,
)
from pokja.reports.rows_opd import EXEMPT, OpdRow
from pokja.reports.rows_programme import ProgrammeMatrix

CONTENT_VERSION = 3


@dataclass(frozen=True, slots=True)
class Stamp:
    """What differs between two prints of the same facts."""

    code: str
    verify_url: str
    edition: int
    collected_on: dt.date


@dataclass(frozen=True, slots=True)
class Signature:
    standing: str
    position: str
    name: str
    nip: str
    rank: str


@dataclass(frozen=True, slots=True)
class Cover:
    title: str
    region: str
    head_of_region: str
    semester: str
    starts_on: dt.date
    ends_on: dt.date
    as_of: dt.date
    place: str
    letterhead: tuple[str, ...]
    secretariat: str
    planning_office: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """What only people can write: the request form asks for it, all of it optional."""

    local_rules: tuple[str, ...] = ()
    conditions: str = ""
    issues: str = ""
    conclusion: str = ""
    suggestions: str = ""


@dataclass(frozen=True, slots=True)
class ReportContent:
    version: int
    stamp: Stamp
    cover: Cover
    texts: Texts
    decrees: tuple[DecreeRow, ...]
    members: tuple[MemberRow, ...]
    assessment: Assessment | None
    opds: tuple[OpdRow, ...]
    meetings: tuple[MeetingRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    roles: tuple[RoleRow, ...]
    duties: tuple[DutyRow, ...]
    indices: tuple[IndexRow, ...]
    files: tuple[FileRow, ...]
    # Came later: reports frozen before have none, and keep their hash.
    programme: ProgrammeMatrix | None = None
    arg_target: Decimal | None = None

    def in_group(self, group: str) -> tuple[OpdRow, ...]:
        return tuple(row for row in self.opds if row.group == group)

    @property
    def open_recommendations(self) -> tuple[FollowUpRow, ...]:
        return tuple(row for row in self.follow_ups if row.is_open)

    @property
    def expected(self) -> int:
        return sum(row.group != EXEMPT for row in self.opds)

    def stamped(self, stamp: Stamp) -> ReportContent:
        return replace(self, stamp=stamp)


def to_json(content: ReportContent) -> dict[str, Any]:
    encoded: dict[str, Any] = codec.encode(content)
    return encoded


def from_json(data: dict[str, Any]) -> ReportContent:
    if data.get("version") != CONTENT_VERSION:
        raise ValueError(f"report content of version {data.get('version')!r}")
    return codec.decode(ReportContent, data)


def facts_hash(content: ReportContent) -> str:
    """SHA-256 of the facts without the stamp: two requests with the same one are alike."""
    facts = {**to_json(content), "stamp": None}
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
