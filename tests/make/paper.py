"""Scanned pages of printed forms, as a scanner or a telephone would send them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import segno
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from focal_points.opd.models import Opd
from focal_points.paper_forms.reference import VERSION, Reference
from focal_points.periods.models import ReportingPeriod
from pug_portal.lib.dates import Semester

# A4 at 60 dpi: small, and its code is still read.
SIZE = (496, 702)


def reference(
    period: ReportingPeriod,
    opd: Opd,
    page: int = 1,
    pages: int = 2,
    *,
    region: str = "",
    semester: Semester | None = None,
    version: int = VERSION,
) -> Reference:
    code = region or period.region.code
    return Reference(code, opd.pk, semester or period.semester, version, page, pages)


def forged(told: Reference) -> str:
    return told.text[:-1] + ("0" if told.text[-1] != "0" else "1")


def picture(*codes: str, ink: str = "") -> Image.Image:
    """A sheet with these QR codes in its upper corners, and something written on it."""
    sheet = Image.new("L", SIZE, "white")
    for place, code in enumerate(codes):
        drawn = io.BytesIO()
        segno.make(code, error="m", micro=False).save(drawn, kind="png", scale=3)
        made = Image.open(drawn)
        left = 10 if place else SIZE[0] - made.width - 10
        sheet.paste(made.convert("L"), (left, 10))
    ImageDraw.Draw(sheet).text((60, 300), ink or "".join(codes) or "kosong", fill=0)
    return sheet


def photo(*codes: str, name: str = "foto.png", ink: str = "") -> SimpleUploadedFile:
    made = io.BytesIO()
    picture(*codes, ink=ink).save(made, "PNG")
    return SimpleUploadedFile(name, made.getvalue(), "image/png")


def scan(*pages: Sequence[str], name: str = "pindaian.pdf") -> SimpleUploadedFile:
    """A PDF as of a scanner: each page the codes that stand on it."""
    sheets = [picture(*codes, ink=str(place)) for place, codes in enumerate(pages)]
    made = io.BytesIO()
    sheets[0].save(made, "PDF", save_all=True, append_images=sheets[1:], resolution=60)
    return SimpleUploadedFile(name, made.getvalue(), "application/pdf")
