"""Characters and drawn lines of a PDF page, with their places. Nothing is judged here."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from pokja.decree_reading.blocks import Piece

# A drawn line may be a thin box; what is thicker than this is a picture or a colour.
THIN = 3.0
# Gaps as shares of the size of the letters.
SPACE = 0.18
WIDE = 1.1
MOST_CHARACTERS = 400_000


@dataclass(frozen=True)
class Edge:
    """A drawn line: at `at`, from `start` to `end` in the other direction."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Letter:
    x0: float
    x1: float
    top: float
    size: float
    text: str


@dataclass
class Page:
    height: float
    letters: list[Letter] = field(default_factory=list)
    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)


@dataclass(frozen=True)
class TextLine:
    top: float
    size: float
    words: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """A wide gap is told as a tab."""
        text = self.words[0].text
        for one, other in pairwise(self.words):
            is_wide = other.x0 - one.x1 > WIDE * self.size
            text += ("\t" if is_wide else " ") + other.text
        return text


def pages_of(content: bytes) -> Iterator[Page]:
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(io.BytesIO(content)):
        interpreter.process_page(page)
        layout = device.get_result()
        found = Page(layout.height)
        for item in _flat(layout):
            _take(item, layout.height, found)
            if len(found.letters) > MOST_CHARACTERS:
                break
        yield found


def _flat(container: LTContainer) -> Iterator[LTComponent]:
    waiting = [container]
    while waiting:
        for item in waiting.pop():
            if isinstance(item, LTContainer):
                waiting.append(item)
            else:
                yield item


def _take(item: LTComponent, height: float, page: Page) -> None:
    if isinstance(item, LTChar):
        # A hyphen of the typesetter is a hyphen.
        text = item.get_text().replace("\u2010", "-").replace("\u00ad", "-")
        if item.upright and len(text) < 5:
            size = item.size or 1.0
            page.letters.append(Letter(item.x0, item.x1, height - item.y1, size, text))
    elif isinstance(item, LTCurve):
        _take_edges(item, height, page)


def _take_edges(item: LTCurve, height: float, page: Page) -> None:
    top, bottom = height - item.y1, height - item.y0
    if item.width > THIN and item.height > THIN:
        if not item.stroke:
            return
        page.across += [Edge(top, item.x0, item.x1), Edge(bottom, item.x0, item.x1)]
        page.down += [Edge(item.x0, top, bottom), Edge(item.x1, top, bottom)]
    elif item.width >= item.height:
        page.across.append(Edge((top + bottom) / 2, item.x0, item.x1))
    else:
        page.down.append(Edge((item.x0 + item.x1) / 2, top, bottom))


def text_lines(letters: list[Letter]) -> list[TextLine]:
    """Letters of about the same height, from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: (each.top, each.x0)):
        if rows and abs(rows[-1][0].top - letter.top) < 0.5 * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    lines = (_line(sorted(row, key=lambda each: each.x0)) for row in rows)
    return [line for line in lines if line.words]


def _line(row: list[Letter]) -> TextLine:
    size = max(letter.size for letter in row)
    words: list[list[Letter]] = [[]]
    for letter in row:
        before = words[-1][-1] if words[-1] else None
        if not letter.text.strip():
            words.append([])
        elif before is not None and letter.x0 - before.x1 > SPACE * size:
            words.append([letter])
        else:
            words[-1].append(letter)
    return TextLine(row[0].top, size, tuple(_piece(word) for word in words if word))


def _piece(letters: list[Letter]) -> Piece:
    text = "".join(letter.text for letter in letters)
    return Piece(letters[0].x0, letters[-1].x1, text)
