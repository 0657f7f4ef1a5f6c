"""Styles, lists and table marks of a DOCX, where python-docx has no word for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

LANGUAGE = "id-ID"
BLACK = RGBColor(0, 0, 0)

CENTER, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
# name: (points beside the body text, bold, alignment, space before, space after)
_STYLES: dict[str, tuple[float, bool, WD_ALIGN_PARAGRAPH, float, float]] = {
    "Title": (1, True, CENTER, 6, 8),
    "Heading 1": (1, True, LEFT, 10, 4),
    "Heading 2": (0, True, LEFT, 8, 3),
    "Heading 3": (0, True, LEFT, 6, 2),
    "List Number": (0, False, WD_ALIGN_PARAGRAPH.JUSTIFY, 0, 3),
    "Footer": (-3, False, CENTER, 0, 0),
    "Kop Baris": (2, True, CENTER, 0, 0),
    "Kop Nama": (4, True, CENTER, 0, 0),
    "Kop Alamat": (-2, False, CENTER, 0, 0),
    "Kop Garis": (-6, False, LEFT, 0, 8),
    "Isian": (0, False, LEFT, 0, 1),
    "Kepala Tabel": (-1, True, CENTER, 2, 2),
    "Isi Tabel": (-1, False, LEFT, 1, 1),
    "Tanda Tangan": (0, False, LEFT, 0, 0),
}
_CAPITALS = ("Kop Baris", "Kop Nama")
_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_FORMATS = {
    "1.": (("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "%3)")),
    "a.": (("lowerLetter", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")),
    "-": (("bullet", "–"), ("bullet", "–"), ("bullet", "–")),
}
_HANG = Cm(0.75)


def apply(document: Document, font: str, size: float) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)  # noqa: S101 -- narrows for mypy
    _letters(normal, font, size, bold=False)
    shape = normal.paragraph_format
    shape.space_after = Pt(6)
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for name, (more, bold, align, before, after) in _STYLES.items():
        style = _style(document, name)
        _letters(style, font, size + more, bold=bold)
        shape = style.paragraph_format
        shape.alignment = align
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.keep_with_next = name.startswith(("Heading", "Kop"))
        style.font.all_caps = name in _CAPITALS
    _without_line(_style(document, "Title"))
    _double_line(_style(document, "Kop Garis"))
    _speak_indonesian(document)
    _drop_second_styles(document)


def _drop_second_styles(document: Document) -> None:
    """The template's copy of the styles for Word 2007: it would contradict ours, and
    Word then offers to repair the document."""
    for name, link in list(document.part.rels.items()):
        if link.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[name]


def _style(document: Document, name: str) -> ParagraphStyle:
    known = {style.name for style in document.styles}
    if name in known:
        found = document.styles[name]
    else:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        found.base_style = document.styles["Normal"]
    assert isinstance(found, ParagraphStyle)  # noqa: S101 -- narrows for mypy
    return found


def _letters(style: ParagraphStyle, font: str, size: float, *, bold: bool) -> None:
    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = BLACK
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for name in _THEME:
        # A theme font wins over a named one.
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), font)


def _without_line(style: ParagraphStyle) -> None:
    shape = style.element.get_or_add_pPr()
    for line in shape.findall(qn("w:pBdr")):
        shape.remove(line)


def _double_line(style: ParagraphStyle) -> None:
    """Thick above thin, as under every kop."""
    borders = _element("w:pBdr")
    borders.append(
        _element("w:top", val="thickThinSmallGap", sz="24", space="1", color="000000")
    )
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _speak_indonesian(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(_element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))


def new_list(document: Document, marks: str, indent: Length) -> int:
    """A list of its own, so that its numbers begin at the first one."""
    numbering = document.part.numbering_part.element
    number = 1 + max(
        (int(each.get(qn("w:numId"))) for each in numbering.findall(qn("w:num"))),
        default=0,
    )
    plan_id = str(1000 + number)
    plan = _element("w:abstractNum", abstractNumId=plan_id)
    plan.append(_element("w:multiLevelType", val="multilevel"))
    for depth, (form, text) in enumerate(_FORMATS[marks]):
        plan.append(_level(depth, form, text, int(indent)))
    first = numbering.find(qn("w:num"))
    # The schema wants every plan before the first list.
    if first is None:
        numbering.append(plan)
    else:
        first.addprevious(plan)
    added = _element("w:num", numId=str(number))
    added.append(_element("w:abstractNumId", val=plan_id))
    numbering.append(added)
    return number


def _level(depth: int, form: str, text: str, indent: int) -> Any:
    level = _element("w:lvl", ilvl=str(depth))
    level.append(_element("w:start", val="1"))
    level.append(_element("w:numFmt", val=form))
    level.append(_element("w:lvlText", val=text))
    level.append(_element("w:lvlJc", val="left"))
    shape = _element("w:pPr")
    left = Length(indent + (depth + 1) * _HANG)
    shape.append(
        _element("w:ind", left=str(left.twips), hanging=str(Length(_HANG).twips))
    )
    level.append(shape)
    return level


def put_in_list(paragraph: Paragraph, number: int, depth: int) -> None:
    marks = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    marks.get_or_add_ilvl().val = depth
    marks.get_or_add_numId().val = number


def fix_widths(table: Table, widths: list[Cm], indent: Length) -> None:
    """Said to the table, to its grid and to each cell: Word and LibreOffice differ."""
    table.autofit = False
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    total = Length(sum(widths))
    width = _element("w:tblW", w=str(total.twips), type="dxa")
    properties.insert_element_before(
        width, "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblLayout", "w:tblLook"
    )
    if indent:
        room = _element("w:tblInd", w=str(Length(indent).twips), type="dxa")
        properties.insert_element_before(
            room, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblLook"
        )
    for column, width_of_column in zip(table._tbl.tblGrid, widths, strict=True):
        column.w = width_of_column
    for row in table._tbl.tr_lst:
        for cell, width_of_column in zip(row.tc_lst, widths, strict=True):
            cell.width = width_of_column


def header_cells(
    table: Table, head: int, groups: Sequence[tuple[str, int]]
) -> list[tuple[_Cell, str]]:
    """Mark the header rows and merge what stands above several columns."""
    for row in list(table.rows)[:head]:
        mark_header(row)
    found, place = [], 0
    for title, span in groups:
        last = place + span - 1
        lowest = 0 if title else 1
        cell = table.cell(0, place).merge(table.cell(lowest, last))
        if title:
            found.append((cell, title))
        place += span
    return found


def mark_header(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    properties.append(_element("w:tblHeader"))
    for cell in row._tr.tc_lst:
        shade = _element("w:shd", val="clear", color="auto", fill="E7EAF1")
        cell.get_or_add_tcPr().append(shade)


def keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def stay_with_next(document: Document) -> None:
    """What stands last goes along to the page of what comes next: the last lines of
    text, or the last row of a table, and the empty lines between."""
    for block in reversed(list(document.iter_inner_content())):
        if isinstance(block, Table):
            held = [line for cell in block.rows[-1].cells for line in cell.paragraphs]
        else:
            held = [block]
        for paragraph in held:
            paragraph.paragraph_format.keep_with_next = True
        if any(paragraph.text.strip() for paragraph in held):
            return


def _element(tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element
