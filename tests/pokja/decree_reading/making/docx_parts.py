"""Small helpers over python-docx for the samples that are Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

STAMP = (2024, 1, 1, 0, 0, 0)


def new() -> Doc:
    doc = Document()
    doc.sections[0].left_margin = doc.sections[0].right_margin = Cm(2.2)
    return doc


def centred(doc: Doc, *lines: str) -> None:
    for line in lines:
        doc.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER


def plain(doc: Doc, *lines: str) -> None:
    for line in lines:
        doc.add_paragraph(line)


def right(doc: Doc, *lines: str) -> None:
    for line in lines:
        doc.add_paragraph(line).paragraph_format.left_indent = Cm(9)


def table(doc: Doc, rows: Sequence[Sequence[str]], style: str = "Table Grid") -> object:
    made = doc.add_table(rows=0, cols=max(len(row) for row in rows), style=style)
    for texts in rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, texts, strict=False):
            cell.text = text
    return made


def content(doc: Doc) -> bytes:
    """The same bytes every time: no clock in the archive."""
    first, fixed = io.BytesIO(), io.BytesIO()
    doc.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(fixed, "w") as new_zip:
        for part in old.infolist():
            told = zipfile.ZipInfo(part.filename, STAMP)
            told.compress_type = zipfile.ZIP_DEFLATED
            new_zip.writestr(told, old.read(part))
    return fixed.getvalue()
