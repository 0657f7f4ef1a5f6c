"""What a file really is, found from its content; the name it came with is only compared.

Every refusal is a sentence for the person who chose the file: why, and what to do instead.
"""

import hashlib
import io
import zipfile
from enum import StrEnum
from pathlib import PurePath

from pug_portal.lib import office
from pug_portal.lib.numbers import ukuran

ALLOWED = "PDF, DOCX, XLSX, JPG, atau PNG"


class Kind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    JPG = "jpg"
    PNG = "png"

    @property
    def content_type(self) -> str:
        return _CONTENT_TYPES[self]

    @property
    def is_image(self) -> bool:
        return self in (Kind.JPG, Kind.PNG)


class NotAllowed(ValueError):
    """This file cannot be taken; `sentence` tells the person why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


_CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument"
    ".wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.JPG: "image/jpeg",
    Kind.PNG: "image/png",
}
_EXTENSIONS = {"jpeg": Kind.JPG, "jpe": Kind.JPG, "jfif": Kind.JPG}

# What people try to upload most often, and the way out for each.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", office.OLD_OR_LOCKED),
    (b"GIF8", "Berkas ini gambar GIF. Simpan sebagai JPG atau PNG"),
    (b"Rar!", "Berkas ini arsip RAR. Keluarkan isinya dan unggah satu per satu"),
    (b"7z\xbc\xaf", "Berkas ini arsip 7z. Keluarkan isinya dan unggah satu per satu"),
    (b"MZ", "Berkas ini program, bukan dokumen. Unggah dokumennya sebagai PDF"),
    (b"{\\rtf", "Berkas ini dokumen RTF. Simpan sebagai DOCX atau PDF"),
    (b"II*\0", "Berkas ini gambar TIFF. Simpan sebagai PDF atau JPG"),
    (b"MM\0*", "Berkas ini gambar TIFF. Simpan sebagai PDF atau JPG"),
)
_HEIC = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<svg", b"<?xml")


def kind_of(content: bytes, name: str, biggest: int | None = None) -> Kind:
    """The kind of an allowed file, or NotAllowed."""
    if not content:
        raise NotAllowed(empty(name))
    if biggest is not None and len(content) > biggest:
        raise NotAllowed(too_large(name, len(content), biggest))
    kind = _by_content(content, name)
    _compare_with_name(kind, name)
    return kind


def empty(name: str) -> str:
    why = "kosong (0 byte). Simpan ulang dokumen aslinya"
    return _refused(name, why).sentence


def too_large(name: str, size: int | None, biggest: int) -> str:
    """For files that were dropped while they arrived the size is not known."""
    much = f" ({ukuran(size)})" if size else ""
    return (
        f"Berkas “{_short(name)}”{much} terlalu besar; paling besar {ukuran(biggest)}. "
        "Pindai ulang dengan mutu lebih rendah atau bagi menjadi beberapa berkas, "
        "lalu unggah lagi."
    )


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _by_content(content: bytes, name: str) -> Kind:
    if content.startswith(b"%PDF-"):
        return _whole_pdf(content, name)
    if content.startswith(b"\xff\xd8\xff"):
        return Kind.JPG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if content.startswith(b"PK\x03\x04"):
        return _office_document(content, name)
    raise NotAllowed(_what_else(content, name))


def _whole_pdf(content: bytes, name: str) -> Kind:
    if b"%%EOF" not in content[-4096:]:
        raise _refused(
            name, "terpotong: bagian akhirnya hilang. Salin ulang berkas aslinya"
        )
    if _is_archive_too(content):
        raise _refused(
            name,
            "memuat arsip tersembunyi di belakang PDF. Cetak ulang dokumen itu ke PDF",
        )
    return Kind.PDF


def _is_archive_too(content: bytes) -> bool:
    """One file that a PDF reader and an unzipper understand differently."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return bool(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _office_document(content: bytes, name: str) -> Kind:
    try:
        return Kind(office.kind_of(content))
    except office.Unusable as unusable:
        raise NotAllowed(_sentence(name, str(unusable))) from unusable


def _what_else(content: bytes, name: str) -> str:
    for start, advice in _OTHERS:
        if content.startswith(start):
            return _sentence(name, advice)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _sentence(name, "Berkas ini gambar WebP. Simpan sebagai JPG atau PNG")
    if content[4:8] == b"ftyp":
        what = "foto HEIC" if content[8:12] in _HEIC else "video"
        return _sentence(name, f"Berkas ini {what}. Simpan sebagai JPG atau PDF")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        advice = "Isinya halaman web (HTML), bukan dokumen. Cetak halaman itu ke PDF"
        return _sentence(name, advice)
    if b"%PDF-" in content[:1024]:
        advice = "Ada isi lain di depan PDF. Cetak ulang dokumen itu ke PDF"
        return _sentence(name, advice)
    return _sentence(name, f"Jenis isinya tidak dikenali. Simpan sebagai {ALLOWED}")


def _compare_with_name(kind: Kind, name: str) -> None:
    extension = PurePath(name).suffix.lower().lstrip(".")
    said = _EXTENSIONS.get(extension, extension)
    # Telephones name pictures carelessly, and pictures are drawn anew anyhow.
    if not said or said == kind or (kind.is_image and said in ("jpg", "png")):
        return
    better = f"{_short(PurePath(name).stem)}.{kind}"
    raise NotAllowed(
        f"Nama berkas “{_short(name)}” berakhiran .{extension[:10]}, padahal isinya "
        f"{kind.upper()}. Ganti namanya menjadi “{better}”, lalu unggah lagi."
    )


def _refused(name: str, why: str) -> NotAllowed:
    return NotAllowed(f"Berkas “{_short(name)}” {why}, lalu unggah lagi.")


def _sentence(name: str, advice: str) -> str:
    return f"Berkas “{_short(name)}” tidak dapat diterima. {advice}, lalu unggah lagi."


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:40]}…{name[-15:]}"
