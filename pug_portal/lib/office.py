"""Looks into the ZIP of a DOCX or XLSX without unpacking it. `sniff` is the door to this module."""

import io
import lzma
import re
import struct
import zipfile
import zlib

BIGGEST_UNPACKED = 100 * 1024**2
MOST_PARTS = 5000

OLD_OR_LOCKED = (
    "Berkas ini dokumen Office lama (DOC, XLS, PPT) atau dikunci kata sandi. "
    "Simpan sebagai DOCX, XLSX, atau PDF tanpa kata sandi"
)

_TYPES_PART = "[Content_Types].xml"
_BIGGEST_TYPES_PART = 1024**2
# Others are opened in one gulp, however large: a bomb of a few bytes fills the memory.
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OVERRIDE = re.compile(r"<Override\b[^>]*>")
_ATTRIBUTE = re.compile(r"(PartName|ContentType)\s*=\s*[\"']([^\"']*)[\"']")
_MAIN = {
    "application/vnd.openxmlformats-officedocument"
    ".wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument"
    ".spreadsheetml.sheet.main+xml": "xlsx",
}
_ACTIVE = ("macroenabled", "vbaproject", "activex", "ms-office.vba")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    OSError,
    EOFError,
    struct.error,
    IndexError,
    UnicodeDecodeError,
)
_END = b"PK\x05\x06"
_END_SIZE = 22


class Unusable(ValueError):
    """Half a sentence: what this archive is, and what to do."""


def kind_of(content: bytes) -> str:
    """`docx` or `xlsx`."""
    if not _ends_with_its_directory(content):
        raise Unusable(
            "Arsipnya rusak atau ditambahi isi lain. Simpan ulang dokumennya"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _kind_of(archive)
    except BROKEN as broken:
        raise Unusable("Arsipnya rusak. Buka dan simpan ulang dokumennya") from broken


def _kind_of(archive: zipfile.ZipFile) -> str:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > BIGGEST_UNPACKED:
        raise Unusable("Isinya terlalu besar bila dibuka. Simpan sebagai PDF")
    if any(part.flag_bits & 1 for part in parts):
        raise Unusable("Isinya dikunci kata sandi. Simpan ulang tanpa kata sandi")
    # A part named twice is read differently by different programs.
    if len(set(names)) != len(names):
        raise Unusable("Arsipnya rusak. Buka dan simpan ulang dokumennya")
    if _TYPES_PART not in names:
        raise Unusable(_other_archive(names))
    return _main_kind(_types(archive), names)


def _main_kind(types: str, names: list[str]) -> str:
    everything = "\n".join([types, *names]).lower()
    if any(word in everything for word in _ACTIVE):
        raise Unusable(
            "Dokumen ini memuat makro. Simpan sebagai DOCX atau XLSX biasa tanpa makro"
        )
    for override in _OVERRIDE.findall(types):
        told = dict(_ATTRIBUTE.findall(override))
        kind = _MAIN.get(told.get("ContentType", ""))
        if kind and told.get("PartName", "").lstrip("/") in names:
            return kind
    raise Unusable("Bukan dokumen Word atau Excel biasa. Simpan sebagai PDF")


def part_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """As many bytes as the archive's list names, whatever lies behind: a list may lie."""
    if part.compress_type not in _BOUNDED:
        raise NotImplementedError("this packing cannot be opened piece by piece")
    with archive.open(part) as packed:
        content = packed.read(part.file_size)
        # At the end the checksum is compared; a list that lied is found out here.
        packed.read(1)
    return content


def _types(archive: zipfile.ZipFile) -> str:
    if archive.getinfo(_TYPES_PART).file_size > _BIGGEST_TYPES_PART:
        raise Unusable("Isinya terlalu besar bila dibuka. Simpan sebagai PDF")
    try:
        return part_of(archive, archive.getinfo(_TYPES_PART)).decode("utf-8-sig")
    except (UnicodeDecodeError, RuntimeError, ValueError) as broken:
        raise Unusable("Arsipnya rusak. Buka dan simpan ulang dokumennya") from broken


def _other_archive(names: list[str]) -> str:
    if "mimetype" in names and "content.xml" in names:
        return "Berkas ini dokumen OpenDocument. Simpan sebagai DOCX, XLSX, atau PDF"
    return "Berkas ini arsip ZIP. Keluarkan isinya dan unggah satu per satu"


def _ends_with_its_directory(content: bytes) -> bool:
    end = content.rfind(_END, -_END_SIZE - 0xFFFF)
    if end < 0 or end + _END_SIZE > len(content):
        return False
    comment: int = struct.unpack_from("<H", content, end + 20)[0]
    return end + _END_SIZE + comment == len(content)
