"""The six tabs of an instrument's workbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prasyarat.instruments import loading
from prasyarat.instruments.models import AnswerType
from prasyarat.instruments.sheet_kinds import Codes, Number, Several, Words
from prasyarat.instruments.words import LEVELS
from prasyarat.scoring_methods import Method
from pug_portal.access.roles import Role
from pug_portal.lib.sheets import Choice, Column, Count, Kind, Sheet, yes_no

CODE = "instrument"
TYPES = tuple((kind.value, str(kind.label)) for kind in AnswerType)
FILLERS = tuple(
    (role.value, str(role.label))
    for role in (Role.SEKRETARIAT, Role.BAPPEDA, Role.FOCAL_POINT)
)
RULES = (
    ("ratio", "Hasil dibagi target"),
    ("above", "Penuh bila di atas target"),
    ("region", "Target diisi daerah"),
)
TAGS = (
    ("PPPA", "OPD PPPA"),
    ("PLANNING", "OPD perencanaan"),
    ("FINANCE", "OPD keuangan"),
    ("INSPECTORATE", "Inspektorat"),
    ("OTHER", "OPD lain"),
    ("OPD", "Setiap OPD"),
    ("POKJA", "Pokja"),
    ("DRIVER", "Tim penggerak"),
    ("PARTNER", "Mitra"),
)
FACTS = tuple((name, name.replace("_", " ")) for name in loading.FACTS)
OPD_FACTS = tuple((name, name.replace("_", " ")) for name in loading.OPD_FACTS)
METHODS = tuple((method.value, method.label) for method in Method)


def _column(key: str, header: str, kind: Kind, hint: str = "", **more: Any) -> Column:
    return Column(key, header, kind, hint, of=_taking(key), **more)


def _taking(key: str) -> Callable[[Any], Any]:
    return lambda row: row.get(key)


HEAD = (
    _column("code", "Kode", Words(50), "Huruf kecil dan tanda hubung; sama untuk semua versi.", is_required=True),
    _column("version", "Versi", Count(9999), "Naik satu setiap kali isinya berubah.", is_required=True),
    _column("name", "Nama", Words(150), is_required=True),
    _column("issuer", "Penerbit", Words(150), is_required=True),
    _column("year", "Tahun", Count(9999), is_required=True),
    _column("source", "Dokumen sumber", Words(4000), "Asal daftar ini.", is_required=True),
    _column("note", "Catatan di samping nilai", Words(1000), is_required=True),
    _column("method", "Cara menghitung", Choice(pairs=METHODS), is_required=True),
    _column("bands", "Batas warna", Words(60), "Naik, di antara 0 dan 100, misalnya 50; 70; 85. Bukan jenjang penghargaan.", is_required=True),
)  # fmt: skip
PREREQUISITE = (
    _column("code", "Kode", Words(8), is_required=True, width=10),
    _column("label", "Nama prasyarat", Words(100), is_required=True, width=40),
    _column("short_label", "Nama singkat", Words(30), is_required=True, width=20),
    _column("icon", "Ikon", Words(40), "Nama gambar pada portal.", is_required=True),
)
INDICATOR = (
    _column("prerequisite", "Prasyarat", Words(8), "Kode dari lembar Prasyarat.", is_required=True, width=11),
    _column("code", "Kode", Words(12), is_required=True, width=10),
    _column("text", "Indikator", Words(2000), is_required=True, width=60),
    _column("type", "Jenis jawaban", Choice(pairs=TYPES), is_required=True, width=20),
    _column("weight", "Bobot", Number(), is_required=True, width=9),
    _column("max", "Nilai maksimum", Number(), is_required=True, width=11),
    _column("document_mandatory", "Wajib dokumen", yes_no(), is_required=True, width=11),
    _column("evidence", "Bukti lazim", Words(250), is_required=True, width=36),
    _column("responsible", "Penanggung jawab", Words(150), is_required=True, width=28),
    _column("tags", "Kelompok penanggung jawab", Several(TAGS), is_required=True, width=24),
    _column("filled_by", "Pengisi", Choice(pairs=FILLERS), is_required=True, width=18),
    _column("levels", "Tingkat", Several(tuple(LEVELS.items())), is_required=True, width=24),
    _column("unit", "Satuan", Words(40), "Angka dan persentase; Rp untuk uang.", width=14),
    _column("rule", "Aturan target", Choice(pairs=RULES), "Angka dan persentase.", width=24),
    _column("target", "Target", Number(), "Kosong bila target diisi daerah.", width=11),
    _column("per", "Per", Words(20), "Masa target, misalnya semester.", width=12),
    _column("numerator", "Pembilang", Words(120), "Persentase.", width=28),
    _column("denominator", "Penyebut", Words(120), "Persentase.", width=28),
    _column("may_exceed", "Boleh melebihi penyebut", yes_no(), width=14),
    _column("text_label", "Uraian yang diminta", Words(200), "Wajib untuk jenis uraian.", width=28),
    _column("basis", "Dasar", Codes(), is_required=True, width=16),
    _column("legal_basis", "Dasar hukum", Words(250), width=32),
    _column("fact", "Angka portal", Choice(pairs=FACTS), "Angka yang dihitung portal untuk daerah; boleh kosong.", width=28),
    _column("opd_fact", "Angka portal OPD", Choice(pairs=OPD_FACTS), "Angka yang dihitung portal untuk tiap OPD; boleh kosong.", width=24),
)  # fmt: skip
CHOICE = (
    _column("indicator", "Indikator", Words(12), "Kode dari lembar Indikator.", is_required=True, width=12),
    _column("code", "Kode pilihan", Words(12), is_required=True, width=14),
    _column("label", "Pilihan", Words(120), is_required=True, width=40),
    _column("score", "Nilai", Number(), is_required=True, width=9),
)  # fmt: skip
KIND = (
    _column("indicator", "Indikator", Words(12), "Kode dari lembar Indikator.", is_required=True, width=12),
    _column("code", "Kode penyebut", Words(24), is_required=True, width=24),
    _column("label", "Jenis penyebut", Words(120), is_required=True, width=40),
)  # fmt: skip
SOURCE = (
    _column("code", "Kode", Words(20), is_required=True, width=14),
    _column("title", "Sumber", Words(1000), is_required=True, width=80),
)
NOTES = (
    "Satu berkas memuat satu instrumen utuh: instrumen, prasyarat, indikator, pilihan jawaban, jenis penyebut, dan sumber.",
    "Urutan baris adalah urutan di layar. Kode indikator tidak boleh sama dua kali.",
    "Jenis «Ya/tidak» dan «Ada/proses/belum» memerlukan baris di lembar Pilihan; nilai tertingginya sama dengan nilai maksimum.",
    "Isian yang diunggah menjadi draf. Yang sudah terbit tidak berubah.",
)


def _part(tab: str, columns: tuple[Column, ...], named_by: str, most: int) -> Sheet:
    return Sheet(
        code=CODE,
        title=tab,
        subject="",
        subject_name="",
        columns=columns,
        named_by=(named_by,),
        key_of=_no_key,
        most_rows=most,
        is_whole=True,
    )


def _no_key(row: Any) -> str:
    return ""


def sheet(subject: str, name: str) -> Sheet:
    return Sheet(
        code=CODE,
        title="Instrumen",
        subject=subject,
        subject_name=name,
        columns=HEAD,
        named_by=("name",),
        notes=NOTES,
        key_of=_no_key,
        is_upright=True,
        is_whole=True,
        more=(
            _part("Prasyarat", PREREQUISITE, "label", 50),
            _part("Indikator", INDICATOR, "code", 1000),
            _part("Pilihan", CHOICE, "label", 5000),
            _part("Jenis penyebut", KIND, "label", 500),
            _part("Sumber", SOURCE, "title", 500),
        ),
    )
