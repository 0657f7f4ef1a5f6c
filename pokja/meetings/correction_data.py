"""What a correction changes beside the text: heading facts, and who came.

Everything else of the settled minutes is taken over as it was frozen, so that nothing
changes that the list of changes does not name.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pokja.meetings.compare import Change, words
from pokja.meetings.models import Attendance, Meeting, MinutesCorrection
from pokja.meetings.paper import Paper
from pokja.meetings.quorum import asked_to, quorum_of
from pokja.meetings.times import local
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import now
from pug_portal.lib.dates import tanggal

MOMENTS = ("starts_at", "ends_at")
WORDS = ("place", "chair_name", "chair_position", "opened_by", "represents")
FACTS = (*MOMENTS, *WORDS)
BY_NAME = (
    "Kehadiran rapat ini dihitung dari daftar hadir menurut nama: jumlahnya mengikuti "
    "ralat daftar itu."
)
# Of the frozen content: what follows from the marks of a list by name.
FROM_NAMES = ("people", "attendance", "totals")
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
    if correction.by_name:
        new |= {name: correction.by_name[name] for name in FROM_NAMES}
    return new | _quorum(meeting, old, new["totals"])


def _quorum(
    meeting: Meeting, old: dict[str, Any], totals: dict[str, Any]
) -> dict[str, str]:
    """Counted anew where another number came; else as it was frozen."""
    if "quorum" not in old or totals["total"] == old["totals"]["total"]:
        return {}
    found = quorum_of(meeting, totals["total"], asked_to(meeting))
    return {"quorum": found.told} if found else {}


def data_changes(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    """In the words of the form, one line for each that reads otherwise now."""
    before, after = _once(_told(old)), _once(_told(new))
    labels = [*before, *(label for label in after if label not in before)]
    return [
        Change(
            label[0], "", "diubah", words(before.get(label, ""), after.get(label, ""))
        )
        for label in labels
        if before.get(label) != after.get(label)
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
    if content.get("people"):
        if figures:
            raise Refusal(BY_NAME)
        return
    rows = content["attendance"]
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


def write_data(
    meeting: Meeting, content: dict[str, Any], by_name: dict[str, Any]
) -> None:
    """The rows follow the corrected content; the caller saves the meeting."""
    for name in WORDS:
        setattr(meeting, name, content["meeting"][name])
    for name in MOMENTS:
        setattr(meeting, name, dt.datetime.fromisoformat(content["meeting"][name]))
    if by_name:
        write_marks(meeting, by_name)
        return
    rows = meeting.attendance.all()
    for row, told in zip(rows, content["attendance"], strict=True):
        if (row.men, row.women) != (told["men"], told["women"]):
            row.men, row.women = told["men"], told["women"]
            row.save(update_fields=["men", "women"])


def write_marks(meeting: Meeting, by_name: dict[str, Any]) -> None:
    """The list by name and the rows counted from it, as the correction worked them out."""
    chairs = meeting.participants.in_bulk([mark["chair"] for mark in by_name["marks"]])
    for mark in by_name["marks"]:
        told = {name: value for name, value in mark.items() if name != "chair"}
        day = dt.date.fromisoformat(told.pop("day"))
        presences = chairs[mark["chair"]].presences
        if told["state"]:
            presences.update_or_create(
                day=day, defaults={**told, "by_code": False, "at": now()}
            )
        else:
            presences.filter(day=day).delete()
    meeting.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, order=place, **row)
        for place, row in enumerate(by_name["rows"], start=1)
    )


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
        *_people(content),
        ("Jumlah peserta", paper.people),
        ("Kuorum", str(content.get("quorum", ""))),
    ]


def _people(content: dict[str, Any]) -> list[tuple[str, str]]:
    """Who came on which day, where the list is kept by name."""
    return [
        (
            f"{one['who']} ({one['agency']}), {tanggal(dt.date.fromisoformat(day['day']))}",
            "; ".join(filter(None, [day["told"], day["note"]])),
        )
        for one in content.get("people", [])
        for day in one["days"]
    ]


def _once(told: Iterable[tuple[str, str]]) -> dict[tuple[str, int], str]:
    """Two rows of one label stay two: (label, how many came before it)."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], str] = {}
    for label, value in told:
        found[label, seen[label]] = value
        seen[label] += 1
    return found


def _sums(rows: list[dict[str, Any]]) -> dict[str, int]:
    men, women = sum(row["men"] for row in rows), sum(row["women"] for row in rows)
    leaders = sum(row["men"] + row["women"] for row in rows if row["is_leader"])
    return {"men": men, "women": women, "leaders": leaders, "total": men + women}


def _year(moment: dt.datetime, meeting: Meeting) -> int:
    return local(moment, meeting.region).year
