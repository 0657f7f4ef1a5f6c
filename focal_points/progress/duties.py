"""The twelve statutory tugas of a Pokja by letter, short enough for a tick box."""

DUTIES: dict[str, str] = {
    "a": "Mempromosikan dan memfasilitasi PUG kepada setiap perangkat daerah",
    "b": "Melaksanakan sosialisasi dan advokasi PUG",
    "c": "Menyusun program kerja setiap tahun",
    "d": "Mendorong perencanaan dan penganggaran yang responsif gender",
    "e": "Menyusun rencana kerja Pokja PUG setiap tahun",
    "f": "Bertanggung jawab kepada kepala daerah melalui wakil kepala daerah",
    "g": "Merumuskan rekomendasi kebijakan kepada kepala daerah",
    "h": "Memfasilitasi penyusunan profil gender",
    "i": "Memantau pelaksanaan PUG di setiap instansi",
    "j": "Menetapkan tim teknis untuk menganalisis anggaran daerah",
    "k": "Menyusun rencana aksi daerah PUG",
    "l": "Mendorong pemilihan dan penetapan focal point di setiap perangkat daerah",
}
