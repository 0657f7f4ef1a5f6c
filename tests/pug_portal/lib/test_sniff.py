import hashlib
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_portal.lib import office
from pug_portal.lib.sniff import Kind, NotAllowed, kind_of, sha256_of, too_large
from tests.pug_portal.lib import samples

GOOD = {
    Kind.PDF: samples.pdf(),
    Kind.DOCX: samples.docx(),
    Kind.XLSX: samples.xlsx(),
    Kind.JPG: samples.jpg(),
    Kind.PNG: samples.png(),
}


def sentence(content: bytes, name: str = "bukti", **kwargs: int) -> str:
    with pytest.raises(NotAllowed) as refused:
        kind_of(content, name, **kwargs)
    assert refused.value.sentence.endswith("lalu unggah lagi.")
    return refused.value.sentence


@pytest.mark.parametrize("kind", Kind)
def test_each_allowed_kind_is_found_from_its_content(kind):
    assert kind_of(GOOD[kind], f"bukti.{kind}") is kind


@pytest.mark.parametrize("kind", Kind)
def test_a_name_without_extension_or_in_capitals_does_no_harm(kind):
    assert kind_of(GOOD[kind], "scan 001") is kind
    assert kind_of(GOOD[kind], f"SCAN.{kind.upper()}") is kind


@pytest.mark.parametrize("name", ["foto.jpeg", "foto.jfif", "foto.png", "foto.JPG"])
def test_pictures_may_bear_each_others_names(name):
    assert kind_of(samples.jpg(), name) is Kind.JPG


def test_every_kind_has_its_content_type():
    assert Kind.PDF.content_type == "application/pdf"
    assert all("/" in kind.content_type for kind in Kind)
    assert [kind for kind in Kind if kind.is_image] == [Kind.JPG, Kind.PNG]


def test_an_empty_file_is_refused():
    assert "kosong (0 byte)" in sentence(b"", "sk.pdf")


def test_a_file_over_the_limit_is_refused_with_both_sizes():
    refusal = sentence(b"%PDF-" + bytes(30 * 1024**2), "sk.pdf", biggest=10 * 1024**2)

    assert "30\N{NO-BREAK SPACE}MB" in refusal
    assert "paling besar 10\N{NO-BREAK SPACE}MB" in refusal


def test_a_file_dropped_on_its_way_is_refused_without_its_size():
    assert "“sk.pdf” terlalu besar" in too_large("sk.pdf", None, 1024)


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><title>x</title>",
        b"\n\n  <html><body>",
        b"\xef\xbb\xbf<HTML>",
        b"<script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_web_page_named_pdf_is_refused(content):
    assert "halaman web (HTML)" in sentence(content, "sk.pdf")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "Office lama"),
        (b"GIF89a", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypmp42", "video"),
        (b"Rar!\x1a\x07\0", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"MZ\x90\0", "program"),
        (b"{\\rtf1", "RTF"),
        (b"II*\0", "TIFF"),
        (b"halo", "tidak dikenali"),
        (b"\0", "tidak dikenali"),
        (b"PK\x05\x06" + bytes(18), "tidak dikenali"),
        (samples.archive({"sk.pdf": b"x"}), "arsip ZIP"),
        (samples.archive({"mimetype": "x", "content.xml": "x"}), "OpenDocument"),
    ],
)
def test_other_kinds_are_refused_with_their_way_out(content, word):
    assert word in sentence(content)


@pytest.mark.parametrize(
    ("content", "name", "better"),
    [
        (samples.docx(), "sk.pdf", "sk.docx"),
        (samples.pdf(), "sk.jpg", "sk.pdf"),
        (samples.jpg(), "foto.pdf", "foto.jpg"),
        (samples.xlsx(), "daftar.docx", "daftar.xlsx"),
        (samples.pdf(), "sk.pdf.exe", "sk.pdf.pdf"),
    ],
)
def test_a_name_that_says_something_else_is_refused_with_a_better_one(
    content, name, better
):
    assert f"Ganti namanya menjadi “{better}”" in sentence(content, name)


def test_a_pdf_behind_something_else_is_refused():
    assert "di depan PDF" in sentence(b"\0\0\0junk" + samples.pdf(), "sk.pdf")
    assert "HTML" in sentence(b"<html>" + samples.pdf(), "sk.pdf")


def test_a_picture_before_a_pdf_is_only_a_picture():
    assert kind_of(samples.jpg() + samples.pdf(), "sk.jpg") is Kind.JPG


def test_a_cut_pdf_is_refused():
    assert "terpotong" in sentence(samples.pdf()[:-30], "sk.pdf")


def test_a_pdf_with_an_archive_behind_it_is_refused():
    both = samples.pdf() + samples.archive({"virus.exe": b"x"})

    assert "arsip tersembunyi" in sentence(both, "sk.pdf")


def test_an_archive_with_something_before_or_behind_it_is_refused():
    assert "tidak dikenali" in sentence(b"x" + samples.docx(), "sk.docx")
    assert "rusak" in sentence(samples.docx() + b"<script>", "sk.docx")


@pytest.mark.parametrize(
    "content",
    [
        samples.office(samples.MACRO),
        samples.office(more={"word/vbaProject.bin": b"x"}),
        samples.office(more={"word/activeX/activeX1.xml": b"x"}),
        samples.office(samples.EXCEL, "xl/workbook.xml", {"xl/vbaProject.bin": b"x"}),
        samples.office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
    ],
)
@pytest.mark.parametrize("name", ["a.docm", "a.docx", "a.xlsm", "a"])
def test_macros_are_refused_under_any_name(content, name):
    assert "makro" in sentence(content, name)


@pytest.mark.parametrize(
    "content",
    [
        samples.office("application/vnd.ms-powerpoint"),
        samples.office(samples.WORD.replace("document.main", "template.main")),
        samples.archive({"[Content_Types].xml": "<Types/>"}),
        samples.archive(
            {
                "[Content_Types].xml": '<Override PartName="/missing.xml" '
                f'ContentType="{samples.WORD}"/>'
            }
        ),
    ],
)
def test_other_office_archives_are_refused(content):
    assert "Bukan dokumen Word atau Excel biasa" in sentence(content)


@pytest.mark.slow
def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = samples.office(more={"word/media.bin": bytes(office.BIGGEST_UNPACKED)})

    assert len(bomb) < 1024**2
    assert "terlalu besar bila dibuka" in sentence(bomb, "a.docx")


def test_a_bomb_in_the_list_of_types_is_refused():
    bomb = samples.archive({"[Content_Types].xml": bytes(2 * 1024**2), "a": "x"})

    assert "terlalu besar bila dibuka" in sentence(bomb, "a.docx")


@pytest.mark.slow
def test_an_archive_of_very_many_parts_is_refused():
    many = samples.office(more={f"w/{n}": b"" for n in range(office.MOST_PARTS)})

    assert "terlalu besar bila dibuka" in sentence(many, "a.docx")


def test_a_part_named_twice_is_refused():
    twice = samples.office(more={"word/documenz.xml": b"x"})

    assert "rusak" in sentence(twice.replace(b"documenz", b"document"), "a.docx")


def test_a_locked_archive_is_refused():
    locked = bytearray(samples.docx())
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<H", locked, at + 8, 1)
        at += 4

    assert "kata sandi" in sentence(bytes(locked), "a.docx")


def test_types_that_are_no_text_are_refused():
    assert "rusak" in sentence(
        samples.archive({"[Content_Types].xml": b"\xff\xfe\0"}), "a.docx"
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.XLSX, Kind.PDF])
@given(data=st.data())
def test_a_damaged_file_is_taken_or_refused_but_never_breaks(kind, data):
    content = bytearray(GOOD[kind])
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))

    with suppress(NotAllowed):
        kind_of(bytes(content), f"a.{kind}")


@given(st.binary(max_size=300), st.text(max_size=300))
def test_any_bytes_under_any_name_are_taken_or_refused(content, name):
    with suppress(NotAllowed):
        kind_of(content, name)


def test_long_names_are_shortened_in_the_sentence():
    assert len(sentence(b"x", "a" * 5000)) < 300


def test_sha256_is_the_usual_one():
    assert sha256_of(b"x") == hashlib.sha256(b"x").hexdigest()
