"""Scanned paper as pictures: every page upright, with the QR codes that stand on it.

The only module that knows PDFium and ZXing. It opens what strangers send, so it runs in a
process of its own: see scan_child.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps, ImageStat

from pug_portal.lib import images, photos
from pug_portal.lib.scan import MOST_PAGES, ScannedPage
from pug_portal.lib.sniff import Kind, NotAllowed

# As an office scanner writes it; larger sheets are drawn no larger than A3 would be.
_DPI, _LONGEST = 200, 3400
# The longer side of what is kept: a page of handwriting stays readable.
_KEPT, _THUMB = images.DOCUMENT, 240
_QUALITY, _THUMB_QUALITY = 78, 60
_QUARTER = 90
# Seen from so far, ink differs from its paper by so much.
_GLANCE, _INK = 800, 60
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def scanned(content: bytes, kind: str, name: str) -> Iterator[ScannedPage]:
    """One page at a time: only one is unpacked at any moment."""
    for image in _pictures(content, kind, name):
        yield _page(image)


def _pictures(content: bytes, kind: str, name: str) -> Iterator[Image.Image]:
    if kind != Kind.PDF:
        yield images.upright(_jpeg(content, name), name)
        return
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as broken:
        raise NotAllowed(
            f"PDF “{name[:60]}” rusak, jadi tidak dapat dibaca. Pindai ulang, lalu "
            "unggah lagi."
        ) from broken
    # Those who wish us ill can tell PDFium other page numbers than they told pages_of.
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        scale = min(_DPI / 72, _LONGEST / max(*page.get_size(), 1))
        yield page.render(scale=scale, may_draw_forms=False).to_pil()
        page.close()


def _jpeg(content: bytes, name: str) -> bytes:
    return photos.heic_to_jpeg(content, name)[0] if photos.is_heic(content) else content


def _page(image: Image.Image) -> ScannedPage:
    paper = images.on_white(image)
    found = _codes(paper)
    if found:
        turns = round(found[0].orientation / _QUARTER) * _QUARTER
        if turns % 360:
            paper = paper.rotate(turns, expand=True)
    codes = tuple(dict.fromkeys(code.text for code in found))
    return ScannedPage(
        codes,
        _saved(paper, _KEPT, _QUALITY),
        _saved(paper, _THUMB, _THUMB_QUALITY),
        is_blank=not codes and _is_blank(paper),
    )


def _is_blank(paper: Image.Image) -> bool:
    """The empty back of a sheet. One written word, or a photo, is more than that."""
    grey = paper.convert("L")
    grey.thumbnail((_GLANCE, _GLANCE), Image.Resampling.BOX)
    ((darkest, lightest),) = ImageStat.Stat(grey).extrema
    return bool(lightest - darkest < _INK)


def _codes(paper: Image.Image) -> list[zxingcpp.Barcode]:
    """The plain picture first; a pale, dim or blurred one is then helped along."""
    grey = paper.convert("L")
    for tried, binarizer in _tries(grey):
        found = zxingcpp.read_barcodes(
            tried,
            formats=_QR,
            text_mode=zxingcpp.TextMode.Plain,
            try_invert=False,
            binarizer=binarizer,
        )
        if found:
            return list(found)
    return []


def _tries(
    grey: Image.Image,
) -> Iterator[tuple[Image.Image, zxingcpp.Binarizer]]:
    local = zxingcpp.Binarizer.LocalAverage
    yield grey, local
    yield grey, zxingcpp.Binarizer.GlobalHistogram
    clear = ImageOps.autocontrast(grey, cutoff=2)
    yield clear, zxingcpp.Binarizer.FixedThreshold
    small = ImageOps.contain(clear, (_KEPT, _KEPT))
    yield small, local


def _saved(paper: Image.Image, longest: int, quality: int) -> bytes:
    small = paper.copy()
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    small.info = {}
    small.save(made, "JPEG", quality=quality)
    return made.getvalue()
