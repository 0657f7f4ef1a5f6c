"""The minutes as they are read: sections with their nested points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pokja.meetings.choices import Section
from pokja.meetings.draft import RECOMMENDATION, SUMMARY, Item
from pokja.meetings.holders import points_of
from pokja.meetings.models import Meeting

LABELS = {
    SUMMARY: "Ringkasan jalannya rapat",
    **dict(Section.choices),
    RECOMMENDATION: "Rekomendasi",
}


@dataclass
class Branch:
    text: str
    subs: list[Branch] = field(default_factory=list)


@dataclass
class SectionText:
    code: str
    points: list[Branch] = field(default_factory=list)

    @property
    def label(self) -> str:
        return LABELS[self.code]

    @property
    def html(self) -> SafeString:
        """Composed here, so that a point costs the template nothing."""
        return _nested("ol", self.points)


def _nested(tag: str, branches: Iterable[Branch]) -> SafeString:
    rows = ((row.text, _nested("ul", row.subs) if row.subs else "") for row in branches)
    points = format_html_join("", "<li>{}{}</li>", rows)
    return format_html("<{}>{}</{}>", tag, points, tag)


def sections_of(meeting: Meeting) -> list[SectionText]:
    return sections(points_of(meeting))


def sections_told(meeting: Meeting) -> list[SectionText]:
    """Of settled minutes as they were settled, which asks nothing."""
    settled = meeting.settled_content if meeting.is_settled else None
    return of_rows(settled["minutes"]) if settled else sections_of(meeting)


def sections(items: Iterable[Item]) -> list[SectionText]:
    """Only those that say something."""
    found: dict[str, SectionText] = {}
    above: list[list[Branch]] = []
    for item in items:
        if item.section not in found:
            found[item.section] = SectionText(item.section)
            above = [found[item.section].points]
        branch = Branch(item.text)
        above[item.depth].append(branch)
        above[item.depth + 1 :] = [branch.subs]
    return list(found.values())


def as_rows(sections: Sequence[SectionText]) -> list[dict[str, Any]]:
    """As the frozen text keeps them."""
    return [
        {"section": section.code, **_branch_row(point)}
        for section in sections
        for point in section.points
    ]


def _branch_row(branch: Branch) -> dict[str, Any]:
    return {"text": branch.text, "subs": [_branch_row(sub) for sub in branch.subs]}


def of_rows(rows: Iterable[dict[str, Any]]) -> list[SectionText]:
    """Also of texts settled before there were sections and a third level."""
    found: dict[str, SectionText] = {}
    for row in rows:
        code = row.get("section", Section.DISCUSSION.value)
        found.setdefault(code, SectionText(code)).points.append(_branch(row))
    return list(found.values())


def _branch(row: Any) -> Branch:
    if isinstance(row, str):
        return Branch(row)
    return Branch(row["text"], [_branch(sub) for sub in row["subs"]])


def lines_of(items: Iterable[Item]) -> list[str]:
    """One line per point, for comparing: «2.1 Komitmen»."""
    lines: list[str] = []
    counts: list[int] = []
    section = ""
    for item in items:
        if item.section != section:
            section, counts = item.section, []
        counts = [*counts, 0][: item.depth + 1]
        counts += [0] * (item.depth + 1 - len(counts))
        counts[item.depth] += 1
        lines.append(".".join(map(str, counts)))
    return lines
