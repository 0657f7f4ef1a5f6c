"""Minutes as people type them: «1. » begins a point, «- » begins a sub-item.

read_minutes(write_minutes(points)) gives the same points back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_NUMBER = re.compile(r"[0-9]{1,3}[.)]\s+")
_BULLET = re.compile(r"[-*•–]\s+")


@dataclass
class Point:
    text: str
    subs: list[str] = field(default_factory=list)


def read_minutes(typed: str) -> list[Point]:
    """Lines that begin with neither continue the one before; so pasted text survives.

    After a blank line plain text begins a new point, for those who type no numbers.
    """
    points: list[Point] = []
    after_blank = True
    for raw in typed.splitlines():
        line = one_line(raw)
        if not line:
            after_blank = True
            continue
        _take(points, line, after_blank)
        after_blank = False
    return [point for point in points if point.text or point.subs]


def _take(points: list[Point], line: str, after_blank: bool) -> None:
    if found := _NUMBER.match(line + " "):
        points.append(Point(line[found.end() :].strip()))
    elif found := _BULLET.match(line + " "):
        if not points:
            points.append(Point(""))
        if text := line[found.end() :].strip():
            points[-1].subs.append(text)
    elif after_blank or not points:
        points.append(Point(line))
    elif points[-1].subs:
        points[-1].subs[-1] += f" {line}"
    else:
        points[-1].text = f"{points[-1].text} {line}".strip()


def write_minutes(points: Iterable[Point]) -> str:
    written = []
    for number, point in enumerate(points, start=1):
        lines = [f"{number}. {point.text}"]
        lines += [f"- {sub}" for sub in point.subs]
        written.append("\n".join(lines))
    return "\n\n".join(written)


def one_line(text: str) -> str:
    """A point is one paragraph: every run of white space becomes one blank."""
    return " ".join(text.replace("\0", " ").split())
