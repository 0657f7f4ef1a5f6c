"""The report with its surat pengantar, on paper and as a document to go on writing in."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from focal_points.progress import actions
from focal_points.progress.content import snapshot
from focal_points.progress.models import State
from focal_points.progress.paper import paper_of
from focal_points.progress.queries import content_for
from tests.make import progress as make


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.slow
def test_letter_and_report_as_pdf_and_docx(world, report_at, client_of):
    report = report_at(State.SUBMITTED)
    siti = client_of(world.siti)

    pdf = siti.get(reverse("progress-pdf", args=[report.pk]))
    docx = siti.get(reverse("progress-docx", args=[report.pk]))

    printed = text_of(pdf.content)
    document = Document(io.BytesIO(docx.content))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    written = " ".join([*(p.text for p in document.paragraphs), *cells])
    for words in (
        "Penyampaian Laporan Kemajuan PUG Semester II 2020",
        "Yth. Ketua Kelompok Kerja Pengarusutamaan Gender",
        "Kelas ibu hamil",
        "Hasan Basri",
        "5.390",
        report.receipt_number,
    ):
        assert words in printed
        assert words in written
    assert "DRAF" not in printed


@pytest.mark.slow
def test_others_get_the_last_submission_and_an_own_draft_says_so(world, report_at):
    report = report_at(State.RETURNED)
    version = make.fresh(report).version
    actions.save(
        progress=report, version=version, answers={"gap_count": 77}, by=world.ratih
    )
    report = make.fresh(report)

    def gap(actor) -> str:
        paper = paper_of(report, content_for(report, actor))
        answers = [a for part in paper.reading.parts for a in part.answers]
        return next(a.text for a in answers if a.key == "gap_count")

    assert (gap(world.ratih), gap(world.siti)) == ("77", "3")
    draft = make.draft(world.dinsos, world.siti)
    paper = paper_of(draft, content_for(draft, world.siti))
    assert paper.mark == "DRAF, belum diajukan"
    assert dict(paper.sums)["Peserta semua kegiatan, L + P"] == "–"


def test_the_letter_bears_the_day_of_the_offices_own_clock(report_at):
    report = report_at(State.SUBMITTED)
    report.submitted_at = dt.datetime(2021, 1, 11, 16, 30, tzinfo=dt.UTC)
    report.opd.region.zone = "WIT"

    letter = paper_of(report, snapshot(report)).letter

    assert letter.place_and_date.endswith("12 Januari 2021")
