"""Judges an uploaded workbook before openpyxl unpacks it: size, bombs, macros, entities."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any, NoReturn
from xml.parsers import expat

from pug_portal.lib import office, sniff
from pug_portal.lib.numbers import ukuran

BIGGEST_FILE = 3 * 1024**2
BIGGEST_UNPACKED = 24 * 1024**2
MOST_CELLS = 120_000
NO_BOOK = (
    "Yang diunggah bukan buku kerja Excel. Unduh berkasnya dari halaman ini, isi, "
    "lalu unggah berkas .xlsx itu."
)
# openpyxl makes every cell of what these name, so that a short text may stand for billions.
_AREAS = {"mergeCell", "hyperlink", "comment"}
# Where none of these stands in a part, each of its cells is one tag of its own.
_NOT_PLAIN = (b"\0", b"<!", *(word.encode() for word in sorted(_AREAS)))
_AREA = re.compile(r"[A-Z]{1,3}[0-9]{1,7}(:[A-Z]{1,3}[0-9]{1,7})?")
_BEFORE_A_TAG = b"\0\t\r\n \xef\xbb\xbf\xfe\xff"


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
        try:
            texts = [office.part_of(archive, part) for part in parts]
        except office.BROKEN as broken:
            raise BookRefused(NO_BOOK) from broken
    # By what it is: openpyxl follows the relations, whatever a part is called.
    _weigh([text for text in texts if text.lstrip(_BEFORE_A_TAG)[:1] == b"<"])


def _weigh(texts: list[bytes]) -> None:
    """Most workbooks have fewer tags than they may have cells, which is quickly seen; only
    the others are counted cell by cell."""
    weight = _Weight()
    plain = []
    for text in texts:
        if any(word in text for word in _NOT_PLAIN):
            weight.add(text)
        else:
            plain.append(text)
    tags = sum(text.count(b"<") - text.count(b"</") for text in plain)
    if weight.cells + tags > MOST_CELLS:
        for text in plain:
            weight.add(text)


@dataclass
class _Weight:
    """The cells openpyxl would make, counted by the parser it reads them with."""

    cells: int = 0

    def add(self, text: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse_entities
        parser.StartElementHandler = self._element
        # A part that is cut off is openpyxl's to refuse, if it needs it at all.
        with contextlib.suppress(expat.ExpatError):
            parser.Parse(text, True)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        word = name.rpartition(" ")[2]
        if word == "c":
            self.cells += 1
        elif word in _AREAS:
            self.cells += _size(attributes.get("ref", ""))
        if self.cells > MOST_CELLS:
            raise BookRefused(
                "Berkas ini memuat terlalu banyak sel. Hapus baris dan kolom kosong "
                "yang berformat di bawah data Anda, pisahkan sel gabungan yang besar, "
                "lalu unggah lagi."
            )


def _size(area: str) -> int:
    from openpyxl.utils import range_boundaries

    area = area.replace("$", "").upper()
    if not _AREA.fullmatch(area):
        return MOST_CELLS + 1 if area else 0
    first, top, last, bottom = range_boundaries(area)
    return (abs(last - first) + 1) * (abs(bottom - top) + 1)


def _refuse_entities(*_: Any) -> NoReturn:
    raise BookRefused(
        "Berkas ini tidak ditulis oleh program Excel biasa. Buka, simpan ulang "
        "sebagai .xlsx, lalu unggah lagi."
    )
