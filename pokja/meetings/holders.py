"""Where a text in work is kept: in rows while the meeting runs, beside the settled
minutes while they are corrected. Both hand out and take the same flat list of points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pokja.meetings.choices import Section
from pokja.meetings.draft import RECOMMENDATION, SUMMARY, Item, clean
from pokja.meetings.models import Meeting, MinutesCorrection, MinutesItem


@dataclass
class RunningText:
    meeting: Meeting
    correction: None = None

    def load(self) -> list[Item]:
        return [summary_of(self.meeting), *points_of(self.meeting)]

    def store(self, items: Sequence[Item]) -> None:
        write_points(self.meeting, items)


@dataclass
class CorrectionText:
    meeting: Meeting
    correction: MinutesCorrection

    def load(self) -> list[Item]:
        return [Item(**row) for row in self.correction.content]

    def store(self, items: Sequence[Item]) -> None:
        self.correction.content = [_row(item) for item in items]
        self.correction.save(update_fields=["content"])


Holder = RunningText | CorrectionText


def holder_of(meeting: Meeting, correction: MinutesCorrection | None) -> Holder:
    if correction is None:
        return RunningText(meeting)
    return CorrectionText(meeting, correction)


def summary_of(meeting: Meeting) -> Item:
    return clean(Item(SUMMARY, SUMMARY, 0, meeting.summary, meeting.summary_page))


def points_of(meeting: Meeting) -> list[Item]:
    """The points in the order they are printed; one query."""
    children: defaultdict[int | None, list[MinutesItem]] = defaultdict(list)
    for row in meeting.minutes.all():
        children[row.parent_id].append(row)
    found: list[Item] = []

    def walk(parent: int | None, depth: int) -> None:
        for row in children[parent]:
            key = row.key or f"b{row.pk}"
            found.append(Item(key, row.section, depth, row.text, row.page, row.writer))
            walk(row.pk, depth + 1)

    walk(None, 0)
    places = list(Section)
    return sorted(found, key=lambda item: places.index(Section(item.section)))


def recommendations_of(meeting: Meeting) -> list[Item]:
    """Their wording may be corrected; number and place never."""
    return [
        Item(f"rek{row.pk}", RECOMMENDATION, 0, row.text)
        for row in meeting.recommendations.all()
    ]


def write_points(meeting: Meeting, items: Sequence[Item]) -> None:
    """Anew from the list: a few statements, however many points."""
    summary = next((item for item in items if item.key == SUMMARY), None)
    if summary and (summary.text, summary.page) != (
        meeting.summary,
        meeting.summary_page,
    ):
        meeting.summary, meeting.summary_page = summary.text, summary.page
        meeting.save(update_fields=["summary", "summary_page"])
    meeting.minutes.all().delete()
    points = [item for item in items if item.section in Section]
    above: dict[int, MinutesItem] = {}
    parents: list[tuple[MinutesItem, MinutesItem | None]] = []
    for place, item in enumerate(points, start=1):
        row = MinutesItem(
            meeting=meeting,
            section=item.section,
            order=place,
            text=item.text,
            key=item.key,
            page=item.page,
            writer=item.writer,
        )
        parents.append((row, above.get(item.depth - 1) if item.depth else None))
        above[item.depth] = row
    _save_by_depth(parents)


def _save_by_depth(parents: list[tuple[MinutesItem, MinutesItem | None]]) -> None:
    """A parent has its number before its children are written."""
    waiting = parents
    while waiting:
        ready = [(row, up) for row, up in waiting if up is None or up.pk]
        waiting = [(row, up) for row, up in waiting if up is not None and not up.pk]
        for row, up in ready:
            row.parent = up
        MinutesItem.objects.bulk_create([row for row, _ in ready])


def _row(item: Item) -> dict[str, Any]:
    return {
        "key": item.key,
        "section": item.section,
        "depth": item.depth,
        "text": item.text,
        "page": item.page,
        "writer": item.writer,
    }


def plain_rows(items: Iterable[Item]) -> list[dict[str, Any]]:
    """What a revision keeps: the text alone."""
    return [
        {"key": i.key, "section": i.section, "depth": i.depth, "text": i.text}
        for i in items
    ]


def from_rows(rows: Iterable[dict[str, Any]]) -> list[Item]:
    return [Item(r["key"], r["section"], r["depth"], r["text"]) for r in rows]
