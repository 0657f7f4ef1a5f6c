"""A Word document as lines and tables, in the order they are read."""

from __future__ import annotations

from pokja.decree_reading.blocks import Block, Line, Table, Unreadable
from pug_portal.lib.docx_reading import Rows, parts_of

NOT_WORD = (
    "Dokumen Word ini tidak dapat dibuka. Buka di Word, simpan ulang sebagai .docx, "
    "lalu unggah lagi."
)
TOO_LONG = "Dokumen ini terlalu panjang untuk sebuah SK."
MOST_PARTS = 5000
MOST_CELLS = 20_000
# People set the kop, Menimbang and the signature in tables without lines.
LAYOUT = ("menimbang", "mengingat", "ditetapkan di", "kesatu", "pertama\t")


def blocks_of(content: bytes) -> list[Block]:
    try:
        return _blocks(content)
    except Unreadable:
        raise
    except Exception as broken:
        raise Unreadable(NOT_WORD) from broken


def _blocks(content: bytes) -> list[Block]:
    found: list[Block] = []
    cells = 0
    for place, part in enumerate(parts_of(content)):
        if isinstance(part, str):
            found += [Line(text.strip("\n ")) for text in part.split("\n")]
        else:
            cells += sum(len(row) for row in part)
            found += _table(part)
        if place > MOST_PARTS or cells > MOST_CELLS:
            raise Unreadable(TOO_LONG)
    return found


def _table(rows: Rows) -> list[Block]:
    words = " ".join(text for row in rows for text in row).casefold()
    if len(rows) == 1 or any(mark in words for mark in LAYOUT):
        return [Line(text) for row in rows for text in _told(row)]
    return [Table(rows)]


def _told(row: list[str]) -> list[str]:
    """A row of such a table as lines; a cell of several lines stands alone."""
    cells = list(dict.fromkeys(text for text in row if text))
    if any("\n" in text for text in cells):
        return [line for text in cells for line in text.split("\n")]
    return ["\t".join(cells)]
