"""A text PDF as lines and tables, in the order they are read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pokja.decree_reading.blocks import Block, Line, Unreadable
from pokja.decree_reading.pdf_tables import Grid, grids_of
from pokja.decree_reading.pdf_words import Page, TextLine, pages_of, text_lines

SCANNED = (
    "PDF ini hasil pindaian: isinya gambar, bukan teks, jadi tidak dapat dibaca. Unggah "
    "PDF yang disimpan dari Word, atau DOCX-nya. Data SK ini juga dapat diketik di "
    "“Catat SK”."
)
FEWEST_LETTERS = 200
# Share of the page's height where a header or footer stands.
MARGIN = 0.08
PAGE_NUMBER = re.compile(
    r"[-–—\s]*\d{1,3}[-–—\s]*|hal(aman)?\.?\s*\d+.*", re.IGNORECASE
)


@dataclass(frozen=True)
class _Sheet:
    height: float
    lines: list[TextLine]
    grids: list[Grid]

    def is_margin(self, line: TextLine) -> bool:
        return not MARGIN < line.top / self.height < 1 - MARGIN


def blocks_of(content: bytes) -> list[Block]:
    pages = list(pages_of(content))
    if sum(len(page.letters) for page in pages) < FEWEST_LETTERS:
        raise Unreadable(SCANNED)
    sheets = [_sheet(page) for page in pages]
    running = _running(sheets)
    found: list[Block] = []
    for sheet in sheets:
        found += _blocks(sheet, running)
    return found


def _sheet(page: Page) -> _Sheet:
    grids = grids_of(page)
    inside = frozenset[object]().union(*(grid.letters for grid in grids))
    outside = [letter for letter in page.letters if letter not in inside]
    return _Sheet(page.height, text_lines(outside), grids)


def _running(sheets: list[_Sheet]) -> set[tuple[int, str]]:
    """What stands in the margin of nearly every page at the same height."""
    seen = Counter(
        key
        for sheet in sheets
        for key in {_key(line) for line in sheet.lines if sheet.is_margin(line)}
    )
    return {
        key for key, times in seen.items() if times > 1 and times + 1 >= len(sheets)
    }


def _key(line: TextLine) -> tuple[int, str]:
    return round(line.top / 4), re.sub(r"\d+", "0", line.text)


def _blocks(sheet: _Sheet, running: set[tuple[int, str]]) -> list[Block]:
    kept = [
        line
        for line in sheet.lines
        if _key(line) not in running and not PAGE_NUMBER.fullmatch(line.text)
    ]
    parts: list[tuple[float, Block]] = [(grid.top, grid.table) for grid in sheet.grids]
    before: TextLine | None = None
    for line in kept:
        if before is not None and line.top - before.top > 1.9 * line.size:
            parts.append((line.top - 0.1, Line("")))
        parts.append((line.top, Line(line.text, line.words)))
        before = line
    parts.sort(key=lambda part: part[0])
    return [Line(""), *(block for _, block in parts)]
