"""Tables without drawn lines: columns from the places of the words."""

from __future__ import annotations

from itertools import pairwise

from pokja.decree_reading.blocks import Line, Piece, Table
from pokja.decree_reading.vocabulary import head_of, plain

# Points a word may begin left of its column's head.
SLACK = 4.0
# A gap between columns that no line crosses.
GUTTER = 3.0


def table_of(lines: list[Line]) -> Table | None:
    """The table that begins at the first line of column heads and goes to the end."""
    for place, line in enumerate(lines):
        heads = line.text.split("\t")
        kinds = {head_of(head) for head in heads} - {None}
        if len(kinds) < 2 or not kinds & {"standing", "position", "name"}:
            continue
        body = [each for each in lines[place:] if each.text]
        if line.words:
            return _by_places(heads, body)
        return Table([each.text.split("\t") for each in body])
    return None


def _by_places(heads: list[str], body: list[Line]) -> Table:
    starts = _gutters(body)
    if len(starts) != len(heads):
        starts = _starts(body[0], heads)
    return Table(_with_whole_head([_cells(line, starts) for line in body]))


def _with_whole_head(rows: list[list[str]]) -> list[list[str]]:
    """The heads may take several lines: what stands above the first number is theirs."""
    if head_of(rows[0][0]) != "number":
        return rows
    first = next((n for n, row in enumerate(rows[1:], 1) if row[0].strip()), 1)
    heads = [
        "\n".join(filter(None, cells)) for cells in zip(*rows[:first], strict=True)
    ]
    return [heads, *rows[first:]]


def _starts(line: Line, heads: list[str]) -> list[float]:
    """Where the head of each column begins."""
    words = iter(line.words)
    starts = []
    for head in heads:
        taken = [next(words) for _ in head.split()]
        starts.append(taken[0].x0 - SLACK)
    return starts


def _gutters(body: list[Line]) -> list[float]:
    spans: list[tuple[float, float]] = []
    for word in sorted((w for line in body for w in line.words), key=lambda w: w.x0):
        if spans and word.x0 <= spans[-1][1] + GUTTER:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.x1))
        else:
            spans.append((word.x0, word.x1))
    return [spans[0][0] - SLACK, *(b[0] - SLACK / 4 for _, b in pairwise(spans))]


def _cells(line: Line, starts: list[float]) -> list[str]:
    cells: list[list[Piece]] = [[] for _ in starts]
    for word in line.words:
        place = max((i for i, x in enumerate(starts) if x <= word.x0), default=0)
        cells[place].append(word)
    return [" ".join(word.text for word in cell) for cell in cells]


def is_annex(text: str) -> bool:
    return plain(text).startswith("lampiran")
