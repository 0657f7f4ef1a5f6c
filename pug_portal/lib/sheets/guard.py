"""Judges an uploaded workbook before openpyxl unpacks it: size, bombs, macros, entities."""

from __future__ import annotations

import io
import zipfile

from pug_portal.lib import sniff
from pug_portal.lib.numbers import ukuran

BIGGEST_FILE = 3 * 1024**2
BIGGEST_UNPACKED = 24 * 1024**2
MOST_CELLS = 120_000
NO_BOOK = (
    "Yang diunggah bukan buku kerja Excel. Unduh templatnya, isi, lalu unggah berkas "
    ".xlsx itu."
)
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_SHEETS = "xl/worksheets/"


class BookRefused(ValueError):
    """The whole file cannot be used; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def check(content: bytes, name: str) -> None:
    if len(content) > BIGGEST_FILE:
        raise BookRefused(
            f"Berkas ini {ukuran(len(content))}; paling besar {ukuran(BIGGEST_FILE)}. "
            "Hapus gambar dan lembar yang tidak diperlukan, lalu unggah lagi."
        )
    try:
        kind = sniff.kind_of(content, name)
    except sniff.NotAllowed as problem:
        is_office = content.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or not content
        raise BookRefused(problem.sentence if is_office else NO_BOOK) from problem
    if kind != sniff.Kind.XLSX:
        raise BookRefused(NO_BOOK)
    _check_parts(content)


def _check_parts(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > BIGGEST_UNPACKED:
            raise BookRefused(
                "Isi berkas ini terlalu besar bila dibuka. Salin barisnya ke templat "
                "yang baru diunduh, lalu unggah lagi."
            )
        cells = 0
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                text = archive.read(part)
                _refuse_entities(text)
                if part.filename.startswith(_SHEETS):
                    cells += text.count(b"<c ") + text.count(b"<c>")
        if cells > MOST_CELLS:
            raise BookRefused(
                "Berkas ini memuat terlalu banyak sel. Hapus baris dan kolom kosong "
                "yang berformat di bawah data Anda, lalu unggah lagi."
            )


def _refuse_entities(text: bytes) -> None:
    # A part in UTF-16 would hide them from this search; no office program writes one.
    is_hidden = b"\0" in text[:400]
    if is_hidden or any(word in text for word in _ENTITIES):
        raise BookRefused(
            "Berkas ini tidak ditulis oleh program Excel biasa. Buka, simpan ulang "
            "sebagai .xlsx, lalu unggah lagi."
        )
