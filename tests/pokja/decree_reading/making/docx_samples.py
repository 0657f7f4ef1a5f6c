"""Samples 05 and 06: a Word table with headings, paragraphs with tabs."""

from __future__ import annotations

from tests.pokja.decree_reading.making.docx_parts import (
    centred,
    content,
    new,
    plain,
    right,
    table,
)
from tests.pokja.decree_reading.making.expect import row, write


def grouped() -> None:
    """A line over the whole width names the kedudukan; numbers start anew below it."""
    groups = [
        ("I. PENGARAH :", "PENGARAH", "pengarah", [
            ("", "Bupati Telaga Hening", "Pemerintah Kabupaten"),
            ("", "Wakil Bupati Telaga Hening", "Pemerintah Kabupaten"),
        ]),
        ("II. KETUA :", "KETUA", "ketua", [
            ("Ir. Yohanis Rante, M.Si.", "Kepala Badan", "Bapperida"),
        ]),
        ("III. WAKIL KETUA :", "WAKIL KETUA", "wakil_ketua", [
            ("Drs. Semuel Tandi", "Kepala Badan", "Badan Keuangan dan Aset Daerah"),
            ("Albertina Pasang, S.H., M.Kn.", "Inspektur", "Inspektorat"),
        ]),
        ("IV. SEKRETARIS :", "SEKRETARIS", "sekretaris", [
            ("dra. Dorkas Limbong, M.M.", "Kepala Dinas", "DP3A"),
        ]),
        ("V. ANGGOTA :", "ANGGOTA", "anggota", [
            ("Markus Palimbong, S.Kep., Ns.", "Kepala Bidang Kesehatan Masyarakat",
             "Dinas Kesehatan"),
            ("Yuliana Sampe", "Kasubag Program dan Pelaporan", "Dinas Pendidikan"),
            ("", "Kepala Dinas", "Dinas Perhubungan"),
            ("St. Hajrah Kadir, S.E.", "Kepala Seksi Pemberdayaan", ("Dinas "
             "Pemberdayaan Masyarakat dan Lembang")),
            ("Irwan", "Pranata Komputer", ("Dinas Komunikasi, Informatika, Statistik dan "
             "Persandian")),
            ("Pdt. Elisabet Rerung, M.Th.", "Ketua", "Persekutuan Wanita Gereja"),
        ]),
    ]  # fmt: skip
    rows, lines = [], []
    for heading, word, code, seats in groups:
        lines.append((heading, "", "", ""))
        for i, (name, position, institution) in enumerate(seats, 1):
            told = row(name, position, word.title(), code, institution=institution)
            rows.append(told)
            lines.append((f"{i}.", name or "-", position, institution))
    doc = new()
    centred(doc, "BUPATI TELAGA HENING", "", "KEPUTUSAN BUPATI TELAGA HENING",
            "NOMOR 400.2/217/V/TAHUN 2023", "TENTANG", "PENETAPAN KELOMPOK KERJA "
            "PENGARUSUTAMAAN GENDER", "KABUPATEN TELAGA HENING", "BUPATI TELAGA "
            "HENING,")  # fmt: skip
    table(doc, [
        ("Menimbang", ":", "a.", "bahwa Kelompok Kerja perlu dibentuk;"),
        ("", "", "b.", "bahwa untuk itu perlu ditetapkan Keputusan Bupati;"),
        ("Mengingat", ":", "1.", "Undang-Undang Nomor 23 Tahun 2014;"),
        ("", "", "2.", "Instruksi Presiden Nomor 9 Tahun 2000;"),
    ], style="Normal Table")  # fmt: skip
    centred(doc, "MEMUTUSKAN:")
    table(doc, [
        ("Menetapkan", ":", "KEPUTUSAN BUPATI TENTANG PENETAPAN KELOMPOK KERJA."),
        ("KESATU", ":", "Menetapkan Kelompok Kerja sebagaimana Lampiran."),
        ("KEDUA", ":", "Keputusan ini mulai berlaku sejak tanggal ditetapkan."),
    ], style="Normal Table")  # fmt: skip
    right(doc, "Ditetapkan di Makale Baru", "pada tanggal 30 Mei 2023",
          "BUPATI TELAGA HENING,", "", "", "THEOFILUS ALLORANTE")  # fmt: skip
    doc.add_page_break()
    plain(doc, "LAMPIRAN KEPUTUSAN BUPATI TELAGA HENING", "NOMOR 400.2/217/V/TAHUN "
          "2023", "TANGGAL 30 MEI 2023")  # fmt: skip
    centred(doc, "SUSUNAN KEANGGOTAAN")
    head = [("No", "Nama", "Jabatan", "Unit Kerja")]
    made = table(doc, head + lines)
    for line in made.rows:
        if line.cells[0].text.endswith(":"):
            line.cells[0].merge(line.cells[3])
    right(doc, "BUPATI TELAGA HENING,", "", "THEOFILUS ALLORANTE")
    write("05_bupati_judul_kelompok", content(doc), "docx", {
        "number": "400.2/217/V/TAHUN 2023",
        "signed_on": "2023-05-30",
        "title": "Penetapan Kelompok Kerja Pengarusutamaan Gender Kabupaten Telaga "
        "Hening",
        "signed_place": "Makale Baru",
        "signer_position": "Bupati Telaga Hening",
        "signer_name": "Theofilus Allorante",
        "rows": rows,
    })  # fmt: skip


def tabs() -> None:
    """No table: paragraphs with tabs; the wrapped jabatan is a paragraph of its own."""
    data = [
        ("Pembina", "pembina", "", "Gubernur Nusa Rembang"),
        ("Penanggung Jawab", "penanggung_jawab", "", ("Sekretaris Daerah Provinsi Nusa "
         "Rembang")),
        ("Ketua", "ketua", "", "Kepala Bappeda Provinsi Nusa Rembang"),
        ("Wakil Ketua", "wakil_ketua", "", ("Kepala Badan Pengelola Keuangan dan Aset "
         "Daerah")),
        ("Sekretaris", "sekretaris", "", "Kepala DP3AP2KB Provinsi Nusa Rembang"),
    ]  # fmt: skip
    members = [
        "Kepala Dinas Kesehatan Provinsi Nusa Rembang",
        "Kepala Dinas Sosial Provinsi Nusa Rembang",
        "Kepala Dinas Energi dan Sumber Daya Mineral Provinsi Nusa Rembang",
        "Kepala Dinas Lingkungan Hidup dan Kehutanan Provinsi Nusa Rembang",
        "Kepala Biro Pemerintahan dan Otonomi Daerah",
        "Direktur Rumah Sakit Umum Provinsi",
        "Kepala Perwakilan BKKBN Provinsi Nusa Rembang",
        "Ketua Pusat Studi Wanita Universitas Samudera Timur",
    ]
    rows = [row(name, position, word, code) for word, code, name, position in data]
    rows += [row("", member, "Anggota", "anggota") for member in members]
    doc = new()
    centred(doc, "GUBERNUR NUSA REMBANG", "KEPUTUSAN GUBERNUR NUSA REMBANG",
            "NOMOR : 050/ 30 /HK/437.12/2026", "TENTANG\nPEMBENTUKAN KELOMPOK KERJA\n"
            "PENGARUSUTAMAAN GENDER DALAM\nPEMBANGUNAN DAERAH", "GUBERNUR NUSA "
            "REMBANG,")  # fmt: skip
    plain(doc, "Menimbang\t:\ta.\tbahwa kesetaraan gender perlu diwujudkan;",
          "\t\tb.\tbahwa perlu menetapkan Keputusan Gubernur;",
          "Mengingat\t:\t1.\tUndang-Undang Nomor 23 Tahun 2014;",
          "\t\t2.\tPeraturan Menteri Dalam Negeri Nomor 67 Tahun 2011;")  # fmt: skip
    centred(doc, "MEMUTUSKAN :")
    plain(doc, "Menetapkan\t:",
          "PERTAMA\t:\tMembentuk Kelompok Kerja dengan susunan pada Lampiran.",
          "KEDUA\t:\tKelompok Kerja mempunyai tugas:",
          "\t\ta.\tmenyusun Rencana Aksi Daerah;",
          "\t\tb.\tmembentuk Tim Teknis;",
          "KETIGA\t:\tKeputusan ini berlaku sejak tanggal ditetapkan.")  # fmt: skip
    right(doc, "Ditetapkan di\t: Kota Rembang Baru", "Pada tanggal\t: 2 Februari 2026",
          "GUBERNUR NUSA REMBANG", "", "Cap/ttd", "", "Dr. H. LALU WIRAKARTIKA, S.H., "
          "M.H.")  # fmt: skip
    plain(doc, "SALINAN Keputusan ini disampaikan kepada Yth.:",
          "1. Menteri Dalam Negeri di Jakarta;", "2. Ketua DPRD Provinsi.")  # fmt: skip
    doc.add_page_break()
    right(doc, "LAMPIRAN", "KEPUTUSAN GUBERNUR NUSA REMBANG",
          "NOMOR 050/ 30 /HK/437.12/2026", "TANGGAL 2 FEBRUARI 2026")  # fmt: skip
    centred(doc, "SUSUNAN KELOMPOK KERJA PENGARUSUTAMAAN GENDER",
            "PROVINSI NUSA REMBANG")  # fmt: skip
    for i, (word, _, _, position) in enumerate(data, 1):
        plain(doc, f"{i}.\t{word}\t:\t{position}")
    for i, member in enumerate(members):
        start = "6.\tAnggota\t:\t" if not i else "\t\t\t"
        head, tail = member, ""
        if len(member) > 50:
            cut = member.rindex(" ", 0, 45)
            head, tail = member[:cut], member[cut + 1 :]
        plain(doc, f"{start}{chr(97 + i)}.\t{head}")
        if tail:
            plain(doc, f"\t\t\t\t{tail}")
    right(doc, "GUBERNUR NUSA REMBANG", "", "Dr. H. LALU WIRAKARTIKA, S.H., M.H.")
    write("06_gubernur_tab", content(doc), "docx", {
        "number": "050/30/HK/437.12/2026",
        "signed_on": "2026-02-02",
        "title": "Pembentukan Kelompok Kerja Pengarusutamaan Gender dalam Pembangunan "
        "Daerah",
        "signed_place": "Kota Rembang Baru",
        "signer_position": "Gubernur Nusa Rembang",
        "signer_name": "Dr. H. Lalu Wirakartika, S.H., M.H.",
        "rows": rows,
    })  # fmt: skip
