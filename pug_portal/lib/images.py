"""Pictures are drawn anew, so that nothing travels along with them: no place, no camera, no script."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps

from pug_portal.lib.sniff import Kind, NotAllowed

MOST_PIXELS = 50_000_000
# The longer side on paper: a photo among text, and a photographed letter that must stay readable.
PHOTO, DOCUMENT = 640, 1600

_KEEP_QUALITY, _PRINT_QUALITY = 90, 82
_FORMATS = {Kind.JPG: "JPEG", Kind.PNG: "PNG"}
_JPEG_MODES = ("L", "RGB")
_strictly = threading.Lock()


def reencode(content: bytes, kind: Kind, name: str = "gambar") -> bytes:
    """The same picture, upright and at full size, without anything but its pixels."""
    image = upright(content, name)
    if kind is Kind.JPG and image.mode not in _JPEG_MODES:
        image = image.convert("RGB")
    return _saved(image, _FORMATS[kind], _KEEP_QUALITY)


def print_rendition(
    content: bytes, longest: int = PHOTO, name: str = "gambar"
) -> bytes:
    """A smaller JPEG for a printed page; what was see-through becomes white paper."""
    image = on_white(upright(content, name))
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return _saved(image, "JPEG", _PRINT_QUALITY)


def upright(content: bytes, name: str) -> Image.Image:
    try:
        with _no_truncated_images(), Image.open(io.BytesIO(content)) as image:
            _refuse_giants(image, name)
            image.load()
            return ImageOps.exif_transpose(image)
    except NotAllowed:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise too_many_pixels(name) from bomb
    # Broken pictures make Pillow raise OSError, SyntaxError, ValueError, struct.error and others.
    except Exception as broken:
        raise NotAllowed(
            f"Gambar “{name[:60]}” rusak atau terpotong. Ambil ulang atau salin lagi "
            "berkas aslinya, lalu unggah lagi."
        ) from broken


def _refuse_giants(image: Image.Image, name: str) -> None:
    # Known from the header, before a single pixel takes memory.
    if image.width * image.height > MOST_PIXELS:
        raise too_many_pixels(name)


def too_many_pixels(name: str) -> NotAllowed:
    return NotAllowed(
        f"Gambar “{name[:60]}” terlalu besar: lebih dari {MOST_PIXELS // 10**6} megapiksel. "
        "Perkecil ukurannya, lalu unggah lagi."
    )


@contextmanager
def _no_truncated_images() -> Iterator[None]:
    # WeasyPrint switches this on for the whole process, and half a letter would pass as a whole one.
    with _strictly:
        before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("L" if image.mode in ("1", "L") else "RGB")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


def _saved(image: Image.Image, kind: str, quality: int) -> bytes:
    # The palette's see-through colour is part of the picture; all else in `info` is luggage.
    see_through = image.info.get("transparency")
    image.info = {} if see_through is None else {"transparency": see_through}
    file = io.BytesIO()
    if kind == "JPEG":
        image.save(file, kind, quality=quality, optimize=True)
    else:
        image.save(file, kind)
    return file.getvalue()
