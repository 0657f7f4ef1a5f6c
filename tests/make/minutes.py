"""The form of the minutes editor as a browser sends it."""

from __future__ import annotations

from typing import Any

from pokja.meetings.draft import Item, marks_of
from pokja.meetings.draft_post import base_text
from pokja.meetings.holders import RunningText
from pokja.meetings.models import Meeting


def load(meeting: Meeting) -> list[Item]:
    return RunningText(Meeting.objects.get(pk=meeting.pk)).load()


def form(base: list[Item], items: list[Item], page: str = "laman1", **more: str) -> Any:
    return {
        "dasar": base_text(marks_of(base)),
        "laman": page,
        "butir": [f"{i.key}:{i.section}:{i.depth}" for i in items],
        **{f"teks-{i.key}": i.text for i in items},
        **more,
    }


def point(key: str, text: str, section: str = "pembahasan", depth: int = 0) -> Item:
    return Item(key, section, depth, text)
