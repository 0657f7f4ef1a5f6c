"""What stands under a question for somebody who never attended a bimtek."""

HINTS = {
    "renstra_responsive": (
        "Renstra memuat isu, tujuan, atau indikator yang menjawab kesenjangan gender."
    ),
    "renja_responsive": "Renja tahun ini memuat kegiatan yang lahir dari analisis gender.",
    "rka_has_gbs": (
        "GBS (Gender Budget Statement/Pernyataan Anggaran Gender) dilampirkan pada "
        "RKA atau DPA."
    ),
    "gap_count": "Lembar analisis gender tiap kegiatan. Tulis 0 bila belum ada.",
    "gbs_count": "Pernyataan Anggaran Gender. Tulis 0 bila belum ada.",
    "kak_count": "Kerangka Acuan Kegiatan. Tulis 0 bila belum ada.",
    "spending_ceiling": "Rupiah bulat dari DPA terakhir, misalnya 12.500.000.000.",
    "denominator": "Angka pembanding untuk menghitung persentase ARG.",
    "arg_ceiling": "Anggaran semua kegiatan yang ada GBS-nya. Tulis 0 bila tidak ada.",
    "arg_realized": "Yang sudah dibelanjakan sampai tanggal angka laporan ini.",
    "arg_note": "Wajib diisi bila realisasi melebihi pagu, misalnya karena perubahan anggaran.",
    "tables_available": "Tabel data yang sudah terpilah laki-laki dan perempuan.",
    "tables_updated": "Dari tabel itu, yang datanya diperbarui semester ini.",
    "trained_men": "Pelatihan, bimtek, atau sosialisasi PUG semester ini.",
    "trained_women": "Tulis 0 bila tidak ada; kosong berarti belum dihitung.",
    "active_focal_points": "Focal point OPD Anda yang masih bertugas.",
    "obstacles": "Apa yang menghambat. Tulis «tidak ada» bila memang tidak ada.",
    "efforts": "Apa yang sudah dilakukan untuk mengatasinya.",
    "support_asked": "Apa yang Anda perlukan dari Pokja, misalnya pendampingan GAP.",
    "recommendation": "Usul perbaikan untuk semester atau tahun berikutnya.",
}
ACTIVITY_HINTS = {
    "sub_activity_code": "Seperti di DPA, misalnya 1.02.02.2.02.0001.",
    "beneficiaries": "Siapa yang menerima manfaat, misalnya ibu hamil dan suaminya.",
    "institutions": "Misalnya puskesmas, PKK, PUSPA. Pisahkan dengan koma.",
    "men": "Tulis 0 bila tidak ada.",
    "women": "Tulis 0 bila tidak ada.",
    "listed_men": "Hitung dari daftar hadir.",
    "listed_women": "Hitung dari daftar hadir.",
    "ceiling": "Rupiah bulat.",
    "realized": "Sampai tanggal angka laporan ini.",
    "realized_note": "Wajib diisi bila realisasi melebihi pagu.",
    "achievement": "Bila tercapai, lampirkan buktinya pada kegiatan ini.",
    "result": "Apa yang berubah dan untuk siapa.",
}
