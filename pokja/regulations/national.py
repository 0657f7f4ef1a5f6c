"""National rules that every report names. No article numbers: see docs on open points."""

NATIONAL_RULES = (
    (
        "Undang-Undang Nomor 7 Tahun 1984 tentang Pengesahan Konvensi mengenai "
        "Penghapusan Segala Bentuk Diskriminasi terhadap Wanita"
    ),
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    (
        "Instruksi Presiden Nomor 9 Tahun 2000 tentang Pengarusutamaan Gender dalam "
        "Pembangunan Nasional"
    ),
    (
        "Peraturan Menteri Dalam Negeri Nomor 15 Tahun 2008 tentang Pedoman Umum "
        "Pelaksanaan Pengarusutamaan Gender di Daerah, sebagaimana telah diubah dengan "
        "Peraturan Menteri Dalam Negeri Nomor 67 Tahun 2011"
    ),
)
