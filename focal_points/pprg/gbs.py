"""GBS (Pernyataan Anggaran Gender) and KAK: labels as the forms in use have them."""

from __future__ import annotations

from focal_points.pprg.fields import Cell, Field, Shape, Step, Template

ACTION_CELLS = (
    Cell("name", "Kegiatan/Sub Kegiatan", Shape.TEXT),
    Cell("input", "Masukan (Rp)", Shape.MONEY),
    Cell("output", "Keluaran", Shape.TEXT),
    Cell("outcome", "Hasil", Shape.TEXT),
)
_SIGNATORY = (
    Field("signatory_place", "Tempat", Shape.LINE),
    Field("signatory_date", "Tanggal", Shape.DATE, "", False),
    Field("signatory_title", "Jabatan", Shape.LINE),
    Field("signatory_name", "Nama Kepala OPD", Shape.LINE),
    Field("signatory_rank", "Pangkat", Shape.LINE, "", False),
    Field("signatory_nip", "NIP", Shape.LINE, "", False),
)

GBS = Template(
    "Pernyataan Anggaran Gender (Gender Budget Statement)",
    (
        Step(
            "program",
            "Program",
            "Nama dan kodenya seperti di RKA/DPA.",
            (
                Field(
                    "address",
                    "Alamat",
                    Shape.LINE,
                    "Bila diminta di daerah Anda.",
                    False,
                ),
                Field("program", "Program", Shape.LINE),
                Field("program_code", "Kode Program", Shape.LINE, "Seperti di SIPD."),
                Field("program_objective", "Tujuan Program", Shape.TEXT, "", False),
            ),
        ),
        Step(
            "situasi",
            "Analisis Situasi",
            "Diisi dari GAP; ringkaskan bila perlu.",
            (
                Field("situation_data", "1. Data Pembuka Wawasan", Shape.TEXT),
                Field(
                    "situation_access",
                    "Faktor Kesenjangan: Akses",
                    Shape.TEXT,
                    "",
                    False,
                ),
                Field(
                    "situation_participation",
                    "Faktor Kesenjangan: Partisipasi",
                    Shape.TEXT,
                    "",
                    False,
                ),
                Field(
                    "situation_control",
                    "Faktor Kesenjangan: Kontrol",
                    Shape.TEXT,
                    "",
                    False,
                ),
                Field(
                    "situation_benefit",
                    "Faktor Kesenjangan: Manfaat",
                    Shape.TEXT,
                    "",
                    False,
                ),
                Field(
                    "situation_internal", "b. Penyebab Internal", Shape.LIST, "", False
                ),
                Field(
                    "situation_external", "c. Penyebab Eksternal", Shape.LIST, "", False
                ),
            ),
        ),
        Step(
            "capaian",
            "Capaian Program",
            "Apa yang dicapai program, dan bagaimana diukur.",
            (
                Field("outcome_benchmark", "1. Tolok Ukur", Shape.TEXT),
                Field(
                    "outcome_indicator",
                    "2. Indikator Kinerja",
                    Shape.LIST,
                    picks="line",
                ),
                Field(
                    "outcome_target",
                    "Target Kinerja",
                    Shape.LIST,
                    "Sebut angka dan tahunnya.",
                ),
            ),
        ),
        Step(
            "anggaran",
            "Anggaran dan Rencana Aksi",
            "Jumlah anggaran sama dengan jumlah masukan semua kegiatan.",
            (
                Field(
                    "activity_budget",
                    "Jumlah Anggaran Kegiatan/Sub Kegiatan (Rp)",
                    Shape.MONEY,
                    "Rupiah bulat dari RKA/DPA.",
                ),
                Field(
                    "actions",
                    "Rencana Aksi",
                    Shape.ROWS,
                    "Satu baris satu kegiatan atau sub kegiatan.",
                    True,
                    ACTION_CELLS,
                ),
            ),
        ),
        Step(
            "tandatangan",
            "Kepala OPD",
            "Diisi dari daftar pejabat. GBS dihitung setelah lembar bertanda tangan diunggah.",
            _SIGNATORY,
        ),
    ),
)

KAK = Template(
    "Kerangka Acuan Kegiatan (KAK)",
    (
        Step(
            "kegiatan",
            "Kegiatan dan indikator",
            "Nama kegiatan seperti di RKA/DPA.",
            (
                Field("program", "Program", Shape.LINE),
                Field("activity", "Kegiatan", Shape.LINE),
                Field(
                    "output_indicator",
                    "Indikator kinerja kegiatan: keluaran (output)",
                    Shape.LIST,
                ),
                Field(
                    "outcome_indicator",
                    "Indikator kinerja kegiatan: hasil (outcome)",
                    Shape.LIST,
                ),
            ),
        ),
        Step(
            "latar",
            "Latar belakang",
            "Gambaran umum sama dengan analisis situasi GBS.",
            (
                Field(
                    "legal_basis",
                    "Dasar hukum",
                    Shape.LIST,
                    "Satu peraturan satu baris.",
                ),
                Field("overview", "Gambaran umum", Shape.TEXT),
                Field(
                    "beneficiaries",
                    "Penerima manfaat",
                    Shape.TEXT,
                    "Sebut laki-laki dan perempuan, dengan perkiraan jumlahnya.",
                ),
            ),
        ),
        Step(
            "pelaksanaan",
            "Pelaksanaan",
            "Bagaimana, di mana, oleh siapa, dan kapan.",
            (
                Field("purpose", "Maksud dan tujuan", Shape.TEXT),
                Field("method", "Cara pelaksanaan (tahapan, metode)", Shape.LIST),
                Field("location", "Lokasi", Shape.LINE),
                Field("executor", "Pelaksana dan penanggung jawab", Shape.LINE),
                Field("limits", "Batasan kegiatan", Shape.TEXT, "", False),
                Field("schedule", "Jadwal/waktu", Shape.TEXT),
            ),
        ),
        Step(
            "biaya",
            "Biaya dan penanggung jawab",
            "Biaya sama dengan jumlah anggaran GBS.",
            (
                Field("cost", "Biaya (Rp)", Shape.MONEY),
                Field("signatory_place", "Tempat", Shape.LINE),
                Field("signatory_date", "Tanggal", Shape.DATE, "", False),
                Field("signatory_title", "Jabatan penanggung jawab", Shape.LINE),
                Field("signatory_name", "Penanggung jawab kegiatan", Shape.LINE),
                Field("signatory_rank", "Pangkat", Shape.LINE, "", False),
                Field("signatory_nip", "NIP", Shape.LINE, "", False),
            ),
        ),
    ),
)
