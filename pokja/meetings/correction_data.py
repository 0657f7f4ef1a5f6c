"""What a correction changes beside the text: heading facts and attendance figures.

Everything else of the settled minutes is taken over as it was frozen, so that nothing
changes that the list of changes does not name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from pokja.meetings.compare import Change, words
from pokja.meetings.models import Meeting, MinutesCorrection
from pokja.meetings.paper import Paper
from pokja.meetings.times import local
from pug_portal.access.refusal import Refusal

MOMENTS = ("starts_at", "ends_at")
WORDS = ("place", "chair_name", "chair_position", "opened_by", "represents")
FACTS = (*MOMENTS, *WORDS)
BY_NAME = (
    "Kehadiran rapat ini dihitung dari daftar hadir menurut nama; jumlahnya tidak diralat "
    "tersendiri."
)
Figures = Sequence[tuple[int, int]]


def corrected(meeting: Meeting, correction: MinutesCorrection) -> dict[str, Any]:
    """The frozen content with the facts and figures of the correction in it."""
    old: dict[str, Any] = meeting.settled_content or {}
    new = {**old, "meeting": {**old["meeting"], **correction.facts}}
    if correction.figures:
        new["attendance"] = [
            {**row, "men": men, "women": women}
            for row, (men, women) in zip(
                old["attendance"], correction.figures, strict=True
            )
        ]
        new["totals"] = {**old["totals"], **_sums(new["attendance"])}
    return new


def data_changes(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    """In the words of the form, one line for each that reads otherwise now."""
    return [
        Change(label, "", "diubah", words(before, after))
        for (label, before), (_label, after) in zip(_told(old), _told(new), strict=True)
        if before != after
    ]


def check_data(meeting: Meeting, facts: dict[str, Any], figures: Figures) -> None:
    if not facts["place"]:
        raise Refusal("Tulis tempat rapat.", field="place")
    if facts["ends_at"] < facts["starts_at"]:
        raise Refusal("Rapat selesai sebelum mulai.", field="ends_time")
    if _year(facts["starts_at"], meeting) != _year(meeting.starts_at, meeting):
        raise Refusal(
            "Rekomendasi rapat ini bernomor menurut tahunnya; tahun rapat tidak diralat.",
            field="starts_on",
        )
    content = meeting.settled_content or {}
    rows = content["attendance"]
    if content.get("people") and list(figures) != figures_of(content):
        raise Refusal(BY_NAME)
    if len(figures) != len(rows):
        raise Refusal("Daftar kehadiran berubah. Buka lagi halaman ini.")
    for row, (men, women) in zip(rows, figures, strict=True):
        if men + women < max(1, len(row["names"])):
            raise Refusal(
                f"{row['who']}: jumlah yang hadir lebih kecil dari nama yang ditulis, "
                "atau kosong."
            )


def as_stored(facts: dict[str, Any]) -> dict[str, Any]:
    """As the frozen content writes them."""
    moments = {name: facts[name].astimezone(dt.UTC).isoformat() for name in MOMENTS}
    return {**moments, **{name: facts[name] for name in WORDS}}


def figures_of(content: dict[str, Any]) -> list[tuple[int, int]]:
    return [(row["men"], row["women"]) for row in content["attendance"]]


def write_data(meeting: Meeting, content: dict[str, Any]) -> None:
    """The rows follow the corrected content; the caller saves the meeting."""
    for name in WORDS:
        setattr(meeting, name, content["meeting"][name])
    for name in MOMENTS:
        setattr(meeting, name, dt.datetime.fromisoformat(content["meeting"][name]))
    rows = meeting.attendance.all()
    for row, told in zip(rows, content["attendance"], strict=True):
        if (row.men, row.women) != (told["men"], told["women"]):
            row.men, row.women = told["men"], told["women"]
            row.save(update_fields=["men", "women"])


def _told(content: dict[str, Any]) -> list[tuple[str, str]]:
    paper = Paper(content)
    return [
        ("Hari, tanggal", paper.days),
        ("Waktu", paper.hours),
        ("Tempat", str(paper.facts["place"])),
        ("Pimpinan rapat", paper.chair),
        ("Dibuka oleh", paper.opened_by),
        *(
            (f"Kehadiran {row['who']}", f"{row['men']} L, {row['women']} P")
            for row in content["attendance"]
        ),
        ("Jumlah peserta", paper.people),
    ]


def _sums(rows: list[dict[str, Any]]) -> dict[str, int]:
    men, women = sum(row["men"] for row in rows), sum(row["women"] for row in rows)
    leaders = sum(row["men"] + row["women"] for row in rows if row["is_leader"])
    return {"men": men, "women": women, "leaders": leaders, "total": men + women}


def _year(moment: dt.datetime, meeting: Meeting) -> int:
    return local(moment, meeting.region).year
