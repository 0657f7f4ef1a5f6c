"""The form as PDF: on every page the QR code that leads its scan back to the report."""

from __future__ import annotations

import hashlib
from functools import partial

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from focal_points.paper_forms.content import Form
from focal_points.paper_forms.reference import VERSION, Reference
from pug_portal.lib import qr
from pug_portal.lib.pages import pages_of
from pug_portal.lib.pdf import render

TEMPLATE = "focal_points/paper_forms/pdf/form.html"
# An empty form has so many; another one is set a second time with its own number.
_USUAL_PAGES = 6


def form_pdf(form: Form) -> bytes:
    """How many pages there are stands on each of them, and is known when all are set."""
    made = _rendered(form, _USUAL_PAGES)
    count = pages_of(made, is_ours=True)
    return made if count == _USUAL_PAGES else _rendered(form, count or _USUAL_PAGES)


def references(form: Form, pages: int) -> list[Reference]:
    made = partial(
        Reference,
        form.period.region.code,
        form.opd.pk,
        form.period.semester,
        VERSION,
        pages=pages,
    )
    return [made(page=number) for number in range(1, pages + 1)]


def _rendered(form: Form, pages: int) -> bytes:
    told = references(form, pages)
    html = render_to_string(
        TEMPLATE,
        {
            "form": form,
            "pages": [(each.page, _quoted(_words(each))) for each in told],
            "title": _quoted(f"{form.opd.name}\n{form.period}"),
            "address": settings.SITE_URL.partition("://")[2]
            + reverse("paper-scan", args=[form.period.pk]),
            "version": VERSION,
        },
    )
    identifier = hashlib.sha256(html.encode()).hexdigest()
    codes = {f"qr-{each.page}.svg": qr.svg_for_print(each.text) for each in told}
    return render(html, identifier=identifier, assets=codes)


def _words(reference: Reference) -> str:
    code, signature = reference.plain, reference.text.rpartition("/")[2]
    return f"Halaman {reference.page} dari {reference.pages}\n{code}\n{signature}"


def _quoted(text: str) -> str:
    """As a string of CSS: nothing that a person typed can end it."""
    return "".join(
        c if c.isalnum() and c.isascii() else f"\\{ord(c):06x}" for c in text
    )
