"""From content to DOCX bytes: the only module that knows python-docx.

What it writes opens in Word and LibreOffice with real styles, so that an office can go on
working in it. The same content gives the same bytes: no clock and no chance inside.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from pug_portal.lib import docx_styles as styles
from pug_portal.lib.docx_parts import Align, Column, Listing, Point, Signature

# Width and height in centimetres; F4 (folio) is what Indonesian offices still print on.
PAPERS = {"A4": (21.0, 29.7), "F4": (21.5, 33.0)}

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# What XML 1.0 cannot carry at all: python-docx would end with a ValueError.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIXED = dt.datetime(2020, 1, 1)  # noqa: DTZ001 -- python-docx wants it without a zone
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def clean(text: object) -> str:
    """Text as XML can carry it."""
    return _ILLEGAL.sub("", str(text).replace("\r\n", "\n"))


class Docx:
    """A document written from top to bottom; `bytes()` ends it."""

    def __init__(
        self,
        *,
        title: str,
        paper: str = "A4",
        landscape: bool = False,
        font: str = "Arial",
        size: float = 11,
        author: str = "",
        margins: tuple[float, float, float, float] = (2.0, 2.0, 2.0, 2.5),
    ) -> None:
        """`margins` in centimetres: top, right, bottom, left."""
        self.document = Document()
        styles.apply(self.document, font, size)
        self._describe(title, author)
        width, height = PAPERS[paper]
        self._size = (height, width) if landscape else (width, height)
        self._margins = margins
        self._lay_out(landscape)

    @property
    def text_width(self) -> float:
        """Centimetres between the margins."""
        return self._size[0] - self._margins[1] - self._margins[3]

    def letterhead(
        self,
        lines: Sequence[str],
        contact: Sequence[str] = (),
        emblem: bytes | None = None,
    ) -> None:
        """Kop: the last of `lines` is the issuing office and stands largest."""
        cells = self._grid([2.4, self.text_width - 2.4]) if emblem else [None]
        if emblem:
            picture = _only_paragraph(cells[0], "Kop Alamat")
            picture.add_run().add_picture(io.BytesIO(emblem), height=Cm(2.4))
        target = cells[-1]
        written = [("Kop Baris", line) for line in lines[:-1]]
        written += [("Kop Nama", line) for line in lines[-1:]]
        written += [("Kop Alamat", line) for line in contact]
        for number, (style, line) in enumerate(written):
            self._add(target, line, style, first=number == 0)
        self.document.add_paragraph(style="Kop Garis")

    def title(self, text: str) -> None:
        self.document.add_paragraph(clean(text), style="Title")

    def heading(self, text: str, level: int = 1) -> None:
        self.document.add_paragraph(clean(text), style=f"Heading {level}")

    def paragraph(
        self,
        text: str,
        *,
        align: Align = "left",
        bold: bool = False,
        indent: float = 0,
        first_line: float = 0,
        after: float | None = None,
        keep_with_next: bool = False,
    ) -> None:
        """`indent` and `first_line` in centimetres, `after` in points."""
        paragraph = self.document.add_paragraph()
        paragraph.add_run(clean(text)).bold = bold or None
        paragraph.alignment = _ALIGN[align]
        shape = paragraph.paragraph_format
        shape.left_indent = Cm(indent) if indent else None
        shape.first_line_indent = Cm(first_line) if first_line else None
        shape.space_after = None if after is None else Pt(after)
        shape.keep_with_next = keep_with_next or None

    def numbered(self, listing: Listing, *, indent: float = 0) -> None:
        self._points(None, listing, indent)

    def facts(
        self,
        rows: Sequence[tuple[str, str | Listing]],
        *,
        label_width: float = 2.6,
        indent: float = 0,
        width: float | None = None,
        bold_labels: bool = False,
    ) -> None:
        """«Label : isi» without lines, as a letter or a decree has them."""
        value = (width or self.text_width - indent) - label_width - 0.5
        table = self._table([label_width, 0.5, value], len(rows), indent)
        for row, (label, text) in zip(table.rows, rows, strict=True):
            first, colon, last = row.cells
            _only_paragraph(first, "Isian").add_run(clean(label)).bold = (
                bold_labels or None
            )
            _only_paragraph(colon, "Isian").add_run(":" if label else "")
            if isinstance(text, Listing):
                self._points(last, text, 0)
            else:
                _only_paragraph(last, "Isian").add_run(clean(text))

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[object]],
        groups: Sequence[tuple[str, int]] = (),
    ) -> None:
        """Lines around every cell; the header comes again on each page. `groups`:
        titles above several columns; an empty one lets the column reach up."""
        widths = [column.width for column in columns]
        head = 2 if groups else 1
        table = self._table(widths, head + len(rows), 0, style="Table Grid")
        for cell, title in styles.header_cells(table, head, groups):
            _only_paragraph(cell, "Kepala Tabel").add_run(clean(title))
        for cell, column in zip(table.rows[head - 1].cells, columns, strict=True):
            _only_paragraph(cell, "Kepala Tabel").add_run(clean(column.title))
        # `table.rows[n].cells` is slow: python-docx counts the whole table each time.
        for row, values in zip(list(table.rows)[head:], rows, strict=True):
            styles.keep_whole(row)
            for cell, column, value in zip(row.cells, columns, values, strict=True):
                paragraph = _only_paragraph(cell, "Isi Tabel")
                paragraph.add_run(clean(value))
                paragraph.alignment = _ALIGN[column.align]

    def signatures(self, *blocks: Signature | None, room: int = 4) -> None:
        """Side by side, one block alone at the right; never alone on its page."""
        styles.stay_with_next(self.document)
        if len(blocks) == 1:
            blocks = (None, *blocks)
        cells = self._grid([self.text_width / len(blocks)] * len(blocks), whole=True)
        for cell, block in zip(cells, blocks, strict=True):
            if block is not None:
                self._sign(cell, block, room)

    def page_break(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def footer(self, text: str) -> None:
        footer = self.document.sections[0].footer
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        paragraph.add_run(clean(text))

    def bytes(self) -> bytes:
        raw = io.BytesIO()
        self.document.save(raw)
        return _with_fixed_dates(raw.getvalue())

    def _describe(self, title: str, author: str) -> None:
        about = self.document.core_properties
        about.title, about.author = clean(title)[:255], clean(author)[:255]
        about.last_modified_by, about.comments = "", ""
        about.language = styles.LANGUAGE
        about.created = about.modified = _FIXED
        about.revision = 1

    def _lay_out(self, landscape: bool) -> None:
        section = self.document.sections[0]
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = map(Cm, self._size)
        top, right, bottom, left = map(Cm, self._margins)
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin, section.right_margin = left, right
        section.header_distance = section.footer_distance = Cm(1)

    def _grid(self, widths: list[float], *, whole: bool = False) -> list[_Cell]:
        """One row of cells without lines; `whole` keeps it on one page."""
        row = self._table(widths, 1, 0).rows[0]
        if whole:
            styles.keep_whole(row)
        return list(row.cells)

    def _table(
        self, widths: list[float], rows: int, indent: float, style: str = "Normal Table"
    ) -> Table:
        table = self.document.add_table(rows, len(widths))
        table.style = style
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        styles.fix_widths(table, [Cm(width) for width in widths], Cm(indent))
        return table

    def _add(
        self, cell: _Cell | None, text: str, style: str, *, first: bool = False
    ) -> Paragraph:
        if cell is None:
            return self.document.add_paragraph(clean(text), style=style)
        paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
        paragraph.style = style
        paragraph.add_run(clean(text))
        return paragraph

    def _points(self, cell: _Cell | None, listing: Listing, indent: float) -> None:
        number = styles.new_list(self.document, listing.marks, Cm(indent))
        is_first = True
        for depth, text in _flat(listing.points):
            paragraph = self._add(cell, text, "List Number", first=is_first)
            styles.put_in_list(paragraph, number, depth)
            is_first = False

    def _sign(self, cell: _Cell, block: Signature, room: int) -> None:
        lines = [*block.above, *[""] * room]
        for number, line in enumerate(lines):
            self._add(cell, line, "Tanda Tangan", first=number == 0)
        name = self._add(cell, "", "Tanda Tangan", first=not lines)
        name.add_run(clean(block.name)).bold = True
        for line in block.below:
            self._add(cell, line, "Tanda Tangan")


def _flat(points: Sequence[str | Point], depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for point in points:
        if isinstance(point, str):
            found.append((depth, point))
        else:
            found.append((depth, point.text))
            found += _flat(point.children, min(depth + 1, 2))
    return found


def _only_paragraph(cell: _Cell | None, style: str) -> Paragraph:
    assert cell is not None  # noqa: S101 -- narrows for mypy
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    return paragraph


def _with_fixed_dates(content: bytes) -> bytes:
    """The ZIP again, every part dated alike: python-docx writes the time of saving."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename, _ZIP_DATE)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(info, old.read(part))
    return target.getvalue()


__all__ = [
    "PAPERS",
    "Column",
    "Docx",
    "Listing",
    "Point",
    "Signature",
    "clean",
]
