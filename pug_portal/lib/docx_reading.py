"""Paragraphs and tables of a Word document somebody else wrote."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

Rows = list[list[str]]
# A merged cell may claim any width; python-docx would make every place of it.
MOST_COLUMNS = 60


def parts_of(content: bytes) -> Iterator[str | Rows]:
    """In the order they are read: a paragraph is text, a table rows of cells.

    A merged cell says its text in every place it covers. python-docx meets broken files
    with many kinds of exceptions: the caller expects any.
    """
    for part in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text
        elif isinstance(part, Table):
            yield [_texts(row) for row in part.rows]


def _texts(row: _Row) -> list[str]:
    width = sum(cell.grid_span for cell in row._tr.tc_lst)
    if width > MOST_COLUMNS:
        raise ValueError(f"a row of {width} columns")
    return [cell.text.strip() for cell in row.cells]
