"""Tables with drawn lines: which cell of the grid each letter stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pokja.decree_reading.blocks import Table
from pokja.decree_reading.pdf_words import Edge, Letter, Page, text_lines

NEAR = 2.5
# Borders of one table are at most this far apart where they should meet.
REACH = 4.0
MOST_CELLS = 20_000


@dataclass(frozen=True)
class Grid:
    top: float
    bottom: float
    table: Table
    letters: frozenset[Letter]


def grids_of(page: Page) -> list[Grid]:
    """From the top of the page to its bottom."""
    found = []
    for across, down in _groups(page):
        columns = _merged(edge.at for edge in down)
        rows = _merged(edge.at for edge in across)
        cells = (len(columns) - 1) * (len(rows) - 1)
        if len(columns) >= 3 and len(rows) >= 2 and cells <= MOST_CELLS:
            found.append(_grid(page, columns, rows, across, down))
    return sorted(found, key=lambda grid: grid.top)


def _groups(page: Page) -> list[tuple[list[Edge], list[Edge]]]:
    """Horizontal lines that vertical ones tie together: one group per table.

    A table that goes on over the page is open there: where its vertical lines end it
    gets a line of its own.
    """
    bands = sorted(_bands(page.down))
    found = []
    for top, bottom in bands:
        down = [e for e in page.down if e.start < bottom + 1 and e.end > top - 1]
        across = [e for e in page.across if top - REACH <= e.at <= bottom + REACH]
        left, right = min(e.at for e in down), max(e.at for e in down)
        across += [Edge(top, left, right), Edge(bottom, left, right)]
        found.append((across, down))
    return found


def _bands(down: list[Edge]) -> list[tuple[float, float]]:
    """Heights that vertical lines cover without a break."""
    bands: list[tuple[float, float]] = []
    for edge in sorted(down, key=lambda each: each.start):
        if bands and edge.start <= bands[-1][1] + REACH:
            bands[-1] = (bands[-1][0], max(bands[-1][1], edge.end))
        else:
            bands.append((edge.start, edge.end))
    return bands


def _merged(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _grid(
    page: Page,
    columns: list[float],
    rows: list[float],
    across: list[Edge],
    down: list[Edge],
) -> Grid:
    owner = _owners(columns, rows, across, down)
    inside: dict[tuple[int, int], list[Letter]] = {}
    taken = []
    for letter in page.letters:
        middle = (letter.x0 + letter.x1) / 2
        row = _place(rows, letter.top + letter.size / 2)
        column = _place(columns, middle)
        if row is not None and column is not None:
            inside.setdefault(owner[row, column], []).append(letter)
            taken.append(letter)
    texts = {
        cell: "\n".join(line.text.replace("\t", " ") for line in text_lines(letters))
        for cell, letters in inside.items()
    }
    table = Table(
        [
            [texts.get(owner[row, column], "") for column in range(len(columns) - 1)]
            for row in range(len(rows) - 1)
        ]
    )
    return Grid(rows[0], rows[-1], table, frozenset(taken))


def _place(edges: list[float], at: float) -> int | None:
    for place, (first, last) in enumerate(pairwise(edges)):
        if first - 1 <= at < last:
            return place
    return None


def _owners(
    columns: list[float], rows: list[float], across: list[Edge], down: list[Edge]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells without a line between them are one cell, known by its first place."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        height = (rows[row] + rows[row + 1]) / 2
        for column in range(len(columns) - 1):
            width = (columns[column] + columns[column + 1]) / 2
            if column and not _is_drawn(down, columns[column], height):
                owner[row, column] = owner[row, column - 1]
            elif row and not _is_drawn(across, rows[row], width):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = (row, column)
    return owner


def _is_drawn(edges: list[Edge], at: float, through: float) -> bool:
    return any(
        abs(edge.at - at) <= NEAR and edge.start - 1 <= through <= edge.end + 1
        for edge in edges
    )
