"""Samples 01 and 02: bordered table, table without lines."""

from __future__ import annotations

from tests.pokja.decree_reading.making.expect import row, write
from tests.pokja.decree_reading.making.pdf_parts import (
    LAWS,
    dictums,
    mengingat,
    menimbang,
    pdf,
)


def bordered() -> None:
    kabupaten = "Kabupaten Randukerta"
    rows = [
        row("", "Bupati Randukerta", "Pembina", "pembina", institution=kabupaten),
        row(
            "",
            "Wakil Bupati Randukerta",
            "Pengarah I",
            "pengarah",
            institution=kabupaten,
        ),
        row(
            "Drs. H. Sugeng Prihartono, M.Si.",
            "Sekretaris Daerah",
            "Penanggung Jawab",
            "penanggung_jawab",
            institution="Sekretariat Daerah",
        ),
        row(
            "Ir. Bambang W. Prasetyo, M.T., IPM.",
            "Kepala Badan",
            "Ketua",
            "ketua",
            institution="Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah",
        ),
        row(
            "",
            "Sekretaris Badan",
            "Wakil Ketua",
            "wakil_ketua",
            institution="Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah",
        ),
        row(
            "Dra. Endah Kusumastuti",
            "Kepala Dinas",
            "Sekretaris",
            "sekretaris",
            institution="Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
        ),
        row(
            "Nur'aini Rahmawati, S.Sos., M.A.P.",
            "Kepala Bidang Pengarusutamaan Gender dan Pemberdayaan Perempuan",
            "Wakil Sekretaris",
            "wakil_sekretaris",
            institution="Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
        ),
        row(
            "dr. Lestari Handayani, Sp.A.",
            "Kepala Dinas",
            "Anggota",
            "anggota",
            institution="Dinas Kesehatan",
        ),
        row("", "Kepala Dinas", "Anggota", "anggota", institution="Dinas Pendidikan"),
        row(
            "Suparmi",
            "Kepala Bidang Anggaran",
            "Anggota",
            "anggota",
            institution="Badan Pengelola Keuangan Daerah",
        ),
        row(
            "",
            "Kepala Kantor",
            "Anggota",
            "anggota",
            institution="Kantor Kementerian Agama",
        ),
        row("", "Kepala", "Anggota", "anggota", institution="Badan Pusat Statistik"),
        row(
            "Prof. Dr. Hj. Mardiyah Anwar",
            "Ketua Pusat Studi Gender",
            "Anggota",
            "anggota",
            institution="Universitas Randukerta Raya",
        ),
        row(
            "Yuni Astuti, A.Md.",
            "Pengelola Data",
            "Sekretariat",
            "sekretariat",
            institution="Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
        ),
    ]
    lines = "".join(
        f"<tr><td>{i}.</td><td>{r['name']}</td><td>{r['position']}</td>"
        f"<td>{r['institution']}</td><td>{r['kedudukan']}</td><td></td></tr>"
        for i, r in enumerate(rows, 1)
    )
    body = f"""
<p class=t><b>BUPATI RANDUKERTA<br>PROVINSI JAWA TENGGARA</b></p>
<p class=t>KEPUTUSAN BUPATI RANDUKERTA<br>NOMOR 463.23/160/2020<br><br>TENTANG<br><br>
PEMBENTUKAN KELOMPOK KERJA PENGARUSUTAMAAN GENDER<br>KABUPATEN RANDUKERTA TAHUN 2020
<br><br>BUPATI RANDUKERTA,</p>
{
        menimbang(
            "bahwa dalam rangka percepatan pelaksanaan pengarusutamaan gender di "
            "Kabupaten Randukerta perlu dibentuk Kelompok Kerja;",
            "bahwa berdasarkan pertimbangan "
            "sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Bupati;",
        )
    }
{mengingat(*LAWS)}
<p class=t>MEMUTUSKAN:</p><p>Menetapkan :</p>
{
        dictums(
            "Membentuk Kelompok Kerja Pengarusutamaan Gender Kabupaten Randukerta dengan "
            "susunan sebagaimana tercantum dalam Lampiran Keputusan ini.",
            "Kelompok Kerja bertanggung jawab kepada Bupati melalui Wakil Bupati.",
            "Segala biaya dibebankan pada APBD Kabupaten Randukerta.",
            "Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan.",
        )
    }
<div class=ttd><p>Ditetapkan di Randukerta<br>pada tanggal 9 Maret 2020</p>
<p>BUPATI RANDUKERTA,</p><p>&nbsp;</p><p>SOEMARSONO ADIWINATA</p></div>
<p>Tembusan:<br>1. Gubernur Jawa Tenggara;<br>2. Ketua DPRD Kabupaten Randukerta;<br>
3. Arsip.</p>
<div class=baru style="margin-left:50%">LAMPIRAN<br>KEPUTUSAN BUPATI RANDUKERTA<br>
NOMOR 463.23/160/2020<br>TENTANG PEMBENTUKAN KELOMPOK KERJA PENGARUSUTAMAAN GENDER
KABUPATEN RANDUKERTA TAHUN 2020</div>
<p class=t>SUSUNAN KELOMPOK KERJA PENGARUSUTAMAAN GENDER<br>KABUPATEN RANDUKERTA</p>
<table class="k g"><tr><th>NO</th><th>NAMA</th><th>JABATAN DALAM DINAS</th>
<th>INSTANSI</th><th>KEDUDUKAN DALAM POKJA</th><th>KETERANGAN</th></tr>{lines}</table>
<div class=ttd><p>BUPATI RANDUKERTA,</p><p>&nbsp;</p><p>SOEMARSONO ADIWINATA</p></div>
"""
    write("01_bupati_tabel_bergaris", pdf(body), "pdf", {
        "number": "463.23/160/2020",
        "signed_on": "2020-03-09",
        "title": "Pembentukan Kelompok Kerja Pengarusutamaan Gender Kabupaten "
        "Randukerta Tahun 2020",
        "signed_place": "Randukerta",
        "signer_position": "Bupati Randukerta",
        "signer_name": "Soemarsono Adiwinata",
        "rows": rows,
    })  # fmt: skip


def unlined() -> None:
    """Ex officio only, no lines, a running header in the middle of the table."""
    members = [
        "Kepala Dinas Kesehatan", "Kepala Dinas Pendidikan dan Kebudayaan",
        "Kepala Dinas Kependudukan dan Pencatatan Sipil",
        ("Kepala Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat dan Kawasan "
        "Permukiman"), "Kepala Dinas Tenaga Kerja dan Transmigrasi",
        "Kepala Dinas Koperasi, Usaha Kecil dan Menengah", ("Kepala Dinas Kelautan dan "
        "Perikanan"), "Inspektur Provinsi", "Kepala Badan Keuangan Daerah",
        "Kepala Biro Hukum Sekretariat Daerah", ("Kepala Biro Kesejahteraan Rakyat "
        "Sekretariat Daerah"), "Kepala Badan Pusat Statistik Provinsi Kalanusa",
        "Kepala Kantor Wilayah Kementerian Agama Provinsi Kalanusa",
        "Ketua Tim Penggerak PKK Provinsi Kalanusa",
        "Ketua Forum PUSPA Provinsi Kalanusa", "Rektor Universitas Kalanusa",
    ]  # fmt: skip
    rows = [
        row("", "Gubernur Kalanusa", "Pembina", "pembina"),
        row("", "Wakil Gubernur Kalanusa", "Pengarah", "pengarah"),
        row("", "Sekretaris Daerah Provinsi Kalanusa", "Penanggung Jawab",
            "penanggung_jawab"),
        row("", "Kepala Badan Perencanaan Pembangunan Daerah Provinsi Kalanusa",
            "Ketua", "ketua"),
        row("", "Asisten Pemerintahan dan Kesejahteraan Rakyat Sekretariat Daerah",
            "Wakil Ketua", "wakil_ketua"),
        row("", "Kepala Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian "
            "Penduduk dan Keluarga Berencana Provinsi Kalanusa", "Sekretaris",
            "sekretaris"),
        *[row("", member, "Anggota", "anggota") for member in members],
    ]  # fmt: skip
    lines = "".join(
        f"<tr><td class=n>{i}</td><td class=j>{r['position']}</td>"
        f"<td>{r['kedudukan']}</td></tr>"
        for i, r in enumerate(rows, 1)
    )
    css = (
        "@page{@top-center{content:'- ' counter(page) ' -'}@bottom-left{content:"
        "'SALINAN sesuai dengan aslinya, Biro Hukum';font-size:8pt}}"
        ".n{width:9mm}.j{width:100mm}tr{break-inside:avoid}td.j{padding-bottom:14px!important}"
    )
    body = f"""
<p class=t>GUBERNUR KALANUSA</p>
<p class=t>KEPUTUSAN GUBERNUR KALANUSA<br>NOMOR : 188.45/123/KUM/2024</p>
<p class=t>TENTANG</p><p class=t>KELOMPOK KERJA<br>PENGARUSUTAMAAN GENDER<br>
PROVINSI KALANUSA</p><p class=t>DENGAN RAHMAT TUHAN YANG MAHA ESA</p>
<p class=t>GUBERNUR KALANUSA,</p>
{
        menimbang(
            "bahwa dengan adanya perubahan susunan perangkat daerah maka Keputusan "
            "Gubernur Nomor 188.44/087/KUM/2021 perlu diganti;",
            "bahwa pengarusutamaan gender merupakan strategi pembangunan;",
            "bahwa berdasarkan pertimbangan huruf a dan huruf b "
            "perlu menetapkan Keputusan Gubernur;",
        )
    }
{mengingat(*LAWS, "Peraturan Daerah Provinsi Kalanusa Nomor 2 Tahun 2016;")}
<p>Memperhatikan : Berita Acara Rapat Koordinasi tanggal 14 Februari 2024.</p>
<p class=t style="letter-spacing:.35em">MEMUTUSKAN:</p><p>Menetapkan :</p>
{
        dictums(
            "Membentuk Kelompok Kerja Pengarusutamaan Gender Provinsi Kalanusa, susunan "
            "keanggotaan tercantum dalam Lampiran.",
            "Dengan berlakunya Keputusan ini, Keputusan "
            "Gubernur Nomor 188.44/087/KUM/2021 dicabut dan dinyatakan tidak berlaku.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        )
    }
<div class=ttd>Ditetapkan di Tanjung Biru<br>pada tanggal 17 JANUARI 2024<br>
<br>GUBERNUR KALANUSA,<br><br>ttd.<br><br>H. ARIFIN SALAHUDDIN</div>
<div class=baru>Lampiran Keputusan Gubernur Kalanusa<br>Nomor : 188.45/123/KUM/2024<br>
Tanggal : 17 Januari 2024</div>
<p class=t>SUSUNAN KEANGGOTAAN KELOMPOK KERJA PENGARUSUTAMAAN GENDER PROVINSI
KALANUSA</p>
<table class=k><thead><tr><td>No.</td><td>Jabatan/Instansi</td><td>Kedudukan</td></tr>
</thead>{lines}</table>
<div class=ttd>GUBERNUR KALANUSA,<br><br>ttd.<br><br>H. ARIFIN SALAHUDDIN</div>
"""
    write("02_gubernur_tanpa_garis", pdf(body, css), "pdf", {
        "number": "188.45/123/KUM/2024",
        "signed_on": "2024-01-17",
        "title": "Kelompok Kerja Pengarusutamaan Gender Provinsi Kalanusa",
        "signed_place": "Tanjung Biru",
        "signer_position": "Gubernur Kalanusa",
        "signer_name": "H. Arifin Salahuddin",
        "rows": rows,
    })  # fmt: skip
