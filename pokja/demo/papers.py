"""Example papers: real small PDFs that say on their face that they are examples."""

from __future__ import annotations

from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import format_html

from pug_portal.lib import pdf

PAGE = (
    '<html lang="id"><head><title>{}</title></head><body>'
    "<h1>{}</h1><p>Berkas contoh. Bukan salinan dokumen aslinya.</p></body></html>"
)


@cache
def paper(title: str) -> bytes:
    html = format_html(PAGE, title, title)
    return pdf.render(html, identifier=title, assets={})


def upload(name: str, title: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, paper(title), "application/pdf")
