"""Photos as telephones send them: HEIC becomes JPG, the day it was taken, many as one PDF."""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
import time
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PIL import ExifTags, Image

from pug_portal.lib import images
from pug_portal.lib.sniff import NotAllowed

if TYPE_CHECKING:
    from pillow_heif import HeifFile

_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"mif1", b"msf1")
_QUALITY = 90
_A4_WIDTH_INCHES = 7.5
_EPOCH = time.gmtime(0)
_NO_DATE = (
    *(OSError, ValueError, TypeError, AttributeError, KeyError, EOFError),
    *(SyntaxError, RuntimeError, struct.error, Image.DecompressionBombError),
    Image.DecompressionBombWarning,
)
_DAY = re.compile(r"(\d{4}):(\d{2}):(\d{2})")


def is_heic(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in _BRANDS


def heic_to_jpeg(content: bytes, name: str) -> tuple[bytes, str]:
    """The picture and its new name; what is in it besides pixels is left behind."""
    try:
        found = _opened(content)
        width, height = found.size
        if width * height > images.MOST_PIXELS:
            raise images.too_many_pixels(name)
        picture = found.to_pillow().convert("RGB")
    except NotAllowed:
        raise
    # libheif makes of a broken file EOFError, ValueError, RuntimeError and others.
    except Exception as broken:
        raise NotAllowed(
            f"Foto “{name[:60]}” rusak atau terpotong. Ambil ulang, lalu unggah lagi."
        ) from broken
    made = io.BytesIO()
    picture.info = {}
    picture.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue(), f"{PurePath(name).stem[:180] or 'foto'}.jpg"


def _opened(content: bytes) -> HeifFile:
    # Its decoders are large, and few processes meet a HEIC.
    from pillow_heif import open_heif

    return open_heif(io.BytesIO(content))


def taken_on(content: bytes) -> dt.date | None:
    """The camera's own date, read before the picture loses its metadata."""
    try:
        if is_heic(content):
            exif = Image.Exif()
            exif.load(_opened(content).info.get("exif") or b"")
        else:
            # JPEG alone: for the date of a PNG Pillow would unpack the whole picture.
            with Image.open(io.BytesIO(content), formats=("JPEG",)) as picture:
                exif = picture.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        text = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(
            ExifTags.Base.DateTime
        )
        year, month, day = map(int, _DAY.match(str(text)).groups())  # type: ignore[union-attr]
        return dt.date(year, month, day)
    # A picture without a date, with a wrong one, or no picture at all: no proposal.
    except _NO_DATE:
        return None


def as_one_pdf(photos: Sequence[bytes]) -> bytes:
    """Each photo a page, upright, in the order given."""
    pages = []
    for number, content in enumerate(photos, start=1):
        if is_heic(content):
            content, _ = heic_to_jpeg(content, f"foto {number}")
        page = images.print_rendition(content, images.DOCUMENT, f"foto {number}")
        pages.append(Image.open(io.BytesIO(page)))
    made = io.BytesIO()
    width = max(page.width for page in pages)
    pages[0].save(
        made,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=width / _A4_WIDTH_INCHES,
        creationDate=_EPOCH,
        modDate=_EPOCH,
    )
    return made.getvalue()
