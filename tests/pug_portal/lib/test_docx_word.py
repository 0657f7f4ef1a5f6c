"""What Word asks of a DOCX before it opens it without offering to repair it.

The orders are those of ECMA-376 (transitional), for the elements our writer fills itself.
"""

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from pug_portal.lib.docx import Column, Docx, Listing, Point, Signature
from tests.pug_portal.lib.samples import png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
    "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
    "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position "
    "sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize "
    "tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout "
    "tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar "
    "textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar "
    "paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg "
    "textDirection bidi rtlGutter docGrid printerSettings",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy "
    "lvlJc pPr rPr",
}


@pytest.fixture(scope="module")
def parts():
    paper = Docx(title="Keputusan", paper="F4", landscape=True)
    paper.letterhead(["PEMERINTAH", "BAPPEDA"], ["Jalan Contoh 1"], emblem=png())
    paper.letterhead(["PEMERINTAH", "BAPPEDA"], emblem=png())
    paper.title("KEPUTUSAN")
    paper.heading("Acara")
    paper.paragraph(
        "Dengan hormat", align="justify", bold=True, indent=1, first_line=1, after=2
    )
    paper.facts([("Menimbang", Listing(["satu;", Point("dua", ("anak",))], "a."))])
    paper.numbered(Listing(["satu"]), indent=1)
    paper.table(
        [Column("No", 1), Column("L", 2), Column("P", 2)],
        [[1, 2, 3]],
        groups=[("", 1), ("Jumlah", 2)],
    )
    paper.signatures(Signature(["a.n. Bupati"], "Nama"), Signature(["Ketua"], "Nama"))
    paper.page_break()
    paper.footer("kaki")
    with zipfile.ZipFile(io.BytesIO(paper.bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _trees(parts):
    return [etree.fromstring(parts[name]) for name in parts if name.endswith(".xml")]


@pytest.mark.parametrize("parent", ORDERS)
def test_children_stand_in_the_order_word_reads_them(parts, parent):
    order = ORDERS[parent].split()
    found = [each for tree in _trees(parts) for each in tree.iter(f"{W}{parent}")]

    assert found
    for element in found:
        names = [etree.QName(child).localname for child in element]
        assert names == sorted(names, key=order.index)
        if parent not in {"sectPr", "numbering"}:
            assert len(names) == len(set(names))


def test_every_relationship_leads_to_a_part_with_a_content_type(parts):
    types = etree.fromstring(parts["[Content_Types].xml"])
    known = {each.get("PartName") for each in types} - {None}
    endings = {each.get("Extension") for each in types} - {None}

    for name in (each for each in parts if each.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for link in etree.fromstring(parts[name]):
            target = posixpath.normpath(posixpath.join(folder, link.get("Target")))
            assert target in parts, (name, target)
    for name in set(parts) - {"[Content_Types].xml"}:
        assert f"/{name}" in known or name.rpartition(".")[2] in endings, name


def test_pictures_lists_and_styles_are_told_apart(parts):
    body = etree.fromstring(parts["word/document.xml"])
    pictures = [each.get("id") for each in body.iter(f"{DRAWING}docPr")]
    numbering = etree.fromstring(parts["word/numbering.xml"])
    lists = [each.get(f"{W}numId") for each in numbering.iter(f"{W}num")]
    styles = etree.fromstring(parts["word/styles.xml"])
    named = [each.get(f"{W}styleId") for each in styles.iter(f"{W}style")]
    used = {each.get(f"{W}val") for each in body.iter(f"{W}pStyle", f"{W}tblStyle")}

    assert len(pictures) == 2
    for ids in (pictures, lists, named):
        assert len(ids) == len(set(ids))
    assert used <= set(named)


def test_no_second_set_of_styles_contradicts_ours(parts):
    assert "word/stylesWithEffects.xml" not in parts
    assert b"stylesWithEffects" not in parts["[Content_Types].xml"]
