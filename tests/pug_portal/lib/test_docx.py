"""A DOCX of ours opens again, carries real styles, and is the same twice."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from pug_portal.lib import office
from pug_portal.lib.docx import Column, Docx, Listing, Point, Signature


def written(**facts):
    paper = Docx(**{"title": "Undangan", "author": "Pokja PUG", **facts})
    paper.letterhead(["PEMERINTAH KABUPATEN", "BAPPEDA"], ["Jalan Contoh 1"])
    paper.title("UNDANGAN")
    paper.heading("Acara")
    paper.paragraph("Dengan hormat")
    paper.facts(
        [("Nomor", "005/…/2026"), ("Menimbang", Listing(["bahwa satu;"], "a."))]
    )
    paper.numbered(Listing(["satu", Point("dua", ("anak",))]))
    paper.numbered(Listing(["mulai lagi"]))
    paper.table([Column("No.", 1, "center"), Column("Nama", 8)], [[1, "Sri & <b>"]])
    paper.signatures(Signature(["Sekretaris Daerah,"], "Nama Contoh", ["NIP 1"]))
    paper.footer("kaki")
    return paper.bytes()


def opened(content):
    return docx.Document(io.BytesIO(content))


@pytest.mark.slow
def test_the_same_content_gives_the_same_bytes():
    content = written()

    assert content == written()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time for part in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }


@pytest.mark.slow
def test_it_is_an_office_document_without_macros():
    assert office.kind_of(written()) == "docx"


@pytest.mark.slow
def test_every_part_has_a_real_style_and_the_language_is_indonesian():
    document = opened(written())
    used = {paragraph.style.name for paragraph in document.paragraphs}

    assert {"Kop Nama", "Kop Garis", "Title", "Heading 1", "List Number"} <= used
    assert document.core_properties.language == "id-ID"
    assert 'w:lang w:val="id-ID"' in document.styles.element.xml
    assert document.tables[1].style.name == "Table Grid"


@pytest.mark.slow
def test_each_list_begins_anew_and_goes_deeper_under_its_point():
    lists = [
        (row._p.pPr.numPr.numId.val, row._p.pPr.numPr.ilvl.val)
        for row in opened(written()).paragraphs
        if row.style.name == "List Number"
    ]

    (first, depth), (second, _), (child, deeper), (other, _) = lists
    assert first == second == child != other
    assert (depth, deeper) == (0, 1)


@pytest.mark.slow
def test_the_header_row_of_a_table_comes_again_on_each_page():
    table = opened(written()).tables[1]

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(1, 1).text == "Sri & <b>"


def test_a_signature_takes_the_last_row_before_it_along():
    paper = Docx(title="SK")
    paper.table([Column("Nama", 8)], [["Sri"], ["Budi"]])
    paper.paragraph("")
    paper.signatures(Signature(["Bupati,"], "Nama Contoh"))
    document = opened(paper.bytes())
    rows = [row.cells[0].paragraphs[0] for row in document.tables[0].rows]

    assert [row.paragraph_format.keep_with_next for row in rows] == [None, None, True]
    assert document.paragraphs[0].paragraph_format.keep_with_next is True


def test_a_signature_takes_the_last_sentence_before_it_along():
    paper = Docx(title="Surat")
    paper.paragraph("Dengan hormat")
    paper.paragraph("Terima kasih")
    paper.signatures(Signature(["Bupati,"], "Nama Contoh"))
    lines = opened(paper.bytes()).paragraphs

    assert [one.paragraph_format.keep_with_next for one in lines[:2]] == [None, True]


@pytest.mark.slow
def test_f4_and_landscape_change_the_page():
    upright = opened(written(paper="F4")).sections[0]
    lying = opened(written(paper="F4", landscape=True)).sections[0]

    assert round(upright.page_height.cm) == 33
    assert lying.page_width == upright.page_height


def test_what_xml_cannot_carry_is_left_out():
    paper = Docx(title="a\x00b")
    paper.paragraph("satu\x0bdua\ufffetiga\ud800")

    document = opened(paper.bytes())

    assert document.paragraphs[0].text == "satuduatiga"
    assert document.core_properties.title == "ab"
