"""The PDF itself: pages, text, structure, and the same bytes twice."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

from pokja.reports import pdf
from tests.make.report_content import blora, without_anything
from tests.pokja.reports.test_report_html import ATTACK

# One process renders for all: `printed` takes most of the time here.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("report-pdf")]

ONE_RENDER = (
    "import django; django.setup(); import hashlib; from pokja.reports import pdf; "
    "from tests.make.report_content import blora; "
    "print(hashlib.sha256(pdf.render(blora(4))).hexdigest())"
)


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int]]:
    return []


@pytest.fixture(scope="module")
def printed(told) -> bytes:
    return pdf.render(
        blora(4), progress=lambda step, percent: told.append((step, percent))
    )


@pytest.fixture(scope="module")
def reader(printed) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="module")
def pages(reader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.fixture(scope="module")
def empty() -> bytes:
    return pdf.render(without_anything(blora(0)))


def test_the_same_content_gives_the_same_bytes(empty):
    assert pdf.render(without_anything(blora(0))) == empty


def test_another_process_gives_the_same_bytes_too(printed):
    made = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ONE_RENDER],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "SECRET_KEY": "lain",
            "DJANGO_SETTINGS_MODULE": "pug_portal.settings",
            "PYTHONHASHSEED": "7",
            "TZ": "Asia/Jayapura",
        },
    )

    assert made.stdout.strip() == hashlib.sha256(printed).hexdigest()


def test_every_page_but_the_cover_carries_code_and_number(pages):
    for number, text in enumerate(pages[1:], start=2):
        assert f"Halaman {number} dari {len(pages)}" in text
        assert "Kode verifikasi 7F3K-09QW-ZX4M-TB2C" in text
    assert "Halaman" not in pages[0]
    assert "7F3K-09QW-ZX4M-TB2C" in pages[0]


def test_the_contents_name_the_page_on_which_a_chapter_begins(pages):
    contents = pages[2] + pages[3]

    for title in ("BAB III Pelaksanaan Tujuh Prasyarat", "Lampiran 5 Notulen Rapat"):
        found = re.search(rf"{title}[ .]*(\d+)", contents)
        assert found
        assert title.split(" ", 2)[2] in pages[int(found[1]) - 1]


def test_numbers_are_written_the_indonesian_way(pages):
    text = " ".join(pages)

    assert "9,2%" in text
    assert "412.500.000" in text
    assert "Rp" in text
    assert not re.search(r"\d\.\d\d?%", text)


def test_wide_tables_lie_on_landscape_pages(reader, pages):
    for caption in ("Rekap PPRG menurut", "Kegiatan menurut", "(ARG) menurut"):
        (page,) = [
            reader.pages[n] for n, t in enumerate(pages) if caption in t and n > 4
        ]
        assert page.mediabox.width > page.mediabox.height
    chapter = next(
        n for n, t in enumerate(pages) if "Realisasi tugas Pokja" in t and n > 4
    )
    assert reader.pages[chapter].mediabox.width < reader.pages[chapter].mediabox.height


def test_short_annexes_share_a_page(pages):
    (page,) = [t for n, t in enumerate(pages) if "Daftar Focal Point" in t and n > 6][
        :1
    ]

    assert "Lampiran 2" in page or "Lampiran 3" in page


def test_the_programme_lies_across_and_the_minutes_stand(reader, pages):
    across, upright = (
        next(n for n, t in enumerate(pages) if title in t and n > 6)
        for title in ("Lampiran 4 Matriks Program Kerja", "Lampiran 5 Notulen Rapat")
    )

    assert reader.pages[across].mediabox.width > reader.pages[across].mediabox.height
    assert reader.pages[upright].mediabox.width < reader.pages[upright].mediabox.height


def test_it_is_tagged_named_and_bookmarked(reader):
    catalog = reader.trailer["/Root"]

    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/StructTreeRoot"]
    assert catalog["/Lang"] == "id"
    assert reader.metadata.title == "Laporan Pokja PUG Kabupaten Blora Semester II 2020"
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert any("Pendahuluan" in title for title in titles)
    assert b"pdfuaid" in catalog["/Metadata"].get_data()


def test_an_empty_region_prints_too(empty):
    assert 10 < len(PdfReader(io.BytesIO(empty)).pages) <= 15


def test_smuggled_addresses_are_text_and_are_not_fetched():
    made = PdfReader(io.BytesIO(pdf.render(blora(1, text=ATTACK))))

    text = " ".join(page.extract_text() for page in made.pages)
    assert "<script>alert(1)</script>" in re.sub(r"\s+", "", text)
    assert "/JavaScript" not in str(made.trailer["/Root"])


def test_progress_is_told_on_the_way(printed, told):
    assert told[-1] == ("Selesai", 100)
    assert [p for _, p in told] == sorted(p for _, p in told)
