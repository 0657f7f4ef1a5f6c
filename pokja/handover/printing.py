"""«Berita acara serah terima» as PDF."""

from __future__ import annotations

import hashlib

from django.template.loader import render_to_string
from django.utils.text import slugify

from focal_points.offices.nip import spaced
from pokja.handover.models import Handover
from pug_portal.lib import pdf


def handover_pdf(handover: Handover) -> bytes:
    html = handover_html(handover)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return pdf.render(html, identifier=identifier, assets={})


def handover_html(handover: Handover) -> str:
    sides = [
        (
            "Pihak Pertama",
            "yang menyerahkan",
            handover.leaving,
            spaced(handover.leaving.nip),
        ),
        (
            "Pihak Kedua",
            "yang menerima",
            handover.successor,
            spaced(handover.successor.nip),
        ),
    ]
    context = {"handover": handover, "region": handover.leaving.opd.region}
    return render_to_string(
        "pokja/handover/pdf/record.html", {**context, "sides": sides}
    )


def file_name(handover: Handover) -> str:
    return f"serah-terima-{slugify(handover.leaving.name)}-{handover.on}.pdf"
