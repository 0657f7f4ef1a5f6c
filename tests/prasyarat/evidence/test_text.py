"""Words read from files: whole ones, broken ones, huge ones. Nothing of it may fail."""

from __future__ import annotations

import io
import json

import pytest
from docx import Document

from prasyarat.evidence import text, text_child, text_jobs
from prasyarat.evidence.models import EvidenceVersion, TextState, VersionPage
from prasyarat.evidence.text import Reading, read_text
from tests.make import evidence as make
from tests.pug_portal.lib import samples

BROKEN = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\n%%EOF"
LOOKS = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>"


def words_pdf(*pages: str) -> bytes:
    """A PDF with words, by hand: one line of text on each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET"
        objects += [
            f"<</Type/Page/Parent 2 0 R/Contents {5 + 2 * number} 0 R{LOOKS}",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    body += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer <</Size {size}/Root 1 0 R>>\nstartxref\n{body.rfind('endobj') + 7}\n"
        "%%EOF\n"
    )
    return body.encode()


def words_docx(*paragraphs: str) -> bytes:
    document, stream = Document(), io.BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Laki-laki", "Perempuan"
    document.save(stream)
    return stream.getvalue()


def test_each_page_of_a_pdf_has_its_words():
    pages = list(text_child.pages_of_pdf(words_pdf("Satu rapat", "Dua SK Bupati")))

    assert [page.split() for page in pages] == [
        ["Satu", "rapat"],
        ["Dua", "SK", "Bupati"],
    ]


def test_paragraphs_and_tables_of_a_docx_are_read():
    parts = list(text_child.parts_of_docx(words_docx("Notulen rapat", "x" * 4000)))

    assert "Notulen rapat" in parts[0]
    assert "Laki-laki Perempuan" in parts[-1]


def test_what_has_no_text_says_so():
    assert read_text(samples.png(), "png").state is TextState.EMPTY
    assert read_text(b"0" * (text.MOST_BYTES + 1), "pdf").note == text.UNREADABLE


def test_pages_told_before_the_limit_are_kept(monkeypatch):
    told = "".join(json.dumps([n, "kata " * 9]) + "\n" for n in (1, 2)) + '[3, "ter'
    pages = text._pages(told.encode())
    monkeypatch.setattr(text, "_ask", lambda *_: (pages, False))

    reading = read_text(b"%PDF", "pdf")

    assert (reading.state, len(reading.pages)) == (TextState.READ, 2)
    assert "sampai hal. 2" in reading.note


def test_too_much_text_is_cut(monkeypatch):
    monkeypatch.setattr(text, "MOST_TEXT", 25)
    monkeypatch.setattr(text, "_ask", lambda *_: ([(1, "a" * 20), (2, "b" * 20)], True))

    reading = read_text(b"%PDF", "pdf")

    assert (len(reading.pages), "hal. 1" in reading.note) == (1, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "kind", "state"),
    [
        (words_pdf("Kesetaraan gender"), "pdf", TextState.READ),
        (words_docx("Kesetaraan gender"), "docx", TextState.READ),
        (samples.pdf(), "pdf", TextState.EMPTY),
        (samples.pdf(password="x"), "pdf", TextState.UNREADABLE),
        (BROKEN, "pdf", TextState.UNREADABLE),
        (b"PK\x03\x04 broken", "docx", TextState.UNREADABLE),
    ],
    ids=["pdf", "docx", "scan", "locked", "broken", "no-docx"],
)
def test_a_process_of_its_own_reads_or_says_that_it_cannot(content, kind, state):
    reading = read_text(content, kind)

    assert reading.state is state
    assert bool(reading.pages) is (state is TextState.READ)


def test_the_job_keeps_the_words_once(world, monkeypatch):
    monkeypatch.setattr(
        text_jobs,
        "read_text",
        lambda *_: Reading(TextState.READ, "", ((3, "Pelatihan PPRG"),)),
    )
    version = make.document(world.blora, world.siti).versions.get()

    text_jobs.read_version(version.pk)
    text_jobs.read_version(version.pk)

    kept = VersionPage.objects.get()
    assert (kept.number, kept.folded) == (3, "pelatihan pprg")
    version.refresh_from_db()
    assert version.text_state == TextState.READ
    assert text_jobs.requeue_lost() == []


def test_a_file_that_kills_its_worker_is_given_up(world):
    version = make.document(world.blora, world.siti).versions.get()
    assert text_jobs.requeue_lost() == [version.pk]
    EvidenceVersion.objects.update(text_attempts=3, text_due_at=None)

    assert text_jobs.requeue_lost() == []

    version.refresh_from_db()
    assert version.text_state == TextState.UNREADABLE
    assert version.text_note.startswith("Teks tidak terbaca")
