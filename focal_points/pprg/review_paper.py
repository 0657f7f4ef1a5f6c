"""«Lembar Telaah» of one document, «Berita Acara» of one OPD's documents of a year."""

from __future__ import annotations

import hashlib
from typing import Any

from django.template.loader import render_to_string

from focal_points.opd.models import Opd
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument
from focal_points.pprg.paper import DOTS, letterhead, standing
from focal_points.pprg.team_models import Driver, Reviewer
from pug_portal.lib import pdf
from pug_portal.lib.clock import today
from pug_portal.lib.dates import hari_tanggal


def review_sheet_pdf(document: PprgDocument) -> bytes:
    notes = list(document.notes.select_related("written_by"))
    steps = [
        {
            "number": number,
            "title": step.title,
            "notes": [note for note in notes if note.step == step.key],
        }
        for number, step in enumerate(template_of(document), 1)
    ]
    context = {
        "document": document,
        "steps": steps,
        "general": [note for note in notes if not note.step],
        "verdicts": document.verdicts.select_related("reviewer"),
        "standing": standing(document),
        "team": team_of(document.opd),
    }
    return _print("review_sheet", document.opd, context)


def record_pdf(opd: Opd, year: int, documents: list[PprgDocument]) -> bytes:
    context = {
        "opd": opd,
        "year": year,
        "documents": documents,
        "day": hari_tanggal(today()),
        "team": team_of(opd),
    }
    return _print("record", opd, context)


def team_of(opd: Opd) -> list[dict[str, Any]]:
    """The seats of the OPD; an office without a named person keeps an empty line."""
    seats = Reviewer.objects.filter(opds=opd).valid_on_today().select_related("user")
    found = [
        {
            "office": seat.get_office_display(),
            "name": str(seat.user),
            "decree": seat.decree_number,
        }
        for seat in seats
    ]
    named = {each["office"] for each in found}
    return found + [
        {"office": office.label, "name": DOTS, "decree": ""}
        for office in Driver
        if office.label not in named
    ]


def _print(page: str, opd: Opd, context: dict[str, Any]) -> bytes:
    region = opd.region
    pokja = "Tim Penggerak Perencanaan dan Penganggaran Responsif Gender"
    told = {**context, "region": region, "letterhead": letterhead(region, pokja)}
    html = render_to_string(f"focal_points/pprg/pdf/{page}.html", told)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return pdf.render(html, identifier=identifier, assets={})
