"""Sample 03: a list in roman numbers."""

from __future__ import annotations

from tests.pokja.decree_reading.making.expect import row, write
from tests.pokja.decree_reading.making.pdf_parts import (
    LAWS,
    dictums,
    mengingat,
    menimbang,
    pdf,
)


def roman_list() -> None:
    """No table at all: roman headings, arabic numbers below them."""
    groups = [
        ("Pembina", "pembina", [("", "Bupati Sungai Elok")]),
        ("Pengarah", "pengarah", [("", "Wakil Bupati Sungai Elok"),
                                  ("", "Sekretaris Daerah Kabupaten Sungai Elok")]),
        ("Ketua", "ketua", [("", "Kepala Bapperida Kabupaten Sungai Elok")]),
        ("Wakil Ketua", "wakil_ketua", [("", "Asisten Administrasi Umum")]),
        ("Sekretaris", "sekretaris", [("", ("Kepala Dinas P2KBP3A Kabupaten "
                                           "Sungai Elok"))]),
        ("Anggota", "anggota", [
            ("", "Kepala Dinas Pendidikan dan Kebudayaan"),
            ("", "Kepala Dinas Kesehatan"),
            ("", "Direktur Rumah Sakit Umum Daerah dr. Karta Husada"),
            ("", ("Kepala Dinas Pertanian, Ketahanan Pangan, Peternakan dan Kesehatan "
                 "Hewan Kabupaten Sungai Elok")),
            ("", "Kepala Dinas Pemberdayaan Masyarakat dan Desa"),
            ("", "Camat se-Kabupaten Sungai Elok"),
            ("", "Kepala Kepolisian Resor Sungai Elok"),
            ("", "Ketua Gabungan Organisasi Wanita (GOW)"),
        ]),
        ("Sekretariat", "sekretariat", [
            ("", "Kepala Bidang Kualitas Hidup Perempuan"),
            ("", "Pejabat Fungsional Perencana Ahli Muda pada Dinas P2KBP3A"),
        ]),
    ]  # fmt: skip
    roman = ("I", "II", "III", "IV", "V", "VI", "VII")
    rows, html = [], ""
    for sign, (word, code, seats) in zip(roman, groups, strict=True):
        rows += [row(name, position, word, code) for name, position in seats]
        if len(seats) == 1:
            inner = seats[0][1]
        else:
            inner = "".join(f"<div>{i}. {s[1]}</div>" for i, s in enumerate(seats, 1))
        html += (
            f"<tr><td style='width:10mm'>{sign}.</td><td style='width:35mm'>{word}</td>"
            f"<td style='width:5mm'>:</td><td>{inner}</td></tr>"
        )
    body = f"""
<p class=t><b>PEMERINTAH KABUPATEN SUNGAI ELOK<br>SEKRETARIAT DAERAH</b><br>
Jalan Merdeka Nomor 1 Telepon (0000) 12345</p><hr>
<p class=t>KEPUTUSAN BUPATI SUNGAI ELOK</p><p class=t>NOMOR 45 TAHUN 2025</p>
<p class=t>T E N T A N G</p>
<p class=t>KELOMPOK KERJA PENGARUSUTAMAAN GENDER<br>DAN TIM TEKNIS<br>KABUPATEN SUNGAI
ELOK<br>PERIODE 2025-2029</p><p class=t>BUPATI SUNGAI ELOK,</p>
{
        menimbang(
            "bahwa untuk melaksanakan ketentuan Peraturan Bupati Sungai Elok Nomor 12 "
            "Tahun 2023 perlu dibentuk Kelompok Kerja;"
        )
    }
{mengingat(*LAWS[1:])}
<p class=t>M E M U T U S K A N :</p>
<p>Menetapkan : KEPUTUSAN BUPATI TENTANG KELOMPOK KERJA PENGARUSUTAMAAN GENDER.</p>
{
        dictums(
            "Menetapkan susunan Kelompok Kerja sebagaimana Lampiran I.",
            "Menetapkan tugas Kelompok Kerja: 1. mempromosikan dan memfasilitasi PUG; 2. menyusun "
            "program kerja setiap tahun.",
            "Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan.",
        )
    }
<p class=ttd>Ditetapkan di : Elok Jaya<br>Pada tanggal : 05 - 02 - 2025</p>
<p class=ttd><b>BUPATI SUNGAI ELOK,</b></p><p class=ttd>&nbsp;</p>
<p class=ttd><b>dr. Hj. Ratna Komalasari, M.Kes.</b></p>
<div class=baru style="margin-left:45%">LAMPIRAN I KEPUTUSAN BUPATI<br>NOMOR : 45 TAHUN
2025<br>TANGGAL : 5 Februari 2025</div>
<p class=t>SUSUNAN KELOMPOK KERJA PENGARUSUTAMAAN GENDER</p>
<table class=k>{html}</table>
<p class=ttd><b>BUPATI SUNGAI ELOK,</b></p><p class=ttd>&nbsp;</p>
<p class=ttd><b>dr. Hj. Ratna Komalasari, M.Kes.</b></p>
"""
    write("03_bupati_daftar_romawi", pdf(body), "pdf", {
        "number": "45 TAHUN 2025",
        "signed_on": "2025-02-05",
        "title": "Kelompok Kerja Pengarusutamaan Gender dan Tim Teknis Kabupaten "
        "Sungai Elok Periode 2025-2029",
        "signed_place": "Elok Jaya",
        "signer_position": "Bupati Sungai Elok",
        "signer_name": "dr. Hj. Ratna Komalasari, M.Kes.",
        "rows": rows,
    })  # fmt: skip
