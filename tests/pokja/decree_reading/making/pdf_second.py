"""Samples 04, 07 and 09: NIP below the name, one cell for many rows, two lampiran."""

from __future__ import annotations

from tests.pokja.decree_reading.making.expect import row, write
from tests.pokja.decree_reading.making.pdf_parts import (
    LAWS,
    dictums,
    mengingat,
    menimbang,
    pdf,
)


def technical_team() -> None:
    """Kedudukan first; NIP under the name; words broken at the end of a line."""
    data = [
        ("Penanggung Jawab", "penanggung_jawab", "Ir. Gatot Purwanto, M.M.",
         "196809121994031005", "Kepala Bappeda"),
        ("Ketua", "ketua", "Rr. Dwi Setyaningrum, S.T., M.Eng.",
         "197504182001122003", "Kepala Bidang Perencanaan Pembangunan Manusia"),
        ("Sekretaris", "sekretaris", "Hadi Mulyono, S.E., Ak.", "198001152005011008",
         "Kepala Bidang Pengarusutamaan Gender"),
        ("Anggota", "anggota", "Fransiska Wulandari, S.Kom.", "198511202010012021",
         "Perencana Ahli Muda"),
        ("Anggota", "anggota", "Muhammad Ilham Al-Fatih, S.STP.", "199003072012061002",
         "Kepala Subbidang Penyusunan Anggaran Belanja Daerah"),
        ("Anggota", "anggota", "I Gusti Ayu Made Puspita, S.Sos.",
         "198707232011012014", "Analis Kebijakan Ahli Muda"),
        ("Anggota", "anggota", "Sumarno", "197201301998031004",
         "Auditor Ahli Madya pada Inspektorat Daerah"),
        ("Anggota", "anggota", "Titik Wijayanti, S.Pd., M.Pd.", "198209092006042017",
         "Kepala Seksi Kurikulum dan Penilaian"),
        ("Sekretariat", "sekretariat", "Rizky Ananda Putri", "",
         "Tenaga Pendukung Administrasi"),
    ]  # fmt: skip
    rows, lines = [], ""
    for i, (word, code, name, nip, position) in enumerate(data, 1):
        rows.append(row(name, position, word, code, nip=nip))
        spaced = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if nip else "-"
        lines += (
            f"<tr><td>{i}.</td><td>{word}</td><td>{name}<br>NIP. {spaced}</td>"
            f"<td class=h>{position}</td></tr>"
        )
    css = (
        ".h{hyphens:auto;hyphenate-limit-chars:6 3 3;width:34mm}"
        "table.g td,table.g th{border-color:#777}"
    )
    body = f"""
<p class=t>PEMERINTAH KABUPATEN MEKARWANGI<br>BADAN PERENCANAAN PEMBANGUNAN DAERAH<br>
Jalan Pahlawan Nomor 12 Mekarwangi</p><hr>
<p class=t>KEPUTUSAN<br>KEPALA BADAN PERENCANAAN PEMBANGUNAN DAERAH<br>KABUPATEN
MEKARWANGI</p><p class=t>NOMOR : 050.13/14/2020</p><p class=t>TENTANG</p>
<p class=t>PEMBENTUKAN TIM TEKNIS<br>PERENCANAAN DAN PENGANGGARAN<br>RESPONSIF
GENDER<br>KABUPATEN MEKARWANGI<br>TAHUN ANGGARAN 2020</p>
<p class=t>KEPALA BADAN PERENCANAAN PEMBANGUNAN DAERAH,</p>
{
        menimbang(
            "bahwa Kelompok Kerja Pengarusutamaan Gender perlu dibantu Tim Teknis;",
            "bahwa nama-nama dalam Lampiran dipandang mampu dan memenuhi syarat;",
        )
    }
{mengingat(*LAWS)}
<p class=t>MEMUTUSKAN</p>
<p>Menetapkan :</p>
{
        dictums(
            "Tim Teknis Perencanaan dan Penganggaran Responsif Gender sebagaimana "
            "tercantum dalam Lampiran.",
            "Biaya dibebankan pada DPA Bappeda Tahun 2020.",
            "Keputusan ini berlaku sejak tanggal ditetapkan sampai dengan 31 Desember 2020.",
        )
    }
<div class=ttd>Ditetapkan di Mekarwangi<br>pada tanggal 20 Januari 2020<br>KEPALA BADAN
PERENCANAAN<br>PEMBANGUNAN DAERAH<br>KABUPATEN MEKARWANGI,<br><br><br>
<u>Ir. GATOT PURWANTO, M.M.</u><br>Pembina Utama Muda<br>NIP. 19680912 199403 1 005
</div>
<div class=baru>LAMPIRAN : KEPUTUSAN KEPALA BAPPEDA KABUPATEN MEKARWANGI<br>
NOMOR : 050.13/14/2020<br>TANGGAL : 20 Januari 2020</div>
<p class=t>DAFTAR NAMA ANGGOTA TIM TEKNIS</p>
<table class="k g" lang=id><thead><tr><th>No.</th><th>Kedudukan dalam Tim</th>
<th>Nama / NIP</th><th>Jabatan</th></tr></thead>{lines}</table>
<div class=ttd>KEPALA BADAN PERENCANAAN<br>PEMBANGUNAN DAERAH,<br><br><br>
<u>Ir. GATOT PURWANTO, M.M.</u><br>NIP. 19680912 199403 1 005</div>
"""
    write("04_kepala_bappeda_tim_teknis", pdf(body, css), "pdf", {
        "number": "050.13/14/2020",
        "signed_on": "2020-01-20",
        "title": "Pembentukan Tim Teknis Perencanaan dan Penganggaran Responsif "
        "Gender Kabupaten Mekarwangi Tahun Anggaran 2020",
        "signed_place": "Mekarwangi",
        "signer_position": "Kepala Badan Perencanaan Pembangunan Daerah Kabupaten "
        "Mekarwangi",
        "signer_name": "Ir. Gatot Purwanto, M.M.",
        "rows": rows,
    })  # fmt: skip


def one_cell_for_many() -> None:
    """The word Anggota stands once, beside fourteen rows on two pages."""
    single = [
        ("", "Wali Kota Banjarsari", "Pembina", "pembina"),
        ("", "Sekretaris Daerah Kota Banjarsari", "Pengarah", "pengarah"),
        ("Dr. Ahmad Syarifuddin, S.P., M.P.", ("Kepala Badan Perencanaan Pembangunan, "
         "Penelitian dan Pengembangan Daerah Kota Banjarsari"), "Ketua", "ketua"),
        ("Hj. Siti Maryam, S.K.M., M.Kes.", ("Kepala Dinas Pemberdayaan Perempuan, "
         "Perlindungan Anak, Pemberdayaan Masyarakat, Pengendalian Penduduk dan "
         "Keluarga Berencana Kota Banjarsari"), "Sekretaris", "sekretaris"),
    ]  # fmt: skip
    many = [
        ("Drs. Kasman Effendi", "Kepala Dinas Pendidikan"),
        ("dr. Juhriansyah", "Kepala Dinas Kesehatan"),
        ("Ir. Noor Hidayat, M.T.", "Kepala Dinas Pekerjaan Umum dan Penataan Ruang"),
        ("Rusmala Dewi, S.H., M.H.", "Kepala Bagian Hukum"),
        ("H. Zainal Muttaqin, S.Ag.", "Kepala Bagian Kesejahteraan Rakyat"),
        ("Lia Amelia Sari, S.STP., M.Si.", "Camat Banjarsari Utara"),
        ("Ermawati, S.Pi.", ("Kepala Bidang Perikanan pada Dinas Ketahanan Pangan, "
         "Pertanian dan Perikanan")),
        ("Gusti Rahmat Hidayatullah", "Kepala Satuan Polisi Pamong Praja"),
        ("Tri Hastuti Nur R., S.I.P.", "Inspektur Pembantu Wilayah II"),
        ("Maria Goreti Lahur, S.E.", ("Kepala Bidang Perbendaharaan pada Badan Pengelola "
         "Keuangan, Pendapatan dan Aset Daerah Kota Banjarsari")),
        ("Abdul Khair", "Kepala Pelaksana Badan Penanggulangan Bencana Daerah"),
        ("Norlaila, S.Si.", "Statistisi Ahli Muda pada Badan Pusat Statistik"),
        ("Pdt. Yohanes Manurung", "Pengurus Forum Kerukunan Umat Beragama"),
        ("Hj. Aluh Masitah", "Ketua Forum PUSPA Kota Banjarsari"),
    ]  # fmt: skip
    rows = [row(n, p, word, code) for n, p, word, code in single]
    rows += [row(n, p, "Anggota", "anggota") for n, p in many]
    lines = "".join(
        f"<tr><td>{i}</td><td>{n}</td><td>{p}</td><td>{word}</td></tr>"
        for i, (n, p, word, _) in enumerate(single, 1)
    )
    split = 9  # what stands on the first page of the lampiran
    for start, part in ((0, many[:split]), (split, many[split:])):
        for i, (name, position) in enumerate(part):
            cell = f"<td rowspan={len(part)} class=m>Anggota</td>" if not i else ""
            line = f"<td>{len(single) + start + i + 1}</td><td>{name}</td>"
            lines += f"<tr>{line}<td>{position}</td>{cell}</tr>"
        if not start:
            lines += "</table><table class='k g baru'><tr><td class=a>1</td>"
            lines += "<td class=b>2</td><td class=c>3</td><td>4</td></tr>"
    css = (
        ".m{vertical-align:middle!important;text-align:center}.a{width:8mm}"
        ".b{width:52mm}.c{width:72mm}table.g{font-size:10pt;table-layout:fixed}"
        "th{font-weight:normal}"
    )
    body = f"""
<p class=t>WALI KOTA BANJARSARI<br>PROVINSI KALIMANTAN RAYA</p>
<p class=t>KEPUTUSAN WALI KOTA BANJARSARI</p><p class=t>NOMOR
188.45/ 231 /KUM/2024</p><p class=t>TENTANG<br>PERUBAHAN KEDUA ATAS KEPUTUSAN WALI
KOTA<br>NOMOR 188.45/77/KUM/2022 TENTANG KELOMPOK KERJA<br>PENGARUSUTAMAAN
GENDER<br>WALI KOTA BANJARSARI,</p>
{menimbang("bahwa terdapat mutasi pejabat sehingga susunan perlu disesuaikan;")}
{mengingat(*LAWS[:3])}
<p class=t>MEMUTUSKAN:</p>
<p>Menetapkan : PERUBAHAN KEDUA ATAS KEPUTUSAN WALI KOTA NOMOR 188.45/77/KUM/2022.</p>
{
        dictums(
            "Mengubah Lampiran sehingga berbunyi sebagaimana tercantum dalam Lampiran.",
            "Keputusan Wali Kota ini mulai berlaku pada tanggal ditetapkan.",
        )
    }
<p class=ttd>Ditetapkan di Banjarsari<br>pada tanggal 28 Agustus 2024</p>
<p class=ttd>Pj. WALI KOTA BANJARSARI,</p><p class=ttd><br>NURLIANI DARDIE PRATIWI</p>
<div class=baru>LAMPIRAN<br>KEPUTUSAN WALI KOTA BANJARSARI<br>NOMOR 188.45/ 231
/KUM/2024<br>TENTANG PERUBAHAN KEDUA ATAS KEPUTUSAN WALI KOTA NOMOR 188.45/77/KUM/2022
</div><p class=t>SUSUNAN KEANGGOTAAN</p>
<table class="k g"><tr><th class=a>NO</th><th class=b>NAMA</th>
<th class=c>JABATAN<br>DALAM INSTANSI</th><th>KEDUDUKAN<br>DALAM<br>POKJA</th></tr>
{lines}</table>
<p class=ttd>Pj. WALI KOTA BANJARSARI,</p><p class=ttd><br>NURLIANI DARDIE PRATIWI</p>
"""
    write("07_wali_kota_sel_gabung", pdf(body, css), "pdf", {
        "number": "188.45/231/KUM/2024",
        "signed_on": "2024-08-28",
        "title": "Perubahan Kedua atas Keputusan Wali Kota Nomor 188.45/77/KUM/2022 "
        "tentang Kelompok Kerja Pengarusutamaan Gender",
        "signed_place": "Banjarsari",
        "signer_position": "Pj. Wali Kota Banjarsari",
        "signer_name": "Nurliani Dardie Pratiwi",
        "rows": rows,
    })  # fmt: skip


def two_annexes() -> None:
    """PUSPA, landscape; Lampiran II tells tasks and must not give members."""
    data = [
        ("Hj. Aminah Wiradikarta", "Tokoh Masyarakat", "Dewan Penasehat", ""),
        ("KH. Fadlan Ghofur", "Majelis Ulama", "Dewan Penasehat", ""),
        ("Ni Luh Sekarini, S.H.", "LSM Bunda Lestari", "Ketua", "ketua"),
        ("Drs. Ketut Wirawan", "Akademisi Universitas Lembah Dewata", "Wakil Ketua I",
         "wakil_ketua"),
        ("Desak Putu Ratih, S.Psi., Psikolog", "Himpunan Psikologi", "Wakil Ketua II",
         "wakil_ketua"),
        ("Anak Agung Sagung Mirah", "Tim Penggerak PKK", "Sekretaris I", "sekretaris"),
        ("Made Suardana", "Karang Taruna", "Sekretaris II", "sekretaris"),
        ("Luh Gede Yogiswari, S.E.", "Koperasi Wanita Melati", "Bendahara", ""),
        ("Ir. Nyoman Darma Putra", "Kamar Dagang dan Industri",
         "Koordinator Bidang Ekonomi Perempuan", "koordinator"),
        ("Kadek Ayu Pramesti", "Media Dewata Pos", ("Koordinator Bidang Data dan "
         "Informasi"), "koordinator"),
        ("Putu Ngurah Alit", "Wanita Hindu Dharma", "Anggota", "anggota"),
        ("Wayan Sukerti", "Perhimpunan Penyandang Disabilitas", "Anggota", "anggota"),
    ]  # fmt: skip
    rows = [row(n, "", word, code, institution=i) for n, i, word, code in data]
    lines = "".join(
        f"<tr><td>{r['kedudukan']}</td><td>{r['name']}</td><td>{r['institution']}</td>"
        "</tr>"
        for r in rows
    )
    tasks = "".join(
        f"<tr><td>{i}</td><td>{word}</td><td>{task}</td></tr>"
        for i, (word, task) in enumerate(
            [
                ("Ketua", "memimpin rapat forum dan menandatangani rekomendasi"),
                ("Sekretaris", "menyiapkan bahan rapat dan menyusun laporan"),
                ("Anggota", "menghimpun usulan masyarakat di bidangnya"),
            ],
            1,
        )
    )
    css = "@page l{size:A4 landscape}.l{page:l}th{background:#ddd}"
    body = f"""
<p class=t>KEPUTUSAN BUPATI LEMBAH DEWATA<br>NOMOR : 640/E-10/HK/2018<br>TENTANG<br>
FORUM PARTISIPASI PUBLIK UNTUK KESEJAHTERAAN<br>PEREMPUAN DAN ANAK (PUSPA)<br>KABUPATEN
LEMBAH DEWATA MASA BAKTI 2018-2023</p><p class=t>BUPATI LEMBAH DEWATA,</p>
{menimbang("bahwa partisipasi masyarakat perlu diwadahi dalam sebuah forum;")}
{
        mengingat(
            "Peraturan Menteri Pemberdayaan Perempuan dan Perlindungan Anak Nomor 2 "
            "Tahun 2017;"
        )
    }
<p class=t><b>M E M U T U S K A N</b></p>
{
        dictums(
            "Membentuk Forum PUSPA dengan susunan pengurus pada Lampiran I.",
            "Tugas pengurus sebagaimana Lampiran II.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        )
    }
<div class=ttd>Ditetapkan di Lembah Dewata<br>Pada tanggal 3 Desember 2018<br><br>
BUPATI LEMBAH DEWATA<br><br><br>I MADE AGUNG WIDNYANA</div>
<p>Salinan Keputusan ini disampaikan kepada:<br>1. Gubernur;<br>2. Yang bersangkutan
untuk dilaksanakan.</p>
<div class="baru l">LAMPIRAN I<br>KEPUTUSAN BUPATI LEMBAH DEWATA<br>NOMOR 640/E-10/HK/
2018</div><div class=l><p class=t>SUSUNAN PENGURUS FORUM PUSPA</p>
<table class="k g"><tr><th>JABATAN DALAM FORUM</th><th>N A M A</th><th>UNSUR/LEMBAGA</th>
</tr>{lines}</table><div class=ttd>BUPATI LEMBAH DEWATA<br><br><br>I MADE AGUNG
WIDNYANA</div></div>
<div class=baru>LAMPIRAN II<br>KEPUTUSAN BUPATI LEMBAH DEWATA<br>NOMOR 640/E-10/HK/2018
</div><p class=t>URAIAN TUGAS PENGURUS</p><table class="k g"><tr><th>NO</th>
<th>JABATAN</th><th>URAIAN TUGAS</th></tr>{tasks}</table>
<div class=ttd>BUPATI LEMBAH DEWATA<br><br><br>I MADE AGUNG WIDNYANA</div>
"""
    write("09_bupati_dua_lampiran", pdf(body, css), "pdf", {
        "number": "640/E-10/HK/2018",
        "signed_on": "2018-12-03",
        "title": "Forum Partisipasi Publik untuk Kesejahteraan Perempuan dan Anak "
        "(PUSPA) Kabupaten Lembah Dewata Masa Bakti 2018-2023",
        "signed_place": "Lembah Dewata",
        "signer_position": "Bupati Lembah Dewata",
        "signer_name": "I Made Agung Widnyana",
        "rows": rows,
    })  # fmt: skip
