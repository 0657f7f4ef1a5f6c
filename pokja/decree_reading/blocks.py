"""What a document is made of for the reader: lines of words, and tables of cells."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Piece:
    """One word and where it stands on its line."""

    x0: float
    x1: float
    text: str


@dataclass(frozen=True)
class Line:
    """A text line. An empty one stands for a gap, such as the room for a signature."""

    text: str
    words: tuple[Piece, ...] = ()


@dataclass
class Table:
    """A merged cell says its text in every place it covers."""

    rows: list[list[str]] = field(default_factory=list)


Block = Line | Table


class Unreadable(Exception):
    """`sentence`: why this document gives no proposal, and what to do instead."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
