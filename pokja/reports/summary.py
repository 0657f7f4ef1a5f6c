"""Totals that the chapters print, worked out from the frozen content alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pokja.reports.content import ReportContent
from pokja.reports.rows import DecreeRow
from pokja.reports.rows_opd import (
    EXEMPT,
    GROUPS,
    IN_REPAIR,
    IN_VERIFICATION,
    NOT_REPORTED,
    VERIFIED,
    ActivityRow,
    Figures,
    FocalPointRow,
    OpdRow,
)
from pug_portal.lib.numbers import angka, persen

UNREPORTED = (NOT_REPORTED, IN_VERIFICATION, IN_REPAIR, EXEMPT)


@dataclass(frozen=True)
class VerifiedOpd:
    opd: OpdRow
    figures: Figures


@dataclass(frozen=True)
class ReportedActivity:
    opd: str
    activity: ActivityRow


@dataclass(frozen=True)
class Involved:
    """What the activities of one OPD name, each thing once, and who took part."""

    opd: str
    institutions: str
    beneficiaries: str
    men: int | None
    women: int | None


@dataclass(frozen=True)
class ArgTotal:
    """Shares over different denominators are never added up."""

    denominator: str
    count: int
    spending: int
    ceiling: int
    realized: int


@dataclass(frozen=True)
class FundTotal:
    source: str
    count: int
    ceiling: int
    realized: int


class Summary:
    def __init__(self, content: ReportContent) -> None:
        self.content = content
        self.verified = tuple(
            VerifiedOpd(row, row.figures) for row in content.opds if row.figures
        )
        self.activities = tuple(
            ReportedActivity(row.opd.short_name, activity)
            for row in self.verified
            for activity in row.figures.activities
        )
        self.groups = tuple((name, len(content.in_group(name))) for name in GROUPS)
        self.counts = dict(self.groups)
        self.unreported = tuple(
            row for name in UNREPORTED for row in content.in_group(name)
        )

    @property
    def verified_count(self) -> int:
        return self.counts[VERIFIED]

    @property
    def year(self) -> int:
        return self.content.cover.ends_on.year

    @property
    def index_directions(self) -> tuple[tuple[str, str], ...]:
        """Each index once, also where several methods make several rows."""
        told = {row.code: row.direction for row in self.content.indices}
        return tuple(told.items())

    @property
    def regional_decrees(self) -> tuple[DecreeRow, ...]:
        return tuple(row for row in self.content.decrees if not row.is_of_opd)

    @property
    def opd_decrees(self) -> tuple[DecreeRow, ...]:
        return tuple(row for row in self.content.decrees if row.is_of_opd)

    @property
    def gap(self) -> int:
        return _sum(row.figures.gap for row in self.verified)

    @property
    def gbs(self) -> int:
        return _sum(row.figures.gbs for row in self.verified)

    @property
    def kak(self) -> int:
        return _sum(row.figures.kak for row in self.verified)

    @property
    def tables_available(self) -> int:
        return _sum(row.figures.tables_available for row in self.verified)

    @property
    def tables_updated(self) -> int:
        return _sum(row.figures.tables_updated for row in self.verified)

    @property
    def trained(self) -> tuple[int, int]:
        men = _sum(row.figures.trained_men for row in self.verified)
        return men, _sum(row.figures.trained_women for row in self.verified)

    @property
    def arg(self) -> tuple[ArgTotal, ...]:
        groups: defaultdict[str, list[Figures]] = defaultdict(list)
        for row in self.verified:
            if row.figures.spending and row.figures.arg_ceiling is not None:
                groups[row.figures.denominator].append(row.figures)
        return tuple(
            ArgTotal(
                denominator=name,
                count=len(rows),
                spending=_sum(f.spending for f in rows),
                ceiling=_sum(f.arg_ceiling for f in rows),
                realized=_sum(f.arg_realized for f in rows),
            )
            for name, rows in sorted(groups.items())
        )

    @property
    def funds(self) -> tuple[FundTotal, ...]:
        groups: defaultdict[str, list[ActivityRow]] = defaultdict(list)
        for row in self.activities:
            if row.activity.ceiling is not None or row.activity.realized is not None:
                groups[row.activity.fund_source or "Belum disebut"].append(row.activity)
        return tuple(
            FundTotal(
                source=name,
                count=len(rows),
                ceiling=_sum(a.ceiling for a in rows),
                realized=_sum(a.realized for a in rows),
            )
            for name, rows in sorted(groups.items())
        )

    @property
    def participants(self) -> tuple[int, int]:
        men = _sum(row.activity.men for row in self.activities)
        return men, _sum(row.activity.women for row in self.activities)

    @property
    def involved(self) -> tuple[Involved, ...]:
        """Offices whose activities name an institution or whom they are for."""
        rows = []
        for row in self.verified:
            told = row.figures.activities
            institutions = _once(activity.institutions for activity in told)
            beneficiaries = _once(activity.beneficiaries for activity in told)
            if institutions or beneficiaries:
                rows.append(
                    Involved(
                        opd=row.opd.short_name,
                        institutions=institutions,
                        beneficiaries=beneficiaries,
                        men=row.figures.men,
                        women=row.figures.women,
                    )
                )
        return tuple(rows)

    @property
    def photo_count(self) -> int:
        return sum(len(row.photos) for row in self.content.meetings)

    @property
    def obstacles(self) -> tuple[VerifiedOpd, ...]:
        return tuple(
            row
            for row in self.verified
            if row.figures.obstacles or row.figures.efforts or row.figures.support_asked
        )

    @property
    def recommendations(self) -> tuple[tuple[str, str], ...]:
        """(words, who says so): many offices ask for the same."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in self.verified:
            if words := row.figures.recommendation.strip():
                found[words].append(row.opd.short_name)
        return tuple((words, ", ".join(names)) for words, names in found.items())

    @property
    def member_sexes(self) -> tuple[int, int, int]:
        sexes = [row.sex for row in self.content.members]
        return sexes.count("L"), sexes.count("P"), sexes.count("")

    @property
    def without_focal_point(self) -> int:
        return sum(not row.focal_points for row in self.content.opds)

    @property
    def settled_meetings(self) -> int:
        return sum(meeting.is_settled for meeting in self.content.meetings)

    @property
    def attendance(self) -> tuple[int, int]:
        meetings = self.content.meetings
        return _sum(m.men for m in meetings), _sum(m.women for m in meetings)

    @property
    def done_follow_ups(self) -> int:
        return sum(row.status.startswith("Selesai") for row in self.content.follow_ups)

    @property
    def late_follow_ups(self) -> int:
        return sum("terlambat" in row.status for row in self.content.follow_ups)

    @property
    def focal_points(self) -> tuple[tuple[str, FocalPointRow], ...]:
        return tuple(
            (row.short_name, person)
            for row in self.content.opds
            for person in row.focal_points
        )


def key_figures(content: ReportContent) -> list[list[str]]:
    """What the public page tells: pairs of label and value, no person in it."""
    summary = Summary(content)
    expected = content.expected
    men, women = summary.attendance
    rows = [
        [
            "Laporan perangkat daerah terverifikasi",
            f"{summary.verified_count} dari {expected}",
        ],
        ["Rapat pada semester ini", f"{len(content.meetings)}"],
        ["Peserta rapat", f"{men + women} (laki-laki {men}, perempuan {women})"],
        [
            "Tindak lanjut selesai",
            f"{summary.done_follow_ups} dari {len(content.follow_ups)}",
        ],
    ]
    for total in summary.arg:
        share = persen(total.ceiling, total.spending)
        rows.append([f"Pagu ARG terhadap {total.denominator}", share])
    if content.assessment:
        value = angka(content.assessment.verified_value, 1)
        rows.append(["Nilai terverifikasi tujuh prasyarat (nilai internal)", value])
    return rows


def _sum(values: Iterable[int | None]) -> int:
    return sum(value or 0 for value in values)


def _once(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(word for word in words if word))
