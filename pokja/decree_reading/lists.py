"""Members told as a list: «VI. Anggota : 1. Kepala Dinas …»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pokja.decree_reading.rows import Found, who_of
from pokja.decree_reading.vocabulary import joined, standing_of

_COUNT = r"\(?(?:\d{1,3}|[IVXLC]{1,6}|[a-zA-Z])\s*[.)]"
_GROUP = re.compile(rf"(?:{_COUNT}\s*)?([^:;.\d]{{4,60}}?)\s*:\s*(.*)", re.DOTALL)
_ALONE = re.compile(rf"(?:{_COUNT}\s*)?([^:;.\d]{{4,60}}?)\s*:?")
_ITEM = re.compile(rf"(?:{_COUNT}|[-•–])\s+(.+)")


def rows_of(lines: Iterable[str]) -> list[Found]:
    kedudukan = ""
    said: list[tuple[str, str]] = []
    is_counted = False
    for raw in lines:
        line = " ".join(raw.split())
        if not line:
            continue
        if group := _group(line):
            kedudukan, line = group
            is_counted = False
            if not line:
                continue
            said.append((kedudukan, ""))
        if not kedudukan:
            continue
        if item := _ITEM.fullmatch(line):
            line = item[1]
            if said[-1:] != [(kedudukan, "")]:
                said.append((kedudukan, ""))
            is_counted = True
        elif (
            not said or said[-1][0] != kedudukan or (not is_counted and not said[-1][1])
        ):
            said = said if said[-1:] == [(kedudukan, "")] else [*said, (kedudukan, "")]
        said[-1] = (kedudukan, f"{said[-1][1]}\n{line}".strip("\n"))
    return [_found(kedudukan, text) for kedudukan, text in said if text]


def _group(line: str) -> tuple[str, str] | None:
    for pattern in (_GROUP, _ALONE):
        found = pattern.fullmatch(line)
        if found and standing_of(found[1]):
            return found[1].strip(), found[2].strip() if pattern is _GROUP else ""
    return None


def _found(kedudukan: str, text: str) -> Found:
    name, position, nip = who_of(joined(text).rstrip(" ;."))
    standing, field = standing_of(kedudukan) or ("", "")
    return Found(
        name=name,
        position=position,
        kedudukan=kedudukan,
        standing=standing,
        field=field,
        nip=nip,
    )
