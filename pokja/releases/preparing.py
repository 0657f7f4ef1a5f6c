"""The text of a release from the frozen minutes: no person is named in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pokja.meetings.choices import Section
from pokja.meetings.paper import Paper
from pokja.meetings.sections import Branch

NAME = "[nama]"
# Shorter ones are words as well: «Ani» stands in «urgensi pelayanan».
SHORTEST_NAME = 4
_HONOUR = re.compile(
    r"^(?:(?:prof|drs?|dra|ir|hj?|kh|bapak|ibu|sdri?)\.? +)+", re.IGNORECASE
)
# Where a speaker or who opened is told by the office, there is no name to keep back.
_OFFICE = re.compile(
    r"(?:plt|plh|pj|kepala|kabid|kasi|kasubbag|kasubag|bupati|wakil|wali|gubernur|sekda"
    r"|sekretaris|sekretariat|asisten|ketua|anggota|staf|camat|direktur|fungsional|tim"
    r"|panitia|narasumber|moderator|pokja|dinas|badan|bappeda|bps|puspa|opd|para"
    r"|peserta|focal|universitas|perwakilan)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
# NIP, NIK and telephone numbers, also with spaces or dots in them.
_NUMBER = re.compile(r"(?<![\d.,])\+?\d(?:[ .-]?\d){9,}(?![\d.,]*\d)")


def prepared(paper: Paper) -> tuple[str, str]:
    """(title, body), to be edited before anybody sees it."""
    names = names_in(paper.content)
    body = "\n\n".join(part for part in _parts(paper) if part)
    return _without(str(paper.facts["title"]), names)[:200], _without(body, names)


def _parts(paper: Paper) -> Iterator[str]:
    facts = paper.facts
    yield (
        f"{facts['organiser']} menyelenggarakan {paper.kind.lower()} pada "
        f"{paper.days} di {facts['place']}."
    )
    if facts["theme"]:
        yield f"Tema: «{facts['theme']}»."
    if paper.totals.total:
        yield f"Peserta: {paper.people}."
    decided = [
        point
        for section in paper.first_sections
        if section.code == Section.DECISION
        for point in section.points
    ]
    if decided:
        yield "\n".join(["Keputusan dan kesimpulan", *_numbered(decided)])
    if paper.recommendations:
        rows = [
            f"{place}. {row['text']} (tenggat {row['due']})"
            for place, row in enumerate(paper.recommendations, 1)
            if not row["is_example"]
        ]
        yield "\n".join(["Rekomendasi", *rows]) if rows else ""


def _numbered(points: Iterable[Branch], before: str = "") -> Iterator[str]:
    for place, point in enumerate(points, 1):
        number = f"{before}{place}."
        yield f"{number} {point.text}"
        yield from _numbered(point.subs, number)


def names_in(content: dict[str, Any]) -> list[str]:
    """Every person the minutes name, longest first."""
    facts = content["meeting"]
    told = [facts["chair_name"], facts["opened_by"], content["signed"]["notulis"]]
    told += facts["speakers"] + [row["speaker"] for row in content["agenda"]]
    told += [content.get("settled", {}).get("by", "")]
    told += [name for row in content["attendance"] for name in row["names"]]
    told += [
        row["who"]
        for row in content.get("people", [])
        if row["who"] not in (row["position"], row["agency"])
    ]
    offices = {row["who"].casefold() for row in content["attendance"]}
    found = {bare for name in told if (bare := _bare(name)).casefold() not in offices}
    # «Dinsos P3A» speaks, and is the organiser: an office under its short name.
    hosts = f"{facts['organiser']} {facts['host']}".casefold()
    found = {name for name in found if name.casefold() not in hosts}
    people = {n for n in found if len(n) >= SHORTEST_NAME and not _OFFICE.match(n)}
    return sorted(people, key=len, reverse=True)


def _bare(name: str) -> str:
    """Without what stands before and behind it: the text may name the person without."""
    return _HONOUR.sub("", " ".join(name.partition(",")[0].split()))


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = _pattern(name).sub(NAME, text)
    return text


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def personal_in(text: str, content: dict[str, Any]) -> str:
    """The first thing in the text that must not go out, or nothing."""
    if NAME in text:
        return NAME
    for pattern in (*map(_pattern, names_in(content)), _MAIL, _NUMBER):
        if found := pattern.search(text):
            return found.group()
    return ""
