"""Example papers: real small PDFs that say on their face that they are examples."""

from __future__ import annotations

import io
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import format_html
from PIL import Image, ImageDraw

from pug_portal.lib import pdf

PAGE = (
    '<html lang="id"><head><title>{}</title></head><body>'
    "<h1>{}</h1><p>Berkas contoh. Bukan salinan dokumen aslinya.</p></body></html>"
)


@cache
def paper(title: str) -> bytes:
    html = format_html(PAGE, title, title)
    return pdf.render(html, identifier=title, assets={})


def picture(name: str, number: int) -> SimpleUploadedFile:
    """A drawing in place of a photograph: people round a table, plainly not a photo."""
    image = Image.new("RGB", (960, 640), "#e9edf7")
    draw = ImageDraw.Draw(image)
    draw.ellipse((230, 330, 730, 560), fill="#8f6b3a")
    for place in range(7):
        x = 130 + place * 100
        y = 220 + (30 if (place + number) % 2 else 0)
        color = ("#2b3a66", "#8a4b6b", "#3f7d5c")[(place + number) % 3]
        draw.ellipse((x, y, x + 60, y + 60), fill="#c79a6b")
        draw.rounded_rectangle((x - 20, y + 64, x + 80, y + 170), 24, fill=color)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=85)
    return SimpleUploadedFile(name, made.getvalue(), "image/jpeg")


def upload(name: str, title: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, paper(title), "application/pdf")
