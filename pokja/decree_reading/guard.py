"""Judges an uploaded document before anything unpacks it: size, pages, entities."""

from __future__ import annotations

import io
import zipfile

from pokja.decree_reading.blocks import Unreadable
from pug_portal.lib import office, pages, sniff
from pug_portal.lib.numbers import ukuran

BIGGEST_FILE = 10 * 1024**2
BIGGEST_TEXT = 8 * 1024**2
BIGGEST_UNPACKED = 40 * 1024**2
MOST_PAGES = 60
# Of CPU, in the process that reads it.
SECONDS = 15
NOT_A_DOCUMENT = "Unggah SK sebagai PDF yang berisi teks atau sebagai DOCX."
TOO_LONG = (
    "PDF ini {count} halaman; yang dibaca paling banyak {most} halaman. Ambil halaman "
    "SK dan lampirannya saja, lalu unggah lagi."
)


def kind_of(content: bytes, name: str) -> sniff.Kind:
    """PDF or DOCX within bounds, else Unreadable."""
    try:
        kind = sniff.kind_of(content, name, BIGGEST_FILE)
        if kind == sniff.Kind.PDF:
            _check_pages(pages.pages_of(content, name))
    except sniff.NotAllowed as problem:
        raise Unreadable(problem.sentence) from problem
    if kind == sniff.Kind.DOCX:
        _check_parts(content)
    elif kind != sniff.Kind.PDF:
        raise Unreadable(NOT_A_DOCUMENT)
    return kind


def _check_pages(count: int | None) -> None:
    if count is None:
        raise Unreadable(
            "PDF ini rusak, jadi tidak dapat dibaca. Cetak ulang dokumen itu ke PDF, "
            "lalu unggah lagi."
        )
    if count > MOST_PAGES:
        raise Unreadable(TOO_LONG.format(count=count, most=MOST_PAGES))


def _check_parts(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
        if (
            sum(part.file_size for part in parts) > BIGGEST_UNPACKED
            or sum(part.file_size for part in texts) > BIGGEST_TEXT
        ):
            raise Unreadable(
                f"Isi DOCX ini lebih dari {ukuran(BIGGEST_TEXT)} teks bila dibuka, "
                "terlalu besar untuk sebuah SK."
            )
        for part in texts:
            if b"<!DOCTYPE" in _read(archive, part).replace(b"\0", b""):
                raise Unreadable(
                    "DOCX ini tidak ditulis oleh program Word biasa. Buka, simpan "
                    "ulang sebagai .docx, lalu unggah lagi."
                )


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Whole: what is hidden behind a long comment or in UTF-16 is read all the same."""
    try:
        return office.part_of(archive, part)
    except office.BROKEN as broken:
        raise Unreadable(
            "Arsip DOCX ini rusak. Buka dan simpan ulang dokumennya, lalu unggah lagi."
        ) from broken
