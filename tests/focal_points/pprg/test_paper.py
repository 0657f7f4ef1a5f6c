"""What stands on a GBS and a KAK word for word, and the stamp that says who agreed."""

from __future__ import annotations

import io

import pytest
from docx import Document

from focal_points.pprg import actions, sheets
from focal_points.pprg.gbs import ACTION_CELLS, GBS, KAK
from focal_points.pprg.paper import paper_docx, paper_html, standing
from tests.make import pprg as make

GBS_LABELS = [
    "Nama SKPD",
    "Alamat",
    "Tahun Anggaran",
    "Program",
    "Kode Program",
    "Tujuan Program",
    "Analisis Situasi",
    "1. Data Pembuka Wawasan",
    "2. Isu dan Faktor Kesenjangan Gender",
    "a. Faktor Kesenjangan",
    "b. Penyebab Internal",
    "c. Penyebab Eksternal",
    "Capaian Program",
    "1. Tolok Ukur",
    "2. Indikator Kinerja",
    "Target Kinerja",
    "Jumlah Anggaran Kegiatan/Sub Kegiatan (Rp)",
]
KAK_LABELS = [
    "SKPD",
    "Tahun Anggaran",
    "Program",
    "Kegiatan",
    "Indikator kinerja kegiatan",
    "Keluaran (output)",
    "Hasil (outcome)",
    "Latar belakang",
    "Dasar hukum",
    "Gambaran umum",
    "Penerima manfaat",
    "Maksud dan tujuan",
    "Cara pelaksanaan (tahapan, metode)",
    "Lokasi",
    "Pelaksana dan penanggung jawab",
    "Batasan kegiatan",
    "Jadwal/waktu",
    "Biaya",
]
FACTORS = {
    "situation_access": "Jadwal pagi",
    "situation_participation": "Jarang ikut",
    "situation_control": "Tidak memutuskan",
    "situation_benefit": "Belum terasa",
}


def test_the_rows_of_a_gbs_are_those_of_the_form():
    content = {"address": "Jl. Pemuda", "program_objective": "Sehat", **FACTORS}

    rows = sheets.gbs_pairs(GBS, content, "Dinas Kesehatan", 2027)

    assert [row.label for row in rows] == GBS_LABELS
    told = next(row.text for row in rows if row.label == "a. Faktor Kesenjangan")
    assert told == (
        "Akses: Jadwal pagi\nPartisipasi: Jarang ikut\nKontrol: Tidak memutuskan\n"
        "Manfaat: Belum terasa"
    )
    assert [cell.label for cell in ACTION_CELLS] == [
        "Kegiatan/Sub Kegiatan",
        "Masukan (Rp)",
        "Keluaran",
        "Hasil",
    ]


def test_the_rows_of_a_kak_are_those_of_the_form():
    rows = sheets.kak_pairs(KAK, {"limits": "Dua hari"}, "Dinas Kesehatan", 2027)

    assert [row.label for row in rows] == KAK_LABELS
    assert KAK.fields["signatory_name"].label == "Penanggung jawab kegiatan"


def test_four_steps_and_nine_have_the_heads_of_their_forms():
    assert sheets.GAP9_COLUMNS.groups[2:] == (
        ("Isu Gender", 3),
        ("Kebijakan dan Rencana ke Depan", 2),
        ("Pengukuran Hasil", 2),
    )
    assert [title.split()[0] for title in sheets.GAP4_COLUMNS.titles] == [
        "Isu",
        "Penyebab",
        "Rencana",
        "K/L/PD",
    ]


@pytest.fixture
def gap(world):
    return make.sent_gap(world.dinkes, world.ratih)


@pytest.mark.slow
def test_the_stamp_is_on_paper_only_once_the_team_agreed(world, gap):
    waiting = "Status: Menunggu telaah. Belum disetujui Tim Penggerak PUG."
    assert standing(gap) == waiting
    assert waiting in paper_html(gap, gap.versions.last())

    approved = make.approved(gap, world.joko)

    stamp = standing(approved)
    assert stamp.startswith(
        "Telah ditelaah dan disetujui Tim Penggerak PUG Kabupaten Blora, "
    )
    assert stamp.endswith(f"nomor {approved.stamp_number}, pengajuan ke-1.")
    assert approved.stamp_number
    version = approved.versions.last()
    assert stamp in paper_html(approved, version)
    book = Document(io.BytesIO(paper_docx(approved, version)))
    foot = " ".join(p.text for p in book.sections[0].footer.paragraphs)
    assert stamp in foot
    assert waiting not in foot


@pytest.mark.slow
def test_what_somebody_typed_is_text_on_paper(world, gap):
    actions.withdraw(document=gap, by=world.ratih)
    made = make.fill(gap, world.ratih, {"objective": "<script>x</script> & lain"})

    html = paper_html(made, None)

    assert "&lt;script&gt;x&lt;/script&gt; &amp; lain" in html
    assert "<script>x" not in html
