"""What a DOCX of ours is told: columns, lists, signatures. `docx` is the door.

Who writes one opens that door where it writes: python-docx is large, and most processes
never write a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

KIND = "docx"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Align = Literal["left", "center", "right", "justify"]
Marks = Literal["1.", "a.", "-"]


@dataclass(frozen=True)
class Column:
    """`width` in centimetres."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Point:
    text: str
    children: tuple[str | Point, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A numbered list that begins anew at its first mark."""

    points: Sequence[str | Point]
    marks: Marks = "1."


@dataclass(frozen=True)
class Signature:
    """Lines above the room for the signature, the name, lines below it."""

    above: Sequence[str]
    name: str
    below: Sequence[str] = ()
