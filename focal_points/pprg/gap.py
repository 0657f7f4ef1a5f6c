"""GAP in nine steps and in four: the titles of the columns are those of the forms."""

from __future__ import annotations

from focal_points.pprg.fields import Cell, Field, Shape, Step, Template

DATA_CELLS = (
    Cell("label", "Uraian"),
    Cell("men", "Laki-laki (L)", Shape.COUNT),
    Cell("women", "Perempuan (P)", Shape.COUNT),
    Cell("source", "Tahun dan sumber"),
)
PLAN_CELLS = (
    Cell("about", "Sebab yang dijawab"),
    Cell("action", "Kegiatan", Shape.TEXT),
    Cell("output", "Keluaran", Shape.TEXT),
)
INDICATOR_CELLS = (
    Cell("about", "Kesenjangan yang diukur"),
    Cell("indicator", "Indikator", Shape.TEXT),
    Cell("target", "Target"),
)
CAUSES, GAPS = "causes", "gaps"

# The four factors; each document leaves empty what does not matter to it.
FACTORS = {
    "gap_access": "Akses",
    "gap_participation": "Partisipasi",
    "gap_control": "Kontrol",
    "gap_benefit": "Manfaat",
}
_FACTOR_HINTS = {
    "gap_access": "Siapa yang lebih mudah atau lebih sulit menjangkau layanan, informasi, atau sumber daya?",
    "gap_participation": "Siapa yang ikut serta, dan siapa yang tertinggal?",
    "gap_control": "Siapa yang ikut memutuskan?",
    "gap_benefit": "Siapa yang menerima manfaat, dan siapa yang kurang?",
}
_SUBJECT = (
    Field(
        "policy",
        "Kebijakan/Program",
        Shape.LINE,
        "Tulis namanya seperti di Renja atau DPA.",
    ),
    Field("program_code", "Kode Program", Shape.LINE, "Seperti di SIPD.", False),
    Field("activity", "Kegiatan", Shape.LINE, "", False),
    Field("sub_activity", "Sub Kegiatan", Shape.LINE, "", False),
    Field(
        "sub_activity_code",
        "Kode Sub Kegiatan",
        Shape.LINE,
        "Misalnya 1.02.02.2.02.0001.",
        False,
    ),
    Field(
        "objective",
        "Tujuan",
        Shape.TEXT,
        "Salin tujuan program yang tertulis sekarang, apa adanya.",
    ),
)
_OPENING = (
    Field(
        "opening_data",
        "Data Pembuka Wawasan",
        Shape.TEXT,
        "Apa yang diceritakan data: siapa tertinggal, di mana, sejak kapan? Boleh data angka dan hasil wawancara.",
    ),
    Field(
        "opening_rows",
        "Data terpilah",
        Shape.ROWS,
        "Satu baris satu ukuran, dengan L dan P. Baris yang kosong tidak disimpan.",
        False,
        DATA_CELLS,
        picks="label",
    ),
)
_FACTOR_FIELDS = tuple(
    Field(key, label, Shape.TEXT, _FACTOR_HINTS[key], False)
    for key, label in FACTORS.items()
)

GAP9 = Template(
    "Gender Analysis Pathway (GAP)",
    (
        Step(
            "1",
            "Pilih Kebijakan/Program/Kegiatan yang akan dianalisis",
            "Pilih satu yang anggarannya ada dan dampaknya terasa pada orang.",
            _SUBJECT,
        ),
        Step(
            "2",
            "Data Pembuka Wawasan",
            "Data terpilah menurut jenis kelamin, bila ada juga umur, wilayah, dan disabilitas.",
            _OPENING,
        ),
        Step(
            "3",
            "Faktor Kesenjangan",
            "Isi hanya faktor yang memang menimbulkan kesenjangan; paling sedikit satu.",
            _FACTOR_FIELDS,
        ),
        Step(
            "4",
            "Sebab Kesenjangan Internal",
            "Sebab di dalam perangkat daerah: aturan, anggaran, sarana, kemampuan petugas.",
            (
                Field(
                    "internal_causes",
                    "Sebab Kesenjangan Internal",
                    Shape.LIST,
                    "Satu sebab satu baris. Tiap sebab nanti ditanya jawabannya di langkah 7.",
                ),
            ),
        ),
        Step(
            "5",
            "Sebab Kesenjangan Eksternal",
            "Sebab di luar perangkat daerah: budaya, keluarga, lingkungan, pasar.",
            (
                Field(
                    "external_causes",
                    "Sebab Kesenjangan Eksternal",
                    Shape.LIST,
                    "Satu sebab satu baris.",
                ),
            ),
        ),
        Step(
            "6",
            "Reformulasi Tujuan",
            "Tulis ulang tujuan langkah 1 supaya menjawab kesenjangan langkah 3 sampai 5.",
            (
                Field(
                    "reformulated_objective",
                    "Reformulasi Tujuan",
                    Shape.TEXT,
                    "Sebut laki-laki dan perempuan, atau kelompok yang tertinggal.",
                ),
            ),
        ),
        Step(
            "7",
            "Rencana Aksi",
            "Untuk tiap sebab tulis kegiatan yang menjawabnya beserta keluarannya.",
            (
                Field(
                    "action_plan",
                    "Rencana Aksi",
                    Shape.ROWS,
                    "Satu kegiatan boleh menjawab beberapa sebab; tulis lagi namanya.",
                    True,
                    PLAN_CELLS,
                    CAUSES,
                ),
            ),
        ),
        Step(
            "8",
            "Data Dasar (Base-line)",
            "Angka keadaan sekarang, diambil dari langkah 2, supaya kemajuan dapat diukur.",
            (
                Field(
                    "baseline",
                    "Data Dasar (Base-line)",
                    Shape.TEXT,
                    "Harus terukur: sebut angka, tahun, L dan P.",
                ),
            ),
        ),
        Step(
            "9",
            "Indikator Gender",
            "Ukuran keberhasilan yang terkait langsung dengan kesenjangan di langkah 3.",
            (
                Field(
                    "gender_indicator",
                    "Indikator Gender",
                    Shape.ROWS,
                    "Untuk tiap kesenjangan: apa yang diukur dan berapa targetnya.",
                    True,
                    INDICATOR_CELLS,
                    GAPS,
                    "indicator",
                ),
            ),
        ),
    ),
)

GAP4 = Template(
    "Gender Analysis Pathway (GAP), empat langkah",
    (
        Step(
            "1",
            "Identifikasi isu gender dan masalah dari data, informasi, dan fakta",
            "Mulai dari data: IPG, IKG, dan data terpilah urusan Anda.",
            (
                *_SUBJECT,
                Field(
                    "gender_issue",
                    "Isu gender",
                    Shape.TEXT,
                    "Masalah apa yang dialami laki-laki atau perempuan secara berbeda?",
                ),
                *_OPENING,
            ),
        ),
        Step(
            "2",
            "Identifikasi penyebab menurut akses, partisipasi, kontrol, dan manfaat",
            "Isi hanya faktor yang memang menjadi penyebab; paling sedikit satu.",
            tuple(
                Field(key, f"Penyebab: {label}", Shape.LIST, _FACTOR_HINTS[key], False)
                for key, label in FACTORS.items()
            ),
        ),
        Step(
            "3",
            "Rencana aksi dalam kerangka logis",
            "Dari dampak yang dituju sampai kegiatan yang menjawab tiap penyebab.",
            (
                Field("impact", "Dampak (impact)", Shape.TEXT),
                Field("outcome", "Hasil (outcome)", Shape.TEXT),
                Field(
                    "action_plan",
                    "Keluaran (output) dan kegiatan",
                    Shape.ROWS,
                    "Untuk tiap penyebab: kegiatan dan keluarannya.",
                    True,
                    PLAN_CELLS,
                    CAUSES,
                ),
                Field(
                    "gender_indicator",
                    "Indikator",
                    Shape.ROWS,
                    "Untuk tiap faktor: apa yang diukur dan berapa targetnya.",
                    False,
                    INDICATOR_CELLS,
                    GAPS,
                    "indicator",
                ),
            ),
        ),
        Step(
            "4",
            "Identifikasi K/L/PD yang terkait",
            "Siapa lagi yang perlu bergerak supaya rencana aksi berhasil.",
            (
                Field(
                    "institutions",
                    "K/L/PD terkait",
                    Shape.LIST,
                    "Satu lembaga satu baris, dengan perannya.",
                ),
            ),
        ),
    ),
)
