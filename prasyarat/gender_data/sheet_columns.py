"""The columns of the workbook of sex-disaggregated tables."""

from __future__ import annotations

from pug_portal.lib.sheets import Column, Number, Text

FIXED = ("table", "breakdown", "category")

# People, or a rate with a comma.
NUMBER = Number(hint="Angka dari nol; kosong berarti belum diketahui.")

COLUMNS = (
    Column("table", "Tabel", Text(200), "Jangan diubah.", width=40, is_kept_when_empty=True),
    Column("breakdown", "Pemilahan", Text(60), "Jangan diubah.", width=18, is_kept_when_empty=True),
    Column("category", "Kategori", Text(80), "Jangan diubah.", width=32, is_kept_when_empty=True),
    Column("men", "L", NUMBER, "Laki-laki.", width=12),
    Column("women", "P", NUMBER, "Perempuan.", width=12),
    Column(
        "control",
        "Jumlah di sumber",
        NUMBER,
        "Boleh kosong; bila diisi harus sama dengan L + P.",
        width=16,
        of=lambda row: None,
    ),
    Column("source", "Sumber", Text(200), width=40, is_kept_when_empty=True),
)  # fmt: skip
