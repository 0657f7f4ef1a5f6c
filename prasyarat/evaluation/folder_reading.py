"""Looking into last year's folder: nothing is unpacked onto the disk, nothing is trusted."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from prasyarat.evaluation.matching import is_astray, is_clutter
from pug_portal.access.refusal import Refusal
from pug_portal.files.fields import check_content
from pug_portal.lib.numbers import ukuran
from pug_portal.lib.office import BROKEN, part_of
from pug_portal.lib.sniff import sha256_of

BIGGEST_ZIP = 640 * 1024 * 1024
BIGGEST_UNPACKED = 640 * 1024 * 1024
MOST_FILES = 300
# Documents and pictures are packed already: nothing of theirs shrinks a hundredfold.
MOST_RATIO, SMALL = 100, 1024 * 1024
FIELD = "file"
HINT = (
    f"Satu berkas ZIP, paling besar {ukuran(BIGGEST_ZIP)} dan {MOST_FILES} berkas; folder "
    "yang lebih besar dibagi menjadi beberapa ZIP."
)
NOT_A_ZIP = (
    "Berkas ini bukan ZIP. Pilih foldernya, buat arsip ZIP biasa, lalu unggah lagi."
)
BROKEN_ZIP = "Arsip ZIP ini rusak atau terpotong. Buat ulang, lalu unggah lagi."


@dataclass(frozen=True)
class Member:
    """`refusal`: why the portal would not take the file, wherever it belongs."""

    path: str
    size: int
    sha256: str = ""
    refusal: str = ""

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def read_folder(source: IO[bytes], size: int) -> list[Member]:
    """Every file of the folder, each looked at by its content."""
    with _opened(source, size) as archive:
        infos = _files(archive)
        return [_member(archive, info) for info in infos]


def contents(
    source: IO[bytes], size: int, wanted: set[str]
) -> Iterator[tuple[str, bytes]]:
    """The bytes of the wanted files, one at a time, in the order of the archive."""
    with _opened(source, size) as archive:
        for info in _files(archive):
            if _path(info) in wanted:
                yield _path(info), part_of(archive, info)


def _opened(source: IO[bytes], size: int) -> zipfile.ZipFile:
    if size > BIGGEST_ZIP:
        raise Refusal(
            f"ZIP ini {ukuran(size)}; paling besar {ukuran(BIGGEST_ZIP)}. Bagi foldernya "
            "menjadi beberapa ZIP.",
            field=FIELD,
        )
    source.seek(0)
    if source.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise Refusal(NOT_A_ZIP, field=FIELD)
    try:
        return zipfile.ZipFile(source)
    except (*BROKEN, ValueError) as broken:
        raise Refusal(BROKEN_ZIP, field=FIELD) from broken


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    infos = [
        info
        for info in archive.infolist()
        if not info.is_dir() and not is_clutter(_path(info))
    ]
    if not infos:
        raise Refusal("ZIP ini tidak memuat berkas.", field=FIELD)
    paths = Counter(map(_path, infos))
    if doubled := [path for path, count in paths.items() if count > 1]:
        raise Refusal(
            f"ZIP ini memuat dua berkas dengan nama yang sama: {doubled[0][:120]}. Ganti "
            "nama salah satunya, lalu buat ZIP-nya lagi.",
            field=FIELD,
        )
    if len(infos) > MOST_FILES:
        raise Refusal(
            f"ZIP ini memuat {len(infos)} berkas; paling banyak {MOST_FILES}. Bagi "
            "foldernya menjadi beberapa ZIP.",
            field=FIELD,
        )
    if sum(info.file_size for info in infos) > BIGGEST_UNPACKED or any(
        map(_is_bomb, infos)
    ):
        raise Refusal(
            "Isi ZIP ini terlalu besar bila dibuka, seperti arsip yang dibuat untuk "
            "memenuhi penyimpanan. Buat ZIP dari folder dokumennya sendiri.",
            field=FIELD,
        )
    return infos


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    packed = max(info.compress_size, 1)
    return info.file_size > SMALL and info.file_size / packed > MOST_RATIO


def _path(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    path, size = _path(info), info.file_size
    if is_astray(path):
        return Member(path, size, refusal="nama foldernya menunjuk ke luar ZIP")
    if info.flag_bits & 1:
        return Member(path, size, refusal="dikunci kata sandi")
    if size > settings.UPLOAD_MAX_BYTES:
        most = ukuran(settings.UPLOAD_MAX_BYTES)
        return Member(path, size, refusal=f"lebih besar dari {most} per berkas")
    try:
        content = part_of(archive, info)
    except (*BROKEN, RuntimeError, ValueError):
        return Member(path, size, refusal="rusak di dalam ZIP")
    try:
        check_content(SimpleUploadedFile(path.rpartition("/")[2], content))
    except ValidationError as problem:
        return Member(path, size, refusal=" ".join(problem.messages))
    return Member(path, size, sha256_of(content))
