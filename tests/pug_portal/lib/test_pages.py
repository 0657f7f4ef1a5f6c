import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from pug_portal.lib.pages import MOST_OBJECTS, pages_of
from pug_portal.lib.sniff import NotAllowed
from tests.pug_portal.lib import samples

THREE = samples.pdf(3)
NAME_PAGE = NameObject("/Page")


def test_pages_are_counted():
    assert pages_of(THREE) == 3


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"x" * 99])
def test_a_broken_file_has_no_known_number_of_pages(content):
    assert pages_of(content) is None


def test_a_cut_file_is_counted_or_not_but_never_breaks():
    assert pages_of(THREE[:-100]) in (3, None)


@pytest.mark.parametrize("password", ["rahasia", ""])
def test_a_locked_file_is_refused_with_the_way_out(password):
    with pytest.raises(NotAllowed, match="dikunci kata sandi") as refused:
        pages_of(samples.pdf(password=password), "sk.pdf")

    assert "“sk.pdf”" in refused.value.sentence
    assert "tanpa pengaman" in refused.value.sentence


def test_a_lock_that_cannot_even_be_tried_is_refused_as_well():
    strong = (
        b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <%s> /U <%s> /OE <%s> "
        b"/UE <%s> /Perms <%s> >>"
    ) % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    content = samples.pdf().replace(b"/Info", b"/Encrypt %s /Info" % strong)

    with pytest.raises(NotAllowed, match="dikunci kata sandi"):
        pages_of(content)


def test_a_lie_about_the_number_of_pages_is_not_believed():
    lying = THREE.replace(b"/Count 3", b"/Count 9")

    assert lying != THREE
    assert pages_of(lying) == 3


def test_a_few_nodes_that_promise_billions_of_pages_are_not_walked():
    writer = PdfWriter()
    node = writer._add_object(DictionaryObject({NameObject("/Type"): NAME_PAGE}))
    for _ in range(12):
        node = writer._add_object(
            DictionaryObject({NameObject("/Kids"): ArrayObject([node] * 12)})
        )
    writer.root_object[NameObject("/Pages")] = node
    file = io.BytesIO()
    writer.write(file)

    assert pages_of(file.getvalue()) is None


def test_a_page_tree_that_bites_its_tail_is_not_walked():
    circle = THREE.replace(b"/Kids [ 4 0 R", b"/Kids [ 2 0 R")

    assert circle != THREE
    assert pages_of(circle) is None


def written(objects: dict[int, bytes], root: bytes, width: int, rows: bytes) -> bytes:
    """A PDF whose cross-reference stream is `rows`, packed; object 9 holds it."""
    packed = zlib.compress(rows, 9)
    body = b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % pair for pair in objects.items()
    )
    told = b"<< /Type /XRef /Size %d /W [1 4 2] /Root %s /Length %d" % (
        *(len(rows) // width, root),
        len(packed),
    )
    return (
        body
        + b"9 0 obj\n%s /Filter /FlateDecode >>\nstream\n%s\nendstream\n"
        % (*(told, packed),)
        + b"endobj\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )


TREE = {
    1: b"<< /Type /Catalog /Pages 3 0 R >>",
    3: b"<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>",
    4: b"<< /Type /Page /Parent 3 0 R >>",
}


def test_a_few_kilobytes_that_unpack_to_millions_are_not_unpacked():
    row = b"\x01\x00\x00\x00\x09\x00\x00"
    few, many = (written(TREE, b"1 0 R", 7, row * n) for n in (9, MOST_OBJECTS + 9))

    assert pages_of(few) == 1
    assert len(many) < 20_000
    assert pages_of(many) is None


def test_what_the_portal_made_itself_may_be_as_large_as_it_likes():
    row = b"\x01\x00\x00\x00\x09\x00\x00"
    large = written(TREE, b"1 0 R", 7, row * (MOST_OBJECTS + 9))

    assert pages_of(large, is_ours=True) == 1


def test_a_table_of_half_a_million_objects_is_not_read():
    row = b"0000000009 00000 n \n"
    table = b"xref\n0 %d\n" % (MOST_OBJECTS + 1) + row * (MOST_OBJECTS + 1)
    content = THREE.replace(b"startxref", table + b"startxref")

    assert pages_of(content) is None


@pytest.mark.slow
@given(st.data())
def test_a_damaged_file_never_breaks(data):
    content = bytearray(THREE)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))

    count = pages_of(bytes(content))

    assert count is None or count >= 0
