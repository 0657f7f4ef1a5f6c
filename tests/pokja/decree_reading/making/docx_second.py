"""Samples 08 and 10: cells merged downwards, signed a.n."""

from __future__ import annotations

from docx.shared import Cm

from tests.pokja.decree_reading.making.docx_parts import (
    centred,
    content,
    new,
    plain,
    right,
    table,
)
from tests.pokja.decree_reading.making.expect import row, write


def merged() -> None:
    """Kedudukan in the second column, merged downwards; L/P; the kop is a table."""
    data = [
        ("Pembina", "pembina", "H. Sabarudin Latief", "L", "Wali Kota Tirtasari", ""),
        ("Pengarah", "pengarah", "Hj. Wa Ode Salmah, S.E., M.M.", "P",
         "Sekretaris Daerah", "Sekretariat Daerah Kota"),
        ("Ketua", "ketua", "La Ode Asrun Jaya, S.T., M.T.", "L", "Kepala Badan",
         "Bappeda"),
        ("Sekretaris", "sekretaris", "Rosmawati Tamrin", "P", "Kepala Dinas",
         "Dinas P3A"),
        ("Koordinator Bidang Pendidikan", "koordinator", "Dr. Muh. Yamin, M.Pd.", "L",
         "Kepala Dinas", "Dinas Pendidikan, Kepemudaan dan Olahraga"),
        ("Koordinator Bidang Kesehatan", "koordinator", "drg. Andi Tenri Ola", "P",
         "Kepala Dinas", "Dinas Kesehatan"),
        ("Anggota", "anggota", "Ruslan B., S.Sos.", "L", "Sekretaris Dinas",
         "Dinas Sosial"),
        ("Anggota", "anggota", "Hasniah", "P", "Kepala Subbagian Umum",
         "Kecamatan Tirta Hulu"),
        ("Anggota", "anggota", "Muh. Nur Ikhsan, S.Hut.", "L",
         "Kepala Bidang Tata Lingkungan", "Dinas Lingkungan Hidup"),
        ("Anggota", "anggota", "Sitti Nurhaliza Umar, S.Tr.Stat.", "P",
         "Fungsional Statistisi", "BPS Kota Tirtasari"),
        ("Anggota Sekretariat", "sekretariat", "Darmawati, A.Md.Kom.", "P",
         "Operator SIGA", "Dinas P3A"),
        ("Anggota Sekretariat", "sekretariat", "Fajar Sidik", "L", "Staf",
         "Dinas P3A"),
    ]  # fmt: skip
    rows = [
        row(name, position, word, code, institution=institution, sex=sex)
        for word, code, name, sex, position, institution in data
    ]
    doc = new()
    table(doc, [("", ("PEMERINTAH KOTA TIRTASARI\nSEKRETARIAT DAERAH\nJalan Balai Kota "
                 "Nomor 3"))], style="Normal Table")  # fmt: skip
    centred(
        doc,
        "KEPUTUSAN WALI KOTA TIRTASARI",
        "NOMOR 400.2/ 30 /DP3A/2026",
        "TENTANG",
        "POKJA PUG DAN SEKRETARIAT POKJA PUG",
        "KOTA TIRTASARI TAHUN 2026",
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        "WALI KOTA TIRTASARI,",
    )
    plain(doc, "Menimbang : bahwa perlu membentuk Pokja PUG;", "Mengingat : 1. "
          "Undang-Undang Nomor 23 Tahun 2014; 2. Instruksi Presiden Nomor 9 Tahun "
          "2000;")  # fmt: skip
    centred(doc, "MEMUTUSKAN:")
    plain(doc, "KESATU : Membentuk Pokja PUG sebagaimana Lampiran.", "KEDUA : Berlaku "
          "sejak 1 Januari 2026.")  # fmt: skip
    made = table(doc, [("", ("Ditetapkan di Tirtasari\npada tanggal 5 Januari 2026\n\n"
                        "WALI KOTA TIRTASARI,\n\n\nH. SABARUDIN LATIEF"))],
                 style="Normal Table")  # fmt: skip
    made.rows[0].cells[0].width = Cm(9)
    doc.add_page_break()
    plain(doc, "LAMPIRAN KEPUTUSAN WALI KOTA TIRTASARI", "NOMOR 400.2/ 30 /DP3A/2026",
          "TANGGAL 5 JANUARI 2026")  # fmt: skip
    head = [
        ("NO.", "KEDUDUKAN DALAM TIM", "PERSONALIA", "", "", ""),
        ("", "", "NAMA LENGKAP", "L/P", "JABATAN", "ASAL INSTANSI"),
    ]
    body, shown = [], ""
    for i, (word, _, name, sex, position, institution) in enumerate(data, 1):
        said = word if word != shown else ""
        body.append((str(i), said, name, sex, position, institution or "-"))
        shown = word
    made = table(doc, head + body)
    made.cell(0, 2).merge(made.cell(0, 5))
    made.cell(0, 0).merge(made.cell(1, 0))
    made.cell(0, 1).merge(made.cell(1, 1))
    for top, bottom in ((8, 11), (12, 13)):
        made.cell(top, 1).merge(made.cell(bottom, 1))
        made.cell(top, 1).text = body[top - 2][1]
    right(doc, "WALI KOTA TIRTASARI,", "", "", "H. SABARUDIN LATIEF")
    write("08_wali_kota_gabung_ke_bawah", content(doc), "docx", {
        "number": "400.2/30/DP3A/2026",
        "signed_on": "2026-01-05",
        "title": "Pokja PUG dan Sekretariat Pokja PUG Kota Tirtasari Tahun 2026",
        "signed_place": "Tirtasari",
        "signer_position": "Wali Kota Tirtasari",
        "signer_name": "H. Sabarudin Latief",
        "rows": rows,
    })  # fmt: skip


def on_behalf() -> None:
    """Signed a.n.; "Jabatan dalam Tim" is the kedudukan; rank and NIP columns."""
    data = [
        ("Drs. Muhammad Thoriq, M.Ec.Dev.", "Pembina Utama Muda, IV/c",
         "196711231992031007", "Kepala Bappeda", "Ketua Tim", "ketua"),
        ("Yulia Rachmawati, S.E., M.Si.", "Pembina, IV/a", "197907142003122005",
         "Sekretaris BPKAD", "Wakil Ketua Tim", "wakil_ketua"),
        ("Endang Sulastri, S.Sos.", "Pembina, IV/a", "197602022001122001",
         "Kepala Bidang Pengarusutamaan Gender DP3AKB", "Sekretaris", "sekretaris"),
        ("Agus Salim Nasution", "Penata Tk. I, III/d", "198008082006041010",
         "Irban Bidang Kesejahteraan Rakyat Inspektorat", "Anggota", "anggota"),
        ("Tengku Mariana, S.T.", "Penata, III/c", "198812302014022003",
         "Perencana Ahli Muda Bappeda", "Anggota", "anggota"),
        ("Boru Sinaga Rotua, S.Kom., M.Kom.", "Penata, III/c", "198605192011012018",
         "Kasubbid Belanja Langsung BPKAD", "Anggota", "anggota"),
        ("Herman", "-", "-", "Tenaga Ahli PPRG", "Anggota", "anggota"),
    ]  # fmt: skip
    rows = [
        row(name, position, word, code, nip="" if nip == "-" else nip)
        for name, _, nip, position, word, code in data
    ]
    doc = new()
    centred(doc, "GUBERNUR DELI RAYA", "KEPUTUSAN GUBERNUR DELI RAYA", "NOMOR 188.44/"
            "509/KPTS/2022", "T E N T A N G", "TIM PENGGERAK PERENCANAAN DAN "
            "PENGANGGARAN", "RESPONSIF GENDER PROVINSI DELI RAYA", "TAHUN 2022-2024",
            "GUBERNUR DELI RAYA,")  # fmt: skip
    plain(doc, "Menimbang", "a. bahwa Surat Edaran Bersama empat Menteri Tahun 2012 "
          "mengamanatkan Tim Penggerak;", "b. bahwa Keputusan Gubernur Nomor 188.44/112/"
          "KPTS/2019 tanggal 4 April 2019 tidak sesuai lagi;", "Mengingat", "1. Undang-"
          "Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;")  # fmt: skip
    centred(doc, "M E M U T U S K A N", "Menetapkan:")
    plain(doc, "KESATU\tMembentuk Tim Penggerak sebagaimana tercantum dalam Lampiran.",
          "KEDUA\tKeputusan ini berlaku pada tanggal ditetapkan sampai dengan 31 "
          "Desember 2024.")  # fmt: skip
    right(doc, "Ditetapkan di Bandar Deli", "pada tanggal 11 Agustus 2022",
          "a.n. GUBERNUR DELI RAYA\nSEKRETARIS DAERAH,", "", "",
          "Dr. Ir. HASUDUNGAN TAMPUBOLON, M.Sc.", "PEMBINA UTAMA MADYA",
          "NIP 196404201990031006")  # fmt: skip
    doc.add_page_break()
    plain(doc, "Lampiran Keputusan Gubernur Deli Raya", "Nomor : 188.44/509/KPTS/2022",
          "Tanggal : 11 Agustus 2022")  # fmt: skip
    centred(doc, "PERSONALIA TIM PENGGERAK")
    head = [
        ("NO", "NAMA", "PANGKAT/GOL.", "NIP", "JABATAN POKOK", "JABATAN DALAM TIM"),
        ("1", "2", "3", "4", "5", "6"),
    ]
    lines = [
        (f"{i}.", name, rank, nip, position, word)
        for i, (name, rank, nip, position, word, _) in enumerate(data, 1)
    ]
    table(doc, head + lines, style="Normal Table")
    right(doc, "a.n. GUBERNUR DELI RAYA", "SEKRETARIS DAERAH,", "",
          "Dr. Ir. HASUDUNGAN TAMPUBOLON, M.Sc.")  # fmt: skip
    write("10_sekda_atas_nama", content(doc), "docx", {
        "number": "188.44/509/KPTS/2022",
        "signed_on": "2022-08-11",
        "title": "Tim Penggerak Perencanaan dan Penganggaran Responsif Gender "
        "Provinsi Deli Raya Tahun 2022-2024",
        "signed_place": "Bandar Deli",
        "signer_position": "a.n. Gubernur Deli Raya Sekretaris Daerah",
        "signer_name": "Dr. Ir. Hasudungan Tampubolon, M.Sc.",
        "rows": rows,
    })  # fmt: skip
