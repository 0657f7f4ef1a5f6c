"""What verifiers write most often; one key or one press puts it into a remark."""

PHRASES = (
    "Lampirkan daftar hadir kegiatan.",
    "Lampirkan foto atau berita acara kegiatan.",
    "Bukti tidak terbaca. Unggah ulang pindaian yang lebih jelas.",
    "Angka tidak sama dengan bukti. Periksa kembali.",
    "Samakan jumlah peserta L dan P dengan daftar hadir.",
    "Cocokkan pagu dan realisasi dengan DPA terakhir.",
    "Jelaskan manfaat kegiatan bagi perempuan dan laki-laki.",
    "Sebutkan sumber data dan tanggalnya.",
)
