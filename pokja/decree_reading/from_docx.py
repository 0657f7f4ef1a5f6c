"""A Word document as lines and tables, in the order they are read."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from pokja.decree_reading.blocks import Block, Line, Table, Unreadable

NOT_WORD = (
    "Dokumen Word ini tidak dapat dibuka. Buka di Word, simpan ulang sebagai .docx, "
    "lalu unggah lagi."
)
MOST_BLOCKS = 5000
MOST_CELLS = 20_000


def blocks_of(content: bytes) -> list[Block]:
    try:
        document = Document(io.BytesIO(content))
        return _blocks(document)
    except Unreadable:
        raise
    # python-docx meets broken files with many kinds of exceptions.
    except Exception as broken:
        raise Unreadable(NOT_WORD) from broken


def _blocks(document: Any) -> list[Block]:
    found: list[Block] = []
    for place, part in enumerate(document.iter_inner_content()):
        if place > MOST_BLOCKS:
            raise Unreadable("Dokumen ini terlalu panjang untuk sebuah SK.")
        if isinstance(part, Paragraph):
            found += [Line(text.strip("\n ")) for text in part.text.split("\n")]
        elif isinstance(part, WordTable):
            found += _table(part)
    return found


def _table(table: WordTable) -> list[Block]:
    rows: list[list[str]] = []
    cells = 0
    for row in table.rows:
        texts = [cell.text.strip() for cell in row.cells]
        cells += len(texts)
        if cells > MOST_CELLS:
            raise Unreadable("Tabel dalam dokumen ini terlalu besar untuk sebuah SK.")
        rows.append(texts)
    if _is_layout(rows):
        return [Line(text) for row in rows for text in _told(row)]
    return [Table(rows)]


def _is_layout(rows: list[list[str]]) -> bool:
    """Word people set the kop, Menimbang and the signature in tables without lines."""
    words = " ".join(text for row in rows for text in row).casefold()
    marks = ("menimbang", "mengingat", "ditetapkan di", "kesatu", "pertama\t")
    return len(rows) == 1 or any(mark in words for mark in marks)


def _told(row: list[str]) -> list[str]:
    """A row of such a table as lines; a cell of several lines stands alone."""
    cells = list(dict.fromkeys(text for text in row if text))
    if any("\n" in text for text in cells):
        return [line for text in cells for line in text.split("\n")]
    return ["\t".join(cells)]
