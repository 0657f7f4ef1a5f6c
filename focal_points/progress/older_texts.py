"""An older text of a report against its draft. No database."""

from __future__ import annotations

import datetime as dt
from typing import Any

from focal_points.progress.content import STORED_IN_ACTIVITY, Content, day

_DATES = ("held_from", "held_to")


def would_be(now: Content, older: Content) -> Content:
    """The draft after the older text is put back: evidence attached since then stays."""
    known = {file["id"] for file in older["files"]}
    later = [
        file if file["activity"] in _ids(older) else {**file, "activity": None}
        for file in now["files"]
        if file["id"] not in known
    ]
    return {
        "fields": {**now["fields"], **older["fields"]},
        "activities": older["activities"],
        "files": [*older["files"], *later],
    }


def is_same(one: Content, other: Content) -> bool:
    return (
        one["fields"] == other["fields"]
        and one["activities"] == other["activities"]
        and _evidence(one) == _evidence(other)
    )


def values_of(activity: dict[str, Any]) -> dict[str, Any]:
    """A frozen activity as its row holds it; a key of a later release is left alone."""
    return {
        key: _date(activity[key]) if key in _DATES else activity[key]
        for key in STORED_IN_ACTIVITY
        if key in activity
    }


def names_that_differ(now: Content, then: Content) -> set[str]:
    """Names in the form whose text changes."""
    was = {row["id"]: row for row in now["activities"]}
    names = {
        key for key, value in then["fields"].items() if now["fields"].get(key) != value
    }
    for row in then["activities"]:
        before = was.get(row["id"], {})
        names |= {
            f"kegiatan-{row['id']}-{key}"
            for key in STORED_IN_ACTIVITY
            if key in row and (not before or before.get(key) != row[key])
        }
    return names


def is_of(name: str, content: Content) -> bool:
    """A name in the form that still has a place in this text."""
    if not name.startswith("kegiatan-"):
        return True
    return name.split("-")[1] in {str(pk) for pk in _ids(content)}


def _ids(content: Content) -> set[int]:
    return {row["id"] for row in content["activities"]}


def _evidence(content: Content) -> dict[str, tuple[str, int | None]]:
    return {f["id"]: (f.get("caption", ""), f["activity"]) for f in content["files"]}


def _date(text: str | None) -> dt.date | None:
    return day(text)
