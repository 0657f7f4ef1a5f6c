"""Rules over the answers of the seven prerequisites and their evidence."""

from __future__ import annotations

from prasyarat.consistency import answer_checks as checks
from prasyarat.consistency.answers import load
from prasyarat.consistency.core import Chapter, Rule, Severity

H, M, L = Severity.HEAVY, Severity.MIDDLE, Severity.LIGHT
CHAPTER = Chapter(
    "Jawaban tujuh prasyarat",
    load,
    (
        Rule(
            "J01",
            "Nilai tanpa bukti",
            "Indikator ini wajib dokumen: tanpa bukti nilainya 0 dan pemeriksa akan menolaknya.",
            H,
            checks.without_evidence,
        ),
        Rule(
            "J02",
            "Bukti atau SK kedaluwarsa masih dipakai",
            "Dokumen yang lewat masa berlakunya tidak lagi membuktikan keadaan sekarang.",
            H,
            checks.expired_evidence,
        ),
        Rule(
            "J03",
            "Bukti lebih baru daripada jawabannya",
            "Dokumen yang terbit sesudah tanggal jawaban tidak dapat menjadi dasarnya.",
            M,
            checks.evidence_after_answer,
        ),
        Rule(
            "J04",
            "Persentase di atas 100",
            "Pembilang adalah bagian dari penyebut, jadi tidak mungkin melebihinya.",
            H,
            checks.above_hundred,
        ),
        Rule(
            "J05",
            "Pembilang melebihi penyebut tanpa penjelasan",
            "Boleh terjadi, misalnya sesudah perubahan anggaran, tetapi harus dijelaskan.",
            M,
            checks.excess_without_note,
        ),
        Rule(
            "J06",
            "Angka negatif atau pecahan",
            "Jumlah orang, rapat, OPD, dan rupiah ditulis sebagai bilangan bulat dari nol.",
            H,
            checks.impossible_figure,
        ),
        Rule(
            "J07",
            "Jumlah OPD berbeda dengan daftar OPD",
            "Penyebut yang berbeda membuat persentase antarindikator tidak dapat dibandingkan.",
            M,
            checks.other_number_of_opds,
        ),
        Rule(
            "J08",
            "OPD ber-SK focal point berbeda dengan register",
            "Portal mencatat penunjukan tiap OPD; dua angka tidak boleh beredar.",
            M,
            checks.share_is_not_the_register,
        ),
        Rule(
            "J09",
            "Jawaban lebih tua daripada tahun ini",
            "Evaluasi menanyakan keadaan tahun berjalan; jawaban lama perlu dikonfirmasi.",
            L,
            checks.older_than_the_year,
        ),
        Rule(
            "J10",
            "Diverifikasi oleh pengisinya",
            "Tidak seorang pun memverifikasi jawabannya sendiri.",
            H,
            checks.verified_by_its_writer,
        ),
        Rule(
            "J11",
            "Lama menunggu verifikasi",
            f"Jawaban yang menunggu lebih dari {checks.LONG_WAIT} hari belum ikut nilai terverifikasi.",
            M,
            checks.waits_too_long,
        ),
        Rule(
            "J12",
            "Dikembalikan dan dibiarkan",
            f"Jawaban yang perlu perbaikan tidak disentuh lebih dari {checks.LONG_WAIT} hari.",
            M,
            checks.returned_and_left,
        ),
        Rule(
            "J13",
            "Satu berkas dipakai terlalu sering",
            f"Berkas yang membuktikan lebih dari {checks.MOST_USES} indikator patut diperiksa isinya.",
            L,
            checks.file_used_too_often,
        ),
        Rule(
            "J14",
            "Alamat bukti lama tidak dibuka",
            "Isi halaman web berubah; alamat perlu dibuka lagi sedikitnya setahun sekali.",
            L,
            checks.address_not_opened_lately,
        ),
        Rule(
            "J15",
            "Menjawab ada SK padahal tanpa focal point",
            "SK focal point tanpa orang yang ditunjuk tidak mungkin berlaku.",
            H,
            checks.decree_said_without_focal_point,
        ),
        Rule(
            "J16",
            "Terlalu banyak «tidak berlaku»",
            "Lebih dari seperempat indikator keluar dari perhitungan, sehingga nilainya kurang berarti.",
            L,
            checks.much_left_out,
        ),
        Rule(
            "J17",
            "Menjawab belum padahal ada bukti",
            "Mungkin jawabannya belum diperbarui sesudah dokumennya terbit.",
            L,
            checks.said_no_with_evidence,
        ),
        Rule(
            "J18",
            "Diajukan tanpa isi",
            "Catatan saja belum jawaban; nilainya tetap 0.",
            M,
            checks.incomplete_but_handed_in,
        ),
        Rule(
            "J19",
            "Angka portal berubah sejak diverifikasi",
            "Bukti atau jawaban yang diverifikasi dahulu mungkin tidak cocok lagi dengan angka yang kini dihitung portal.",
            M,
            checks.figure_moved_since,
        ),
    ),
)
