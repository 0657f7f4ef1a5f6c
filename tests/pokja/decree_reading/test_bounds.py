"""Hostile and hopeless files: refused within bounds, with a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfWriter

from pokja.decree_reading import from_pdf, guard, process
from pokja.decree_reading.blocks import Unreadable
from tests.pokja.decree_reading.readings import GROUPED, SAMPLES, read_here


def blank_pdf(pages: int) -> bytes:
    writer, target = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(target)
    return target.getvalue()


def docx_with(part: str, text: bytes) -> bytes:
    """A sample with one part swapped."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / GROUPED) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            body = text if each.filename == part else old.read(each)
            new.writestr(each.filename, body)
    return target.getvalue()


def refused(content: bytes, name: str) -> str:
    with pytest.raises(Unreadable) as caught:
        read_here(content, name)
    return caught.value.sentence


def test_a_scan_says_that_it_is_a_picture():
    assert refused(blank_pdf(2), "sk.pdf") == from_pdf.SCANNED


@pytest.mark.slow
def test_a_pdf_of_a_thousand_pages_is_not_opened():
    assert "1000 halaman" in refused(blank_pdf(1000), "sk.pdf")


def test_a_word_file_that_unpacks_to_a_flood_is_not_opened():
    bomb = docx_with("word/document.xml", b"<w>" + b"a" * (guard.BIGGEST_TEXT + 1))

    assert len(bomb) < 200_000
    assert "terlalu besar" in refused(bomb, "sk.docx")


LAUGHS = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><w>&c;</w>'


@pytest.mark.parametrize(
    "text",
    [LAUGHS.encode(), LAUGHS.encode("utf-16"), f"<!--{'x' * 5000}-->{LAUGHS}".encode()],
    ids=["plain", "in UTF-16", "behind a comment"],
)
def test_entities_are_refused(text):
    assert "Word biasa" in refused(docx_with("word/document.xml", text), "sk.docx")


def test_a_part_that_cannot_be_unpacked_is_told_and_not_an_error():
    whole = bytearray(docx_with("word/document.xml", b"x" * 5000))
    with zipfile.ZipFile(io.BytesIO(bytes(whole))) as archive:
        part = archive.getinfo("word/document.xml")
    first = part.header_offset + 30 + len(part.filename)
    whole[first + 3] ^= 0xFF

    assert "rusak" in refused(bytes(whole), "sk.docx")


def test_a_cell_as_wide_as_a_million_is_refused():
    with zipfile.ZipFile(SAMPLES / GROUPED) as archive:
        text = archive.read("word/document.xml")
    wide = text.replace(b'<w:gridSpan w:val="4"/>', b'<w:gridSpan w:val="900000"/>')
    assert wide != text

    assert refused(docx_with("word/document.xml", wide), "sk.docx")


def test_a_letter_is_no_decree():
    text = b"".join(b"<w:p><w:r><w:t>Halo</w:t></w:r></w:p>" for _ in range(3))
    head = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
        b'2006/main"><w:body>'
    )
    letter = docx_with("word/document.xml", head + text + b"</w:body></w:document>")

    assert "tidak terbaca sebagai Keputusan" in refused(letter, "surat.docx")


@pytest.mark.parametrize("name", ["sk.xlsx", "sk.jpg"])
def test_other_kinds_are_refused_beside_the_field(world, client_of, name):
    page = client_of(world.siti).post(
        reverse("decree-read"), {"file": SimpleUploadedFile(name, b"PK\x03\x04")}
    )

    assert page.status_code == 422
    assert page.context["form"].errors["file"]


@pytest.mark.slow
def test_the_process_of_its_own_reads_and_is_stopped(monkeypatch):
    content = (SAMPLES / GROUPED).read_bytes()
    assert len(process.proposal_of(content, GROUPED)["rows"]) == 12

    monkeypatch.setattr(process.guard, "SECONDS", -4.999)
    with pytest.raises(Unreadable) as caught:
        process.proposal_of(content, GROUPED)
    assert caught.value.sentence == process.CANNOT
